import type { SPFI } from '@pnp/sp';
import { pathText } from '../../domain/protocol/packFault';
import { readWhatIsRight, type RightParts as PackParts } from '../../domain/protocol/readPack';
import { toText } from '../values';
import { placeOf, type FaultPlace } from './fault-place';
import type { SitePath } from '../batch';
import { readVersionRows } from './guide';
import { packFromRows } from './protocol-rows';

/** What is right of a version, and where the rest is to be mended. */
export interface RightParts extends PackParts {
  /** The place of each fault, in the order of the faults. */
  places: FaultPlace[];
}

/**
 * Reads a version with its rules as far as they are right, and everything that is wrong in them: owners edit them. One
 * request. Undefined where the version is gone.
 */
export async function readParts(sp: SPFI, sitePath: SitePath, versionId: number): Promise<RightParts | undefined> {
  const rows = await readVersionRows(sp, sitePath, versionId);
  if (!rows) return undefined;
  const { raw, faults } = packFromRows(rows.protocol, rows.clauses, rows.kinds);
  const parts = readWhatIsRight(raw);
  // That a column is no JSON is said once: not again that it is no list.
  const unread = new Set(faults.map(({ at }) => pathText(at)));
  const others = parts.pack.faults.filter(({ at }) => !unread.has(pathText(at)));
  const all = [...faults, ...others];
  const numbers = rows.clauses.map(({ Number: number }) => toText(number as string | null));
  const kinds = rows.kinds.map(({ KindId }) => toText(KindId as string | null));
  return { ...parts, pack: { ...parts.pack, faults: all }, places: all.map((fault) => placeOf(fault, numbers, kinds)) };
}
