import * as React from 'react';
import * as strings from 'MemberlinkUiStrings';
import useSWR from 'swr';
import type { CorrectedDetail, Correction, CorrectionStore, CorrectionSubject } from '../../domain/correction';
import { Problem, problemText } from '../problem';
import { readOnce } from '../reading';
import { hasDraft } from './drafts';
import { SuggestForm } from './SuggestForm';
import { Suggestion } from './Suggestion';
import styles from './Suggestions.module.scss';

/** What the suggestions beside a profile, an officer or a service need. */
export interface SuggestionsProps {
  subject: CorrectionSubject;
  store: CorrectionStore;
  /** Tells apart what is read for several sites. */
  sitePath: string;
  isOwner: boolean;
  /** The form stands open: the reader came here to suggest something. */
  startOpen?: boolean;
  /** What the button says. */
  label: string;
  /** What details are called. */
  detailText(detail: CorrectedDetail): string;
  /** The lists changed. */
  onChanged(): void;
}

/** Suggest a change, and see what became of the changes that one suggested; owners apply them here. */
export const Suggestions: React.FC<SuggestionsProps> = ({
  subject,
  store,
  sitePath,
  isOwner,
  startOpen = false,
  label,
  detailText,
  onChanged
}) => {
  const { kind, id } = subject;
  const [open, setOpen] = React.useState(() => startOpen || hasDraft({ kind, id }));
  const [said, setSaid] = React.useState('');
  const heading = React.useRef<HTMLHeadingElement>(null);
  const button = React.useRef<HTMLButtonElement>(null);
  React.useEffect(() => {
    setOpen(startOpen || hasDraft({ kind, id }));
    setSaid('');
  }, [kind, id, startOpen]);
  const { data, error, mutate } = useSWR<Correction[], unknown>(['corrections', sitePath, kind, id], () => store.of(kind, id), readOnce);
  const readAgain = (): void => {
    // A failure comes back as the error of the hook.
    mutate().catch(() => undefined);
    onChanged();
  };
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const done = (): void => {
    setSaid(strings.SuggestSent);
    close();
    readAgain();
  };
  const decided = (what: string): void => {
    setSaid(what);
    // The button that was pressed goes with what it decided.
    heading.current?.focus();
    readAgain();
  };
  return (
    <section className={styles.suggestions} aria-label={strings.SuggestionsTitle}>
      <button
        ref={button}
        type="button"
        className={styles.button}
        aria-expanded={open}
        onClick={() => {
          setSaid('');
          setOpen(!open);
        }}
      >
        {label}
      </button>
      <span role="status" className={styles.said}>
        {said}
      </span>
      {open && <SuggestForm key={`${kind} ${id}`} subject={subject} store={store} detailText={detailText} onSent={done} onCancel={close} />}
      {error !== undefined && <Problem {...problemText(error)} retryLabel={strings.TryAgain} onRetry={readAgain} />}
      {data && data.length > 0 && (
        <>
          <h3 className={styles.heading} ref={heading} tabIndex={-1}>
            {isOwner ? strings.SuggestionsTitle : strings.MySuggestions}
          </h3>
          <ul className={styles.list}>
            {data.map((correction) => (
              <Suggestion
                key={correction.id}
                correction={correction}
                store={store}
                detailText={detailText}
                isOwner={isOwner}
                onChanged={decided}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  );
};
