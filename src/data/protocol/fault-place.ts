import type { PackFault } from '../../domain/protocol/packFault';
import { pathText } from '../../domain/protocol/packFault';
import { enquiryKinds as kindList } from '../../lists/enquiry-kinds';
import type { ListDefinition } from '../../lists/definition';
import { protocolClauses as clauseList } from '../../lists/protocol-clauses';
import { protocolParts, protocols as protocolList } from '../../lists/protocols';
import { standardNames } from './pack-columns';

/** Where owners mend what is wrong: in SharePoint's own list pages. */
export interface FaultPlace {
  list: string;
  /** Number of the clause, id of the kind; empty for the version itself. */
  row: string;
  /** Title of the column; empty where it is about the row. */
  column: string;
  /** Where within a column of JSON; else empty. */
  within: string;
}

const clauseColumns: Record<string, string> = {
  ...{ number: 'Number', heading: 'Title', text: 'Text', speaksTo: 'SpeaksTo', topics: 'Topics', source: 'Source' }
};
const kindColumns: Record<string, string> = {
  ...{ id: 'KindId', title: 'Title', guidance: 'Guidance', askedBy: 'AskedBy', notice: 'NoticeDays', clauses: 'Clauses' },
  ...{ questions: 'Questions', declineGrounds: 'DeclineGrounds', source: 'Sources' }
};
const versionColumns: Record<string, string> = {
  ...{ council: 'Council', nation: 'Nation', title: 'Title', version: 'Version', source: 'Sources' },
  ...{ adopted: 'Adopted', nextReview: 'NextReview', ownerRole: 'OwnerRole', retention: 'RetentionMonths', ...protocolParts }
};

const titleOf = ({ titleColumn = 'Title', columns }: ListDefinition, column: string | undefined): string =>
  column === 'Title' ? titleColumn : (columns.find(({ name }) => name === column)?.title ?? '');

/**
 * The list, row and column that a fault is in.
 *
 * @param clauses numbers of the version's clauses, and `kinds` ids of its kinds, in their order
 */
export function placeOf({ at }: PackFault, clauses: readonly string[], kinds: readonly string[]): FaultPlace {
  const [part, second, third, ...rest] = at;
  const name = String(part ?? '');
  if (name === 'clauses' && typeof second === 'number')
    return { list: clauseList.title, row: clauses[second] ?? '', column: titleOf(clauseList, clauseColumns[String(third)]), within: '' };
  if (name === 'kinds' && typeof second === 'number')
    return {
      list: kindList.title,
      row: kinds[second] ?? '',
      column: titleOf(kindList, kindColumns[String(third)]),
      within: pathText(rest)
    };
  if (name === 'standards') {
    const column = (standardNames as Record<string, string>)[String(third)];
    const ofKind = kinds.includes(String(second));
    return {
      list: (ofKind ? kindList : protocolList).title,
      row: ofKind ? String(second) : '',
      column: titleOf(protocolList, column),
      within: ''
    };
  }
  return { list: protocolList.title, row: '', column: titleOf(protocolList, versionColumns[name]), within: pathText(at.slice(1)) };
}
