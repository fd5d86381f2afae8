import * as React from 'react';
import * as strings from 'ProtocolGuideStrings';
import { sectionOf } from '../../../domain/protocol/protocol';
import { format } from '../../../ui/format';
import { PageLink } from '../../../ui/pageLink';
import { ClauseText } from './ClauseText';
import { dateText } from './dateText';
import styles from './guide.module.scss';
import { PrintProtocol } from './PrintProtocol';
import type { ProtocolGuideProps, ScreenState } from './ProtocolGuide/types';
import { Screen } from './Screen';
import wholeStyles from './WholeProtocol.module.scss';

/** All clauses in full, by section, and the versions that there are. */
const WholeProtocol: React.FC<{ state: ScreenState; props: ProtocolGuideProps }> = ({ state, props }) => {
  const { clauses, versions, version, section, moved } = state;
  const sections = [...new Set(clauses.map(sectionOf))];
  const wanted = React.useRef<HTMLElement>(null);
  React.useEffect(() => {
    if (section === undefined) return;
    wanted.current?.focus({ preventScroll: true });
    wanted.current?.scrollIntoView({ block: 'start' });
  }, [section, moved]);
  return (
    <Screen name="whole" title={`${version.title}, ${version.version}`} state={state}>
      <div className={styles.actions}>
        <PrintProtocol state={state} props={props} />
      </div>
      {sections.map((one) => (
        <section
          key={one}
          ref={one === section ? wanted : undefined}
          tabIndex={-1}
          aria-label={format(strings.Section, one)}
          className={wholeStyles.section}
        >
          {clauses
            .filter((clause) => sectionOf(clause) === one)
            .map(({ id, number, heading, text }) => (
              <div key={id} className={wholeStyles.clause}>
                <h3>
                  <span className={styles.number}>{number}</span>
                  <PageLink address={state.addressOf({ clause: number })} onOpen={() => state.open({ clause: number })}>
                    {heading}
                  </PageLink>
                </h3>
                <ClauseText text={text} />
              </div>
            ))}
        </section>
      ))}
      {versions.length > 1 && (
        <section className={wholeStyles.section}>
          <h3>{strings.Versions}</h3>
          <ul className={styles.points}>
            {[...versions]
              .sort((a, b) => b.id - a.id)
              .map((one) => (
                <li key={one.id}>
                  <PageLink address={state.versionAddress(one)} onOpen={() => state.openVersion(one)}>
                    {one.adopted === undefined
                      ? format(strings.VersionLineUndated, one.version, one.council)
                      : format(strings.VersionLine, one.version, dateText(one.adopted))}
                  </PageLink>
                  {one.isCurrent && ` (${strings.VersionCurrent})`}
                </li>
              ))}
          </ul>
        </section>
      )}
    </Screen>
  );
};
export default WholeProtocol;
