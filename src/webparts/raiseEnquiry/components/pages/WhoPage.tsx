import * as React from 'react';
import * as strings from 'RaiseEnquiryStrings';
import { format } from '../../../../ui/format';
import { Radios, Select } from '../../../../ui/fields';
import { faultOf } from '../faultText';
import { Page, type PageProps } from '../Page';
import { DraftsLink } from './DraftsLink';

/** What was answered for somebody else does not hold for the next. */
const ofAnother = { kind: undefined, questions: {}, wardId: undefined, otherWardIds: undefined, audience: undefined, reach: undefined };

/** For whom? Asked of officers: for a member, or to the members of a ward. */
export const WhoPage: React.FC<PageProps> = ({ state, props }) => {
  const { answers, start } = state;
  const [forMember, setForMember] = React.useState<boolean | undefined>(
    answers.memberId === undefined ? undefined : answers.memberId !== null
  );
  const fault = faultOf('memberId', state);
  const title = props.settings.title || strings.WhoQuestion;
  return (
    <Page state={state} props={props} title={title}>
      <DraftsLink state={state} />
      <Radios
        id={state.idOf('memberId')}
        label={strings.WhoLegend}
        hidesLabel={fault === undefined || forMember === true}
        fault={forMember === true ? undefined : fault}
        strong
        choices={[
          { value: 'member', label: strings.ForMember, hint: strings.ForMemberHint },
          { value: 'ward', label: strings.ToWard, hint: strings.ToWardHint }
        ]}
        value={forMember === undefined ? undefined : forMember ? 'member' : 'ward'}
        onChange={(value) => {
          setForMember(value === 'member');
          state.set({ ...ofAnother, memberId: value === 'member' ? undefined : null });
        }}
      />
      {forMember === true && (
        <Select
          id={state.idOf('memberId').concat('-member')}
          label={strings.MemberLabel}
          empty={strings.ChooseMember}
          fault={fault}
          choices={start.members.map(({ id, name, ward }) => ({
            value: String(id),
            label: ward ? format(strings.MemberOfWard, name, ward.name) : name
          }))}
          value={answers.memberId ? String(answers.memberId) : ''}
          onChange={(value) => state.set({ ...ofAnother, memberId: value === '' ? undefined : Number(value) })}
        />
      )}
    </Page>
  );
};
