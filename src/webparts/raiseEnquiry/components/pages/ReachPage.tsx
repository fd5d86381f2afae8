import * as React from 'react';
import * as strings from 'RaiseEnquiryStrings';
import { longest } from '../../../../domain/enquiries/answers';
import { format } from '../../../../ui/format';
import { usualReach } from '../answerText';
import { TextArea } from '../../../../ui/fields';
import { faultOf } from '../faultText';
import { Page, type PageProps } from '../Page';

/** How to reach me about it, where that is not as the profile says. */
export const ReachPage: React.FC<PageProps> = ({ state, props }) => {
  const { answers, context } = state;
  const usual = usualReach(context.member);
  return (
    <Page state={state} props={props} title={strings.ReachQuestion} withAdvice={false}>
      <TextArea
        id={state.idOf('reach')}
        label={format(strings.Optional, strings.Reach)}
        hint={usual === '' ? strings.ReachHint : format(strings.ReachUsual, usual)}
        fault={faultOf('reach', state)}
        rows={3}
        most={longest.reach}
        value={answers.reach}
        onChange={(reach) => state.set({ reach })}
      />
    </Page>
  );
};
