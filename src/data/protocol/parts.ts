import type { SPFI } from '@pnp/sp';
import { readWhatIsRight, type RightParts } from '../../domain/protocol/readPack';
import type { SitePath } from '../batch';
import { readVersionRows } from './guide';
import { packFromRows } from './protocol-rows';

export type { RightParts };

/**
 * Reads a version with its rules as far as they are right, and everything that is wrong in them: owners edit them. One
 * request. Undefined where the version is gone.
 */
export async function readParts(sp: SPFI, sitePath: SitePath, versionId: number): Promise<RightParts | undefined> {
  const rows = await readVersionRows(sp, sitePath, versionId);
  if (!rows) return undefined;
  const { raw, faults } = packFromRows(rows.protocol, rows.clauses, rows.kinds);
  const parts = readWhatIsRight(raw);
  // A column that is no JSON is not there for the checks: that it is missing, and what follows from it, goes without saying.
  const unread = new Set(faults.map(({ at }) => String(at[0])));
  const others = parts.pack.faults.filter(
    ({ at, message }) => !unread.has(String(at[0])) && !(unread.has('roles') && / role "/.test(message))
  );
  return { ...parts, pack: { ...parts.pack, faults: [...faults, ...others] } };
}
