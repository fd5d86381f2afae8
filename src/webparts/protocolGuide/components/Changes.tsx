import * as React from 'react';
import { diffWords } from 'diff';
import * as strings from 'ProtocolGuideStrings';
import * as uiStrings from 'MemberlinkUiStrings';
import useSWR from 'swr';
import { readClauses } from '../../../data/protocol/guide';
import { changesBetween, type ClauseChange } from '../../../domain/protocol/changes';
import { versionBefore, type Clause } from '../../../domain/protocol/protocol';
import { format } from '../../../ui/format';
import { Problem, problemText } from '../../../ui/problem';
import { readOnce, startAgain } from '../../../ui/reading';
import { ClauseText } from './ClauseText';
import changeStyles from './Changes.module.scss';
import styles from './guide.module.scss';
import type { ProtocolGuideProps, ScreenState } from './ProtocolGuide/types';
import { Screen } from './Screen';

/** Two texts as one, with what was taken out and put in marked so, and read out so. */
const Difference: React.FC<{ before: string; now: string }> = ({ before, now }) => (
  <p className={changeStyles.text}>
    {diffWords(before, now).map(({ value, added, removed }, index) => {
      // Pieces have nothing but their place that tells them apart.
      if (!added && !removed) return <React.Fragment key={index}>{value}</React.Fragment>;
      const Mark = added ? 'ins' : 'del';
      return (
        <React.Fragment key={index}>
          <Mark>
            <span className={styles.hidden}>{added ? strings.PutIn : strings.TakenOut} </span>
            {value}
          </Mark>{' '}
        </React.Fragment>
      );
    })}
  </p>
);

const kindText = (change: ClauseChange<Clause>): string => {
  if (change.kind === 'new') return strings.ChangeNew;
  if (change.kind === 'gone') return strings.ChangeGone;
  return change.wasNumber === undefined ? strings.ChangeChanged : format(strings.ChangeMoved, change.wasNumber);
};

const Change: React.FC<{ change: ClauseChange<Clause> }> = ({ change }) => {
  const clause = change.kind === 'gone' ? change.before : change.now;
  const before = change.kind === 'new' ? undefined : change.before;
  return (
    <li className={changeStyles.change}>
      <h3>
        <span className={styles.number}>{clause.number}</span> {clause.heading}{' '}
        <span className={changeStyles.kind}>{kindText(change)}</span>
      </h3>
      {before && before.heading !== clause.heading && <Difference before={before.heading} now={clause.heading} />}
      {change.kind === 'changed' ? <Difference before={change.before.text} now={clause.text} /> : <ClauseText text={clause.text} />}
    </li>
  );
};

/** What changed since the version before. */
const Changes: React.FC<{ state: ScreenState; props: ProtocolGuideProps }> = ({ state, props: { sp, sitePath } }) => {
  const { version, versions, clauses } = state;
  const before = versionBefore(version, versions);
  const reading = useSWR<Clause[], unknown>(
    before ? ['clauses', sitePath, before.id] : null,
    () => readClauses(sp, sitePath, before?.id ?? 0),
    readOnce
  );
  const changes = React.useMemo(() => reading.data && changesBetween(reading.data, clauses), [reading.data, clauses]);
  return (
    <Screen name="changes" title={strings.ChangesTitle} state={state}>
      {before && <p className={styles.quiet}>{format(strings.ChangesIntro, before.version, version.version)}</p>}
      {reading.error !== undefined && (
        <Problem {...problemText(reading.error)} retryLabel={uiStrings.TryAgain} onRetry={() => startAgain(reading)} />
      )}
      {reading.isLoading && <p role="status">{strings.Loading}</p>}
      {!before && <p>{strings.NoVersionBefore}</p>}
      {changes?.length === 0 && <p>{strings.ChangesNone}</p>}
      <ul className={changeStyles.changes}>
        {changes?.map((change) => (
          <Change key={`${change.kind} ${(change.kind === 'gone' ? change.before : change.now).id}`} change={change} />
        ))}
      </ul>
    </Screen>
  );
};
export default Changes;
