import * as React from 'react';
import * as strings from 'RaiseEnquiryStrings';
import { relevanceFor } from '../../../../domain/enquiries/form';
import { questionsOn } from '../../../../domain/enquiries/pageQuestions';
import { format } from '../../../../ui/format';
import { TextField, YesNo } from '../../../../ui/fields';
import { faultOf } from '../faultText';
import { Page, type PageProps } from '../Page';
import { QuestionFields } from './QuestionFields';

/**
 * Is anyone at risk? And with it what decides early whether the matter belongs here, so that nobody writes much in vain.
 */
export const FirstPage: React.FC<PageProps> = ({ state, props }) => {
  const { answers, context, enquiryKind } = state;
  if (!enquiryKind) return null;
  const questions = questionsOn('first', context, enquiryKind, answers);
  const asksReference = relevanceFor(context, enquiryKind).early.has('earlierReference');
  const isAlone = questions.length === 0 && !asksReference;
  const urgent = {
    id: state.idOf('urgent'),
    fault: faultOf('urgent', state),
    value: answers.urgent,
    hint: strings.UrgentHint,
    onChange: (value: boolean) => state.set({ urgent: value })
  };
  return (
    <Page state={state} props={props} title={isAlone ? strings.UrgentQuestion : strings.FirstTitle}>
      <YesNo {...urgent} label={strings.UrgentQuestion} hidesLabel={isAlone} />
      {answers.urgent !== true && <QuestionFields questions={questions} state={state} />}
      {asksReference && answers.urgent !== true && (
        <TextField
          id={state.idOf('earlierReference')}
          label={format(strings.Optional, strings.EarlierReference)}
          hint={strings.EarlierReferenceHint}
          fault={faultOf('earlierReference', state)}
          value={answers.earlierReference}
          onChange={(earlierReference) => state.set({ earlierReference })}
          short
        />
      )}
    </Page>
  );
};
