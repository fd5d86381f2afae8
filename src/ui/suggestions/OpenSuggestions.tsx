import * as React from 'react';
import * as strings from 'MemberlinkUiStrings';
import useSWR from 'swr';
import type { CorrectedDetail, Correction, CorrectionStore, SubjectKind } from '../../domain/correction';
import { BackLink } from '../backLink';
import { Problem, problemText } from '../problem';
import { readOnce } from '../reading';
import { Suggestion } from './Suggestion';
import styles from './Suggestions.module.scss';

/** What the list of open suggestions needs. */
export interface OpenSuggestionsProps {
  store: CorrectionStore;
  kinds: readonly SubjectKind[];
  sitePath: string;
  isOwner: boolean;
  backLabel: string;
  backAddress: string;
  detailText(detail: CorrectedDetail): string;
  /** A subject's name as a link to it. */
  linkTo(subject: Correction['subject']): React.ReactNode;
  onBack(): void;
  onChanged(): void;
}

/** All changes that wait for an owner. Who is no owner sees their own. */
export const OpenSuggestions: React.FC<OpenSuggestionsProps> = (props) => {
  const { store, kinds, sitePath, isOwner, backLabel, backAddress, detailText, linkTo, onBack, onChanged } = props;
  const { data, error, mutate } = useSWR<Correction[], unknown>(
    ['open corrections', sitePath, ...kinds],
    () => store.open(kinds),
    readOnce
  );
  const heading = React.useRef<HTMLHeadingElement>(null);
  React.useEffect(() => heading.current?.focus(), []);
  const [said, setSaid] = React.useState('');
  const readAgain = (what = ''): void => {
    setSaid(what);
    // A failure comes back as the error of the hook.
    mutate().catch(() => undefined);
    onChanged();
    heading.current?.focus();
  };
  return (
    <section>
      <BackLink address={backAddress} label={backLabel} onBack={onBack} />
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
          {data.map((correction) => (
            <Suggestion
              key={correction.id}
              correction={correction}
              store={store}
              detailText={detailText}
              isOwner={isOwner}
              subject={linkTo(correction.subject)}
              onChanged={readAgain}
            />
          ))}
        </ul>
      )}
    </section>
  );
};
