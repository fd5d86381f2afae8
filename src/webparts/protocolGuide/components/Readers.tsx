import * as React from 'react';
import * as strings from 'ProtocolGuideStrings';
import * as uiStrings from 'MemberlinkUiStrings';
import useSWR from 'swr';
import { readReading } from '../../../data/protocol/readers';
import type { GroupReading } from '../../../domain/protocol/acknowledgement';
import { format } from '../../../ui/format';
import { Problem, problemText } from '../../../ui/problem';
import { readOnce, startAgain } from '../../../ui/reading';
import { Section } from '../../../ui/section';
import styles from './guide.module.scss';
import type { ProtocolGuideProps, ScreenState } from './ProtocolGuide/types';
import { Screen } from './Screen';

/** How far a group has read the version, and who has not. */
const Group: React.FC<{ group: GroupReading }> = ({ group: { title, all, read, missing, nested } }) => (
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
    {nested.length > 0 && <p className={styles.to}>{format(strings.ReadersNested, nested.join(', '))}</p>}
  </Section>
);

/** For owners: how many of which group have read the version, and who has not. */
const Readers: React.FC<{ state: ScreenState; props: ProtocolGuideProps }> = ({ state, props: { sp, sitePath } }) => {
  const { version } = state;
  const reading = useSWR<GroupReading[], unknown>(
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
      {reading.data?.length === 0 && <p>{strings.ReadersNone}</p>}
      {reading.data?.map((group) => (
        <Group key={group.title} group={group} />
      ))}
    </Screen>
  );
};
export default Readers;
