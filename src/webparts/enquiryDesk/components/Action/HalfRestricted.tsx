import * as React from 'react';
import * as strings from 'EnquiryDeskStrings';
import { Problem, savingProblemText } from '../../../../ui/problem';
import styles from './Action.module.scss';
import { stepText } from './ActionForm';
import type { Acting } from './useActing';

/** Making it restricted was stopped half-way: it can be finished. */
export const HalfRestricted: React.FC<{ acting: Acting }> = ({ acting: { status, action, finishRestricting } }) => {
  if (action !== undefined) return null;
  const busy = status.kind === 'sending';
  return (
    <div className={styles.noteForm}>
      <p className={styles.hint}>{strings.HalfRestricted}</p>
      {status.kind === 'failed' && <Problem {...savingProblemText(status.error)} />}
      <div className={styles.buttons}>
        <button type="button" className={styles.filled} disabled={busy} onClick={finishRestricting}>
          {strings.FinishRestricting}
        </button>
        <span role="status">{busy && status.step ? stepText(status.step) : ''}</span>
      </div>
    </div>
  );
};
