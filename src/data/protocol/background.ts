import type { SPFI } from '@pnp/sp';
import { firstRead } from '../../domain/protocol/acknowledgement';
import { corrections as correctionList } from '../../lists/corrections';
import { protocolAcknowledgements as acknowledgementList } from '../../lists/protocol-acknowledgements';
import { readTogether, withoutList, type SitePath } from '../batch';
import { countOf, openRows, type CountedRow } from '../corrections';
import { toDataError } from '../errors';
import { mayReview, noPermissions, type PermissionMask } from '../rights';

/** What is shown once the protocol stands on the screen. */
export interface GuideBackground {
  /** Whether the reader keeps the lists, and so reviews what others suggest. */
  isOwner: boolean;
  /** Suggestions about clauses that wait for an owner; for others, those of their own. */
  openCorrections: number;
  /** When the reader first said that they have read the version; undefined if they have not. */
  read?: Date;
  /** Whether it can be said: the list is there, and open to them. */
  canSay: boolean;
}

interface AcknowledgementRow {
  ProtocolId: number;
  ReaderId: number;
  Created: string;
}

/** Reads what the reader may do, and whether they have read a version. One request. */
export async function readGuideBackground(sp: SPFI, sitePath: SitePath, versionId: number, userId: number): Promise<GuideBackground> {
  const [rows, { EffectiveBasePermissions }, own] = await readTogether<
    [CountedRow[], { EffectiveBasePermissions: PermissionMask }, AcknowledgementRow[] | undefined]
  >(
    sp,
    sitePath,
    ({ items, list, add }) => [
      withoutList(add(correctionList, openRows(items(correctionList))), []),
      withoutList(
        add(correctionList, list(correctionList).select('EffectiveBasePermissions')<{ EffectiveBasePermissions: PermissionMask }>()),
        { EffectiveBasePermissions: noPermissions }
      ),
      withoutList<AcknowledgementRow[] | undefined>(
        add(
          acknowledgementList,
          items(acknowledgementList).select('ProtocolId', 'ReaderId', 'Created').filter(`ReaderId eq ${userId}`)<AcknowledgementRow[]>()
        ),
        undefined
      )
    ],
    correctionList
  );
  const acknowledgements = (own ?? []).map(({ ProtocolId, ReaderId, Created }) => ({
    protocolId: ProtocolId,
    userId: ReaderId,
    read: new Date(Created)
  }));
  const read = firstRead(acknowledgements, versionId, userId);
  return {
    isOwner: mayReview(EffectiveBasePermissions),
    openCorrections: countOf(rows, ['clause']),
    ...(read ? { read } : {}),
    canSay: own !== undefined
  };
}

/** Notes that the reader has read a version. One request. */
export async function acknowledge(
  sp: SPFI,
  sitePath: SitePath,
  { versionId, userId, title }: { versionId: number; userId: number; title: string }
): Promise<void> {
  await sp.web
    .getList(`${sitePath}/${acknowledgementList.url}`)
    .items.add({ Title: title.slice(0, 255), ProtocolId: versionId, ReaderId: userId })
    .catch((error: unknown) => {
      throw toDataError(error, acknowledgementList.title);
    });
}
