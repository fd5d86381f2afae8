import * as React from 'react';
import * as strings from 'MemberlinkUiStrings';
import {
  correctableDetails,
  faultOf,
  isOneLine,
  textOf,
  type CorrectedDetail,
  type CorrectionStore,
  type CorrectionSubject,
  type Suggestion,
  type SuggestionFault
} from '../../domain/correction';
import { format } from '../format';
import { Problem, savingProblemText } from '../problem';
import { useId } from '../useId';
import { draftOf, dropDraft, keepDraft, typedFor } from './drafts';
import styles from './Suggestions.module.scss';

/** What the form needs. */
export interface SuggestFormProps {
  subject: CorrectionSubject;
  store: CorrectionStore;
  /** What details are called. */
  detailText(detail: CorrectedDetail): string;
  onSent: () => void;
  onCancel: () => void;
}

const faultText = (fault: SuggestionFault): string =>
  ({
    'nothing said': strings.FaultNothing,
    'no change': strings.FaultNoChange,
    'no e-mail address': strings.FaultEmail,
    'too long': strings.FaultTooLong
  })[fault];

/** What is wrong with a profile, and what it should say. What was typed stays until it is sent or thrown away. */
export const SuggestForm: React.FC<SuggestFormProps> = ({ subject, store, detailText, onSent, onCancel }) => {
  const id = useId('suggest');
  const fresh = (detail: CorrectedDetail): Suggestion => ({ detail, proposed: textOf(subject, detail), remark: '' });
  const [draft, setDraft] = React.useState<Suggestion>(() => draftOf(subject) ?? fresh(correctableDetails[subject.kind][0]));
  const [fault, setFault] = React.useState<SuggestionFault>();
  const [failure, setFailure] = React.useState<unknown>();
  const [sending, setSending] = React.useState(false);
  const first = React.useRef<HTMLSelectElement>(null);
  const faulty = React.useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  React.useEffect(() => first.current?.focus(), []);
  const change = (changes: Partial<Suggestion>): void => {
    const { detail: chosen } = changes;
    // What was typed for another detail comes back with it.
    const next =
      chosen === undefined
        ? { ...draft, ...changes }
        : { detail: chosen, proposed: typedFor(subject, chosen) ?? textOf(subject, chosen), remark: draft.remark };
    setDraft(next);
    setFault(undefined);
    keepDraft(subject, next);
  };
  const cancel = (): void => {
    dropDraft(subject);
    onCancel();
  };
  const sendIt = (event: React.FormEvent): void => {
    event.preventDefault();
    if (sending) return;
    const found = faultOf(draft, subject);
    setFault(found);
    if (found) {
      faulty.current?.focus();
      return;
    }
    setSending(true);
    setFailure(undefined);
    store
      .add(subject, format(strings.SuggestionTitle, subject.name, detailText(draft.detail)), draft)
      .then(() => {
        dropDraft(subject);
        onSent();
      })
      .catch((error: unknown) => {
        setFailure(error);
        setSending(false);
      });
  };
  const { detail, proposed, remark } = draft;
  const described = fault ? { 'aria-invalid': true, 'aria-describedby': `${id}-fault` } : {};
  return (
    <form className={styles.form} onSubmit={sendIt} noValidate>
      <label htmlFor={`${id}-detail`}>{strings.SuggestWhat}</label>
      <select id={`${id}-detail`} ref={first} value={detail} onChange={({ target }) => change({ detail: target.value as CorrectedDetail })}>
        {[...correctableDetails[subject.kind], 'Other' as const].map((one) => (
          <option key={one} value={one}>
            {detailText(one)}
          </option>
        ))}
      </select>
      {detail !== 'Other' && (
        <>
          <label htmlFor={`${id}-proposed`}>{strings.SuggestProposed}</label>
          {isOneLine(detail) ? (
            <input
              id={`${id}-proposed`}
              ref={faulty}
              value={proposed}
              onChange={({ target }) => change({ proposed: target.value })}
              {...described}
            />
          ) : (
            <textarea
              id={`${id}-proposed`}
              ref={faulty}
              rows={5}
              value={proposed}
              onChange={({ target }) => change({ proposed: target.value })}
              {...described}
            />
          )}
        </>
      )}
      {fault && detail !== 'Other' && (
        <p id={`${id}-fault`} className={styles.fault}>
          {faultText(fault)}
        </p>
      )}
      <label htmlFor={`${id}-remark`}>{detail === 'Other' ? strings.SuggestOther : strings.SuggestRemark}</label>
      <textarea
        id={`${id}-remark`}
        ref={detail === 'Other' ? faulty : undefined}
        rows={3}
        value={remark}
        onChange={({ target }) => change({ remark: target.value })}
        {...(detail === 'Other' ? described : {})}
      />
      {fault && detail === 'Other' && (
        <p id={`${id}-fault`} className={styles.fault}>
          {faultText(fault)}
        </p>
      )}
      {failure !== undefined && <Problem {...savingProblemText(failure)} />}
      <div className={styles.row}>
        <button type="submit" className={styles.filled} disabled={sending}>
          {sending ? strings.Sending : strings.Send}
        </button>
        <button type="button" className={styles.button} onClick={cancel}>
          {strings.Cancel}
        </button>
      </div>
    </form>
  );
};
