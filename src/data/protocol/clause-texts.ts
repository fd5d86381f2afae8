import type { SPFI } from '@pnp/sp';
import { protocolClauses as clauseList } from '../../lists/protocol-clauses';
import { allAtOnce, readTogether, type SitePath } from '../batch';
import { toText } from '../values';

/** A clause as it is shown beside what it is the reason for. */
export interface ClauseText {
  number: string;
  heading: string;
  text: string;
}

/** Reads some clauses of a version by their numbers. One request. */
export async function readClauseTexts(sp: SPFI, sitePath: SitePath, versionId: number, numbers: readonly string[]): Promise<ClauseText[]> {
  const wanted = numbers.map((number) => `Number eq '${number.replace(/'/g, "''")}'`).join(' or ');
  const [rows] = await readTogether<[Record<'Number' | 'Title' | 'Text', string | null>[]]>(
    sp,
    sitePath,
    ({ items, add }) => [
      add(
        clauseList,
        items(clauseList).select('Number', 'Title', 'Text').filter(`ProtocolId eq ${versionId} and (${wanted})`).top(allAtOnce)<
          Record<'Number' | 'Title' | 'Text', string | null>[]
        >()
      )
    ],
    clauseList
  );
  return rows.map(({ Number: number, Title, Text }) => ({ number: toText(number), heading: toText(Title), text: toText(Text) }));
}
