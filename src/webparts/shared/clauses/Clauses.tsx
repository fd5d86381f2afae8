import * as React from 'react';
import * as strings from 'MemberlinkUiStrings';
import type { SPFI } from '@pnp/sp';
import useSWR from 'swr';
import { readClauseTexts, type ClauseText } from '../../../data/protocol/clause-texts';
import { format } from '../../../ui/format';
import { readOnce } from '../../../ui/reading';
import styles from './Clauses.module.scss';

/** Clauses by number, each to be opened and read in its place. Where they cannot be read their numbers stand there. */
export const Clauses: React.FC<{ numbers: readonly string[]; versionId: number; props: { sp: SPFI; sitePath: string } }> = ({
  numbers,
  versionId,
  props: { sp, sitePath }
}) => {
  const { data } = useSWR<ClauseText[], unknown>(
    numbers.length === 0 ? null : ['clause texts', sitePath, versionId, numbers.join()],
    // It is an addition: the numbers say where to look.
    () => readClauseTexts(sp, sitePath, versionId, numbers).catch(() => []),
    readOnce
  );
  return (
    <>
      {numbers.map((number) => {
        const clause = data?.find((one) => one.number === number);
        const name = format(strings.Clause, number);
        return clause ? (
          <details key={number} className={styles.clause}>
            <summary>{format(strings.ClauseNamed, name, clause.heading)}</summary>
            <p>{clause.text}</p>
          </details>
        ) : (
          <p key={number}>{name}</p>
        );
      })}
    </>
  );
};
