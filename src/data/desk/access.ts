import type { DeskMember } from '../../domain/enquiries/desk';
import { folderAt } from '../../domain/enquiries/folders';
import { enquiries as enquiryList } from '../../lists/enquiries';
import { enquiryMessages as messageList } from '../../lists/enquiry-messages';
import { withoutList, type SitePath, type Together } from '../batch';
import { addListItems, deleteListItems, editListItems } from '../rights';
import { toText } from '../values';
import * as caml from './caml';
import { renderRows, type RenderedPage } from './render';
import type { RenderedRow } from './summary-rows';

/** What somebody may do at the desk, by SharePoint's permissions on folders. */
export interface DeskAccess {
  /** May edit enquiries: handles them. */
  handles: boolean;
  /** May see restricted enquiries, and make an enquiry restricted. */
  restricts: boolean;
  /** May add for members, and edits nothing: Member Support. */
  supports: boolean;
  /** IDs of the latest enquiry and message that the user may see; else 0. */
  lastEnquiry: number;
  lastMessage: number;
}

const latest = caml.viewXml({ fields: ['ID'], where: '', orderBy: [{ name: 'ID', descending: true }], limit: 1 });
/** Folders were there before their enquiries, so some are among the first IDs; more than a few are not needed. */
const folders = caml
  .viewXml({
    fields: ['ID', 'FileRef', 'PermMask'],
    where: caml.every(caml.idsUntil(5000), caml.equals('FSObjType', 'Integer', 1)),
    orderBy: [{ name: 'ID' }],
    limit: 50
  })
  .replace('Scope="Recursive"', 'Scope="RecursiveAll"');

/** What is asked for to know what somebody may do: folders that they see with their rights, and the latest IDs. */
export const askAccess = ({ list, add }: Together): Promise<RenderedPage>[] => {
  const none: RenderedPage = { rows: [], next: undefined };
  return [
    withoutList(add(enquiryList, renderRows(list(enquiryList), folders, undefined)), none),
    withoutList(add(enquiryList, renderRows(list(enquiryList), latest, undefined)), none),
    withoutList(add(messageList, renderRows(list(messageList), latest, undefined)), none)
  ];
};

/** Whether a row's rights have a bit of the lower half. */
const may = ({ PermMask = '0x0' }: RenderedRow, bit: number): boolean => (parseInt(PermMask.slice(-8).replace(/^0x/i, ''), 16) & bit) !== 0;

/** What somebody may do, from the answers to `askAccess`. One's own folder says nothing of others'. */
export function accessFrom(pages: readonly RenderedPage[], sitePath: SitePath, self: DeskMember | undefined): DeskAccess {
  const [seen, enquiries, messages] = pages;
  const root = `${sitePath}/${enquiryList.url}/`;
  const others = (kind: 'member' | 'restricted'): RenderedRow[] =>
    (seen?.rows ?? []).filter(({ FileRef }) => {
      const folder = folderAt(toText(FileRef).slice(root.length));
      return folder?.kind === kind && folder.memberId !== self?.id;
    });
  const open = others('member');
  const handles = open.some((row) => may(row, editListItems));
  return {
    handles,
    restricts: others('restricted').some((row) => may(row, deleteListItems)),
    supports: !handles && open.some((row) => may(row, addListItems)),
    lastEnquiry: Number(enquiries?.rows[0]?.ID ?? 0),
    lastMessage: Number(messages?.rows[0]?.ID ?? 0)
  };
}
