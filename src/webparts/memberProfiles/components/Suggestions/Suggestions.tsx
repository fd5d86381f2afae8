import * as React from 'react';
import * as strings from 'MemberProfilesStrings';
import useSWR from 'swr';
import { Corrections } from '../../../../data/members/corrections';
import type { Correction } from '../../../../domain/members/correction';
import { Problem } from '../../../../ui/problem';
import { problemText } from '../MemberProfiles/problemText';
import type { MemberProfilesProps, ProfileState } from '../MemberProfiles/types';
import { hasDraft } from './drafts';
import { SuggestForm } from './SuggestForm';
import { Suggestion } from './Suggestion';
import styles from './Suggestions.module.scss';

/** Suggest a change to a profile, and see what became of the changes that one suggested; owners apply them here. */
export const Suggestions: React.FC<{ state: ProfileState; props: MemberProfilesProps }> = ({
  state: { member, isOwner, changed },
  props: { sp, sitePath }
}) => {
  const store = React.useMemo(() => new Corrections(sp, sitePath), [sp, sitePath]);
  const [open, setOpen] = React.useState(() => hasDraft(member.id));
  const [said, setSaid] = React.useState('');
  const heading = React.useRef<HTMLHeadingElement>(null);
  const button = React.useRef<HTMLButtonElement>(null);
  React.useEffect(() => {
    setOpen(hasDraft(member.id));
    setSaid('');
  }, [member.id]);
  const { data, error, mutate } = useSWR<Correction[], unknown>(['corrections', sitePath, member.id], () => store.ofMember(member.id), {
    revalidateOnFocus: false,
    revalidateOnReconnect: false,
    shouldRetryOnError: false
  });
  const readAgain = (): void => {
    // A failure comes back as the error of the hook.
    mutate().catch(() => undefined);
    changed();
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
        {strings.Suggest}
      </button>
      <span role="status" className={styles.said}>
        {said}
      </span>
      {open && <SuggestForm key={member.id} member={member} store={store} onSent={done} onCancel={close} />}
      {error !== undefined && <Problem {...problemText(error)} retryLabel={strings.TryAgain} onRetry={readAgain} />}
      {data && data.length > 0 && (
        <>
          <h3 className={styles.heading} ref={heading} tabIndex={-1}>
            {isOwner ? strings.SuggestionsTitle : strings.MySuggestions}
          </h3>
          <ul className={styles.list}>
            {data.map((correction) => (
              <Suggestion key={correction.id} correction={correction} store={store} isOwner={isOwner} onChanged={decided} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
};
