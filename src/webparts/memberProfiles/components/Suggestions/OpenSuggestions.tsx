import * as React from 'react';
import * as strings from 'MemberProfilesStrings';
import useSWR from 'swr';
import { Corrections } from '../../../../data/members/corrections';
import type { Correction } from '../../../../domain/members/correction';
import { Problem } from '../../../../ui/problem';
import { isPlainClick } from '../../../../ui/useAddressState';
import { MemberLink } from '../MemberLink';
import { problemText } from '../MemberProfiles/problemText';
import type { MemberProfilesProps, MemberProfilesState } from '../MemberProfiles/types';
import { Suggestion } from './Suggestion';
import styles from './Suggestions.module.scss';

/** All changes that wait for an owner. Who is no owner sees their own. */
export const OpenSuggestions: React.FC<{ state: Extract<MemberProfilesState, { kind: 'suggestions' }>; props: MemberProfilesProps }> = ({
  state: { directory, addressOf, open, close, listAddress, changed, isOwner },
  props: { sp, sitePath }
}) => {
  const store = React.useMemo(() => new Corrections(sp, sitePath), [sp, sitePath]);
  const { data, error, mutate } = useSWR<Correction[], unknown>(['open corrections', sitePath], () => store.open(), {
    revalidateOnFocus: false,
    revalidateOnReconnect: false,
    shouldRetryOnError: false
  });
  const heading = React.useRef<HTMLHeadingElement>(null);
  React.useEffect(() => heading.current?.focus(), []);
  const [said, setSaid] = React.useState('');
  const readAgain = (what = ''): void => {
    setSaid(what);
    // A failure comes back as the error of the hook.
    mutate().catch(() => undefined);
    changed();
    heading.current?.focus();
  };
  const back = (event: React.MouseEvent): void => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    close();
  };
  return (
    <section>
      <a className={styles.back} href={listAddress} onClick={back}>
        <span aria-hidden="true">‹ </span>
        {strings.AllMembers}
      </a>
      <h2 ref={heading} tabIndex={-1} className={styles.title}>
        {strings.SuggestionsTitle}
      </h2>
      <p role="status" className={styles.said}>
        {said}
      </p>
      {error !== undefined && <Problem {...problemText(error)} retryLabel={strings.TryAgain} onRetry={() => readAgain()} />}
      {!data && error === undefined && <p role="status">{strings.SuggestionsLoading}</p>}
      {data?.length === 0 && <p>{strings.NoSuggestions}</p>}
      {data && data.length > 0 && (
        <ul className={styles.list}>
          {data.map((correction) => {
            const member = directory.members.find(({ id }) => id === correction.member.id);
            return (
              <Suggestion
                key={correction.id}
                correction={correction}
                store={store}
                isOwner={isOwner}
                member={member ? <MemberLink member={member} address={addressOf(member)} onOpen={open} /> : correction.member.name}
                onChanged={readAgain}
              />
            );
          })}
        </ul>
      )}
    </section>
  );
};
