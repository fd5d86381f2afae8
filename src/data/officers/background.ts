import type { SPFI } from '@pnp/sp';
import { corrections as correctionList } from '../../lists/corrections';
import { readTogether, withoutList, type SitePath } from '../batch';
import { countOf, openRows, type CountedRow } from '../corrections';
import { mayReview, noPermissions, type PermissionMask } from '../rights';

/** What is shown once the directory stands on the screen. */
export interface DirectoryBackground {
  /** Whether the reader keeps the lists, and so reviews what others suggest. */
  isOwner: boolean;
  /** Suggestions about services and officers that wait for an owner; for others, those of their own. */
  openCorrections: number;
}

/** Reads whether the reader keeps the lists, and what waits. One request. */
export async function readDirectoryBackground(sp: SPFI, sitePath: SitePath): Promise<DirectoryBackground> {
  const [rows, { EffectiveBasePermissions }] = await readTogether<[CountedRow[], { EffectiveBasePermissions: PermissionMask }]>(
    sp,
    sitePath,
    ({ items, list, add }) => [
      withoutList(add(correctionList, openRows(items(correctionList))), []),
      withoutList(
        add(correctionList, list(correctionList).select('EffectiveBasePermissions')<{ EffectiveBasePermissions: PermissionMask }>()),
        { EffectiveBasePermissions: noPermissions }
      )
    ],
    correctionList
  );
  return { isOwner: mayReview(EffectiveBasePermissions), openCorrections: countOf(rows, ['officer', 'service']) };
}
