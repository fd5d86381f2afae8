import * as React from 'react';
import * as strings from 'RaiseEnquiryStrings';
import { format } from '../../../../ui/format';
import { savingProblemText } from '../../../../ui/problem';
import type { FormState } from '../RaiseEnquiry';
import styles from './Page.module.scss';

const time = (at: Date): string => at.toLocaleTimeString('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' });

const today = (at: Date): boolean => at.toDateString() === new Date().toDateString();

/** Whether the answers are kept, at the foot of every page. */
export const SavedLine: React.FC<{ state: FormState }> = ({ state }) => {
  const { saved } = state;
  if (saved.kind === 'changed elsewhere') {
    return (
      <div className={styles.box} role="alert">
        <h3>{strings.ChangedTitle}</h3>
        <p>{strings.ChangedAdvice}</p>
        <div className={styles.buttons}>
          <button type="button" className={styles.button} onClick={state.keepMine}>
            {strings.KeepMine}
          </button>
          <button type="button" className={styles.button} onClick={state.takeOther}>
            {strings.TakeOther}
          </button>
        </div>
      </div>
    );
  }
  const text =
    saved.kind === 'saving'
      ? strings.Saving
      : saved.kind === 'failed'
        ? format(strings.SavedHereOnly, savingProblemText(saved.error).title)
        : saved.kind === 'saved'
          ? today(saved.at)
            ? format(strings.SavedAt, time(saved.at))
            : strings.SavedBefore
          : '';
  return (
    <p role="status" className={styles.saved}>
      {text}
    </p>
  );
};
