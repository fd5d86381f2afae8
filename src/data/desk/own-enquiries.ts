import type { SPFI } from '@pnp/sp';
import { unreadOf, type EnquirySummary, type Unread } from '../../domain/enquiries/desk';
import type { EnquiryFolder } from '../../domain/enquiries/folders';
import { openLifeStates } from '../../domain/enquiries/life';
import type { PlainDate } from '../../domain/members/term';
import { enquiries as enquiryList } from '../../lists/enquiries';
import { enquiryMessages as messageList } from '../../lists/enquiry-messages';
import { readTogether, withoutList, type SitePath } from '../batch';
import { addToFolder, folderUrl } from '../enquiries/folder-items';
import * as caml from './caml';
import { latestView, toHappening } from './messages';
import { seenKey } from './seen-key';
import { renderRows, type RenderedPage } from './render';
import { stateText } from './states';
import { onceEach, summaryFields, toSummary } from './summary-rows';

/** Enquiries of a member, and of their ward, that are open, or answered and may be asked about again. */
export interface OwnEnquiries {
  rows: readonly EnquirySummary[];
  /** What has not been seen, by the ID of the enquiry. */
  unread: Unread;
}

/** More than anybody has open at once. */
const mostOpen = 200;
/** What is new is among the latest. */
const latestMessages = 200;

/** The folders that a member sees. */
export const ownFolders = ({ id, wardId }: { id: number; wardId: number | undefined }): EnquiryFolder[] => [
  { kind: 'member', memberId: id },
  ...(wardId === undefined ? [] : [{ kind: 'ward' as const, wardId }])
];

/**
 * Reads a member's enquiries and their ward's that are open or answered, and what of them is unread. One request.
 *
 * @param userId ID of the member's account on the site
 */
export async function readOwnEnquiries(
  sp: SPFI,
  sitePath: SitePath,
  member: { id: number; wardId: number | undefined },
  userId: number,
  today: PlainDate
): Promise<OwnEnquiries> {
  // What is answered and over is left out: in all folders together it is more than SharePoint looks at.
  const view = caml.viewXml({
    fields: summaryFields,
    where: caml.some(
      caml.oneOf(
        'State',
        'Choice',
        openLifeStates.map((state) => stateText[state])
      ),
      caml.every(caml.from('OpenUntil', today), caml.equals('State', 'Choice', stateText.answered))
    ),
    orderBy: [{ name: 'ID', descending: true }],
    limit: mostOpen
  });
  const none: RenderedPage = { rows: [], next: undefined };
  const folders = ownFolders(member);
  const pages = await readTogether<RenderedPage[]>(
    sp,
    sitePath,
    ({ list, add }) =>
      folders.flatMap((folder) => [
        withoutList(add(enquiryList, renderRows(list(enquiryList), view, folderUrl(sitePath, enquiryList, folder))), none),
        withoutList(
          add(messageList, renderRows(list(messageList), latestView(latestMessages), folderUrl(sitePath, messageList, folder))),
          none
        )
      ]),
    enquiryList
  );
  const rows = pages.filter((_, index) => index % 2 === 0).flatMap((page) => page.rows);
  const messages = pages.filter((_, index) => index % 2 === 1).flatMap((page) => page.rows);
  return {
    rows: onceEach(rows.flatMap((row) => toSummary(row, sitePath) ?? [])).sort((a, b) => b.id - a.id),
    unread: unreadOf(messages.map(toHappening), userId)
  };
}

/** Keeps that somebody has seen an enquiry up to a message, on all their devices. One request. */
export async function markSeen(
  sp: SPFI,
  sitePath: SitePath,
  { id, folder, summary }: Pick<EnquirySummary, 'id' | 'folder' | 'summary'>,
  userId: number,
  upTo: number
): Promise<void> {
  await addToFolder(sp.web.getList(`${sitePath}/${messageList.url}`), sitePath, messageList, folder, [
    { FieldName: 'Title', FieldValue: summary.slice(0, 255) },
    { FieldName: 'Enquiry', FieldValue: String(id) },
    { FieldName: 'MessageKey', FieldValue: seenKey(id, userId, upTo) },
    { FieldName: 'Event', FieldValue: 'seen' }
  ]);
}
