import * as React from 'react';
import * as strings from 'ProtocolGuideStrings';
import { format } from '../../../ui/format';
import { PageLink } from '../../../ui/pageLink';
import styles from './guide.module.scss';
import type { Common } from './ProtocolGuide/types';

/** The clauses that a sentence rests on, as links; those that are not in this version are left out. */
export const ClauseLinks: React.FC<{
  numbers: readonly string[] | undefined;
  state: Common;
  /** There are many: they go over several lines. */
  wrapping?: boolean;
}> = ({ numbers = [], state, wrapping = false }) => {
  const known = numbers.flatMap((number) => state.clauses.find((clause) => clause.number === number) ?? []);
  return known.length === 0 ? null : (
    <span className={wrapping ? styles.allCited : styles.cited}>
      {known.map(({ id, number, heading }) => (
        <PageLink key={id} address={state.addressOf({ clause: number })} onOpen={() => state.open({ clause: number })}>
          <span aria-hidden="true">{number}</span>
          <VisuallyHidden>{`${format(strings.Clauses, number)}, ${heading}`}</VisuallyHidden>
        </PageLink>
      ))}
    </span>
  );
};

/** Read out, and not seen. */
const VisuallyHidden: React.FC = ({ children }) => <span className={styles.hidden}>{children}</span>;
