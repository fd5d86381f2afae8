import * as React from 'react';
import * as strings from 'ProtocolGuideStrings';
import { sectionOf } from '../../../../domain/protocol/protocol';
import { format } from '../../../../ui/format';
import { PageLink } from '../../../../ui/pageLink';
import { ClauseText } from '../ClauseText';
import { CopyLink } from '../CopyLink';
import { EarlierVersion } from '../EarlierVersion';
import styles from '../guide.module.scss';
import { PrintProtocol } from '../PrintProtocol';
import type { ProtocolGuideProps, ProtocolGuideState } from '../ProtocolGuide/types';
import { Screen } from '../Screen';
import clauseStyles from './Clause.module.scss';

/** Suggestions are read once a clause stands. */
const SuggestChange = React.lazy(() => import(/* webpackChunkName: 'protocol-screens' */ '../SuggestChange'));

/** Where a clause's words come from, for people; nothing where that is not known. */
function sourceText(source: string): string {
  const paragraph = /^paragraph (.+)$/.exec(source)?.[1];
  // A pack that joins several documents names them: Uttlesford 7.3.
  if (paragraph !== undefined) return format(/^[A-Z][a-z]/.test(paragraph) ? strings.SourceOf : strings.SourceParagraph, paragraph);
  return source === 'our default' ? strings.SourceOurs : '';
}

/** One clause, with those around it. */
export const ClausePage: React.FC<{ state: Extract<ProtocolGuideState, { kind: 'clause' }>; props: ProtocolGuideProps }> = ({
  state,
  props
}) => {
  const { clause, clauses, version } = state;
  const section = sectionOf(clause);
  const others = clauses.filter((one) => one.id !== clause.id && sectionOf(one) === section);
  const source = sourceText(clause.source);
  return (
    <Screen name={`clause ${clause.number}`} title={clause.heading} number={clause.number} state={state}>
      <EarlierVersion state={state} />
      <div className={clauseStyles.clause}>
        <ClauseText text={clause.text} />
        {source !== '' && <p className={clauseStyles.source}>{source}</p>}
      </div>
      <div className={styles.actions}>
        <CopyLink clause={clause} version={version} />
        <PrintProtocol state={state} props={props} clauses={[clause]} />
      </div>
      {version.isCurrent && (
        <React.Suspense fallback={null}>
          <SuggestChange key={clause.id} clause={clause} startOpen={state.suggesting} state={state} props={props} />
        </React.Suspense>
      )}
      {others.length > 0 && (
        <nav aria-label={format(strings.SameSection, format(strings.Section, section))}>
          <h3>{format(strings.SameSection, format(strings.Section, section))}</h3>
          <ul className={styles.points}>
            {others.map((one) => (
              <li key={one.id} className={clauseStyles.neighbour}>
                <span className={styles.number}>{one.number}</span>
                <PageLink address={state.addressOf({ clause: one.number })} onOpen={() => state.open({ clause: one.number })}>
                  {one.heading}
                </PageLink>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </Screen>
  );
};
