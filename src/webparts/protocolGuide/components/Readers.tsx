import * as React from 'react';
import * as strings from 'ProtocolGuideStrings';
import * as uiStrings from 'MemberlinkUiStrings';
import useSWR from 'swr';
import { readReading, type Reading } from '../../../data/protocol/readers';
import type { GroupReading, OtherReader } from '../../../domain/protocol/acknowledgement';
import { format } from '../../../ui/format';
import { Problem, problemText } from '../../../ui/problem';
import { readOnce, startAgain } from '../../../ui/reading';
import { Section } from '../../../ui/section';
import { dateText } from './dateText';
import styles from './guide.module.scss';
import type { ProtocolGuideProps, ScreenState } from './ProtocolGuide/types';
import { Screen } from './Screen';

/** Who has read it, with the day. */
const ReaderList: React.FC<{ title: string; readers: readonly OtherReader[] }> = ({ title, readers }) =>
  readers.length === 0 ? null : (
    <details>
      <summary>
        {title} ({readers.length})
      </summary>
      <ul>
        {readers.map(({ id, name, read }) => (
          <li key={id}>
            {name}, {dateText(read)}
          </li>
        ))}
      </ul>
    </details>
  );

/** How far a group has read the version, and who has not. */
const Group: React.FC<{ group: GroupReading }> = ({ group: { title, all, read, readers, missing, nested } }) => (
  <Section title={title}>
    <p>{all === 0 ? strings.ReadersNobody : format(strings.ReadersCount, read, all)}</p>
    {missing.length > 0 && (
      <details>
        <summary>
          {strings.ReadersMissing} ({missing.length})
        </summary>
        <ul>
          {missing.map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
        </ul>
      </details>
    )}
    <ReaderList title={strings.ReadersHave} readers={readers} />
    {nested.length > 0 && <p className={styles.to}>{format(strings.ReadersNested, nested.join(', '))}</p>}
  </Section>
);

/** For owners: how many of which group have read the version, and who has not. */
const Readers: React.FC<{ state: ScreenState; props: ProtocolGuideProps }> = ({ state, props: { sp, sitePath } }) => {
  const { version } = state;
  const reading = useSWR<Reading, unknown>(
    ['protocol readers', sitePath, version.id],
    () => readReading(sp, sitePath, version.id),
    readOnce
  );
  return (
    <Screen name="readers" title={format(strings.ReadersTitle, version.version)} state={state}>
      {reading.error !== undefined && (
        <Problem {...problemText(reading.error)} retryLabel={uiStrings.TryAgain} onRetry={() => startAgain(reading)} />
      )}
      {reading.isLoading && <p role="status">{strings.ReadersLoading}</p>}
      {reading.data?.groups.length === 0 && <p>{strings.ReadersNone}</p>}
      {reading.data?.groups.map((group) => (
        <Group key={group.title} group={group} />
      ))}
      {reading.data && reading.data.others.length > 0 && (
        <Section title={strings.ReadersOthers}>
          <ReaderList title={strings.ReadersHave} readers={reading.data.others} />
        </Section>
      )}
    </Screen>
  );
};
export default Readers;
