import * as React from 'react';
import * as strings from 'MemberlinkUiStrings';
import type { Applied, CorrectedDetail, Correction, CorrectionStore } from '../../domain/correction';
import { format } from '../format';
import { Problem, savingProblemText } from '../problem';
import { useId } from '../useId';
import styles from './Suggestions.module.scss';

/** What one suggestion needs. */
export interface SuggestionProps {
  correction: Correction;
  store: CorrectionStore;
  /** What details are called. */
  detailText(detail: CorrectedDetail): string;
  isOwner: boolean;
  /** The subject's name as a link, where more than one is on the screen. */
  subject?: React.ReactNode;
  /** Something became of it: what, in words, for who stays on the screen. */
  onChanged: (said: string) => void;
}

const stateText = ({ state }: Correction): string =>
  ({ open: strings.StateOpen, applied: strings.StateApplied, declined: strings.StateDeclined })[state];

const dayOf = (moment: Date): string => moment.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/** A suggested change: what it says now, what it should say, what became of it; for owners the buttons that decide. */
export const Suggestion: React.FC<SuggestionProps> = ({ correction, store, detailText, isOwner, subject, onChanged }) => {
  const id = useId('suggestion');
  const [answer, setAnswer] = React.useState('');
  const [busy, setBusy] = React.useState(false);
  const [failure, setFailure] = React.useState<unknown>();
  const [now, setNow] = React.useState<string>();
  const { detail, before, proposed, remark, author, created, state } = correction;
  const carryOut = (work: () => Promise<Applied>, done: string): void => {
    setBusy(true);
    setFailure(undefined);
    work()
      .then((result) => {
        setBusy(false);
        if (result.kind === 'changed meanwhile') setNow(result.now);
        else {
          setNow(undefined);
          onChanged(result.kind === 'handled already' ? strings.HandledAlready : done);
        }
      })
      .catch((error: unknown) => {
        setFailure(error);
        setBusy(false);
      });
  };
  return (
    <li className={styles.suggestion}>
      <p>
        {subject} <b>{detailText(detail)}</b> <span className={styles.quiet}>{format(strings.SuggestedBy, author, dayOf(created))}</span>
      </p>
      {detail !== 'Other' && (
        <dl className={styles.change}>
          <dt>{strings.Says}</dt>
          <dd>{before || strings.NothingThere}</dd>
          <dt>{strings.ShouldSay}</dt>
          <dd>{proposed || strings.NothingThere}</dd>
        </dl>
      )}
      {remark !== '' && <p className={styles.text}>{remark}</p>}
      {state !== 'open' || !isOwner ? (
        <p className={styles.text}>
          <b>{stateText(correction)}</b> {correction.answer}
        </p>
      ) : (
        <>
          {now !== undefined && (
            <div role="alert" className={styles.text}>
              <b>{strings.ChangedMeanwhile}</b> {now || strings.NothingThere}
            </div>
          )}
          <label htmlFor={`${id}-answer`}>{strings.AnswerLabel}</label>
          <input id={`${id}-answer`} value={answer} onChange={({ target }) => setAnswer(target.value)} />
          {failure !== undefined && <Problem {...savingProblemText(failure)} />}
          <div className={styles.row}>
            <button
              type="button"
              className={styles.button}
              disabled={busy}
              onClick={() =>
                carryOut(
                  () => store.apply(correction, answer, now !== undefined),
                  detail === 'Other' ? strings.SaidDone : strings.SaidApplied
                )
              }
            >
              {detail === 'Other' ? strings.MarkDone : now === undefined ? strings.Apply : strings.ApplyAnyway}
            </button>
            <button
              type="button"
              className={styles.button}
              disabled={busy}
              onClick={() => carryOut(() => store.decline(correction, answer), strings.SaidDeclined)}
            >
              {strings.Decline}
            </button>
          </div>
        </>
      )}
      <span role="status" className={styles.said}>
        {busy && strings.Working}
      </span>
    </li>
  );
};
