import * as React from 'react';
import * as strings from 'RaiseEnquiryStrings';
import { audiencesFor } from '../../../../domain/enquiries/audience';
import { audienceText } from '../answerText';
import { Radios } from '../../../../ui/fields';
import { faultOf } from '../faultText';
import { Page, type PageProps } from '../Page';

/** Who may see it: what the protocol allows, and what it chooses unless somebody chooses. */
export const AudiencePage: React.FC<PageProps> = ({ state, props }) => {
  const { answers, context, enquiryKind } = state;
  if (!enquiryKind) return null;
  const { choices, chosen } = audiencesFor(context, enquiryKind, answers);
  return (
    <Page state={state} props={props} title={strings.AudienceQuestion} intro={strings.AudienceIntro} withAdvice={false}>
      <Radios
        id={state.idOf('audience')}
        label={strings.AudienceQuestion}
        hidesLabel
        fault={faultOf('audience', state)}
        strong
        choices={choices.map((audience) => ({ value: audience.id, label: audienceText(audience), hint: audience.text }))}
        value={chosen?.id}
        onChange={(audience) => state.set({ audience })}
      />
    </Page>
  );
};
