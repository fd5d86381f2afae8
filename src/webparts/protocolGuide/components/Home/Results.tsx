import * as React from 'react';
import * as strings from 'ProtocolGuideStrings';
import { sectionOf, type Clause } from '../../../../domain/protocol/protocol';
import { format } from '../../../../ui/format';
import { PageLink } from '../../../../ui/pageLink';
import { ClauseText } from '../ClauseText';
import { CopyLink } from '../CopyLink';
import guideStyles from '../guide.module.scss';
import type { HomeState } from '../ProtocolGuide/types';
import styles from './Home.module.scss';

/** A clause's number and heading as a link to it. */
const ClauseLink: React.FC<{ clause: Clause; state: HomeState }> = ({ clause: { number, heading }, state }) => (
  <>
    <span className={guideStyles.number}>{number}</span>
    <PageLink address={state.addressOf({ clause: number })} onOpen={() => state.open({ clause: number })}>
      {heading}
    </PageLink>
  </>
);

/** What a question finds: the likeliest clause in full, the others by their headings. */
export const Results: React.FC<{ state: HomeState }> = ({ state }) => {
  const { found, question, version } = state;
  const [best, ...others] = found;
  if (!best) {
    const { ownerRole } = version;
    return (
      <div className={styles.results}>
        <div>
          <h3>{format(strings.NoneFound, question.trim())}</h3>
          <p>{ownerRole === '' ? strings.NoneFoundAdviceNobody : format(strings.NoneFoundAdvice, ownerRole)}</p>
        </div>
      </div>
    );
  }
  const section = sectionOf(best);
  const suggest = { clause: best.number, suggesting: true };
  const whole = state.clauses.filter((clause) => sectionOf(clause) === section);
  return (
    <ul className={styles.results}>
      <li className={styles.best}>
        <h3>
          <ClauseLink clause={best} state={state} />
        </h3>
        <ClauseText text={best.text} />
        <div className={guideStyles.actions}>
          {whole.length > 1 && (
            <PageLink address={state.addressOf({ screen: 'whole', section })} onOpen={() => state.open({ screen: 'whole', section })}>
              {format(strings.ReadSection, section)}
            </PageLink>
          )}
          <CopyLink clause={best} version={version} />
          {version.isCurrent && (
            <PageLink address={state.addressOf(suggest)} onOpen={() => state.open(suggest)}>
              {strings.SuggestChange}
            </PageLink>
          )}
        </div>
      </li>
      {others.map((clause) => (
        <li key={clause.id} className={styles.found}>
          <h3>
            <ClauseLink clause={clause} state={state} />
          </h3>
        </li>
      ))}
    </ul>
  );
};
