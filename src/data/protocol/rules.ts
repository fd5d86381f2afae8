import type { FormProtocol } from '../../domain/enquiries/form';
import { readRules } from '../../domain/protocol/readRules';
import { protocolParts } from '../../lists/protocols';
import { toText } from '../values';
import { packColumns, standardNames, type Row } from './pack-columns';
import { packFromRows } from './protocol-rows';

/** The columns of a version that hold rules. */
export const ruleColumns = [
  ...['Title', 'Version', 'Sources', ...Object.values(standardNames)],
  ...[protocolParts.conditions, protocolParts.signposts, protocolParts.routing, protocolParts.audiences]
];
export const kindColumns = Object.keys(packColumns.kind);

const byPosition = (a: Row, b: Row): number => Number(a.Position ?? 0) - Number(b.Position ?? 0) || Number(a.Id) - Number(b.Id);

/** The rules of a version from its row and its kinds. What is wrong in them is told of, and never taken as not applying. */
export function readFormProtocol(version: Row, kinds: readonly Row[]): FormProtocol {
  const { raw, faults } = packFromRows(version, [], [...kinds].sort(byPosition));
  return { id: Number(version.Id), title: toText(version.Title as string | null), ...readRules(raw, faults) };
}
