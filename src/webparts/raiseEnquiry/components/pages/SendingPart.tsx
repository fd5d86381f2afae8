import * as React from 'react';
import * as strings from 'RaiseEnquiryStrings';
import { problemOf } from '../../../../domain/dataProblem';
import type { SendStep } from '../../../../data/enquiries/send-enquiry';
import { format } from '../../../../ui/format';
import { problemText } from '../../../../ui/problem';
import type { FormState } from '../RaiseEnquiry';
import pageStyles from '../Page/Page.module.scss';
import styles from './pages.module.scss';

const stepText = (step: SendStep): string => {
  switch (step.kind) {
    case 'claiming':
      return strings.StepClaiming;
    case 'waiting for another window':
      return strings.StepWaiting;
    case 'enquiry':
      return strings.StepEnquiry;
    case 'document':
      return format(strings.StepDocument, step.number, step.of, step.name);
  }
};

/** How far sending is, and what became of the answers if it failed. */
export const SendingPart: React.FC<{ state: FormState }> = ({ state: { sending, takeOther, isLocked } }) => {
  if (sending.kind === 'sending') {
    return (
      <div role="status">
        <p>{sending.waits ? strings.SendingWaits : stepText(sending.step)}</p>
        {sending.share !== undefined && <progress max={100} value={Math.round(sending.share * 100)} aria-label={strings.SendingButton} />}
      </div>
    );
  }
  if (sending.kind !== 'failed') return null;
  const isChanged = problemOf(sending.error).kind === 'changed meanwhile';
  const { title, advice } = problemText(sending.error);
  return (
    <div className={pageStyles.box} role="alert">
      <h3>{isChanged ? strings.ChangedTitle : format(strings.SendingFailed, title)}</h3>
      <p>{isChanged ? strings.ChangedBeforeSending : isLocked ? strings.SendingFailedAdvice : strings.NotSentAdvice}</p>
      {!isChanged && <p>{advice}</p>}
      {isChanged && (
        <button type="button" className={styles.button} onClick={takeOther}>
          {strings.TakeOther}
        </button>
      )}
    </div>
  );
};
