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
/** Folders were there before most enquiries, so some are among the first IDs; few suffice. */
const foldersWith = (name: string): string =>
  caml
    .viewXml({
      fields: ['ID', 'FileRef', 'PermMask'],
      where: caml.every(caml.idsUntil(5000), caml.equals('FSObjType', 'Integer', 1), name),
      orderBy: [{ name: 'ID' }],
      limit: 3
    })
    // Folders stand in no view of items alone.
    .replace('Scope="Recursive"', 'Scope="RecursiveAll"');
const memberFolders = foldersWith(caml.begins('FileLeafRef', 'member-'));
const restrictedFolders = foldersWith(caml.equals('FileLeafRef', 'Text', 'restricted'));

/** How many things are asked for. */
export const rightsAsked = 4;
/** What is asked for to know what somebody may do: folders that they see with their rights, and the latest IDs. */
export const askAccess = ({ list, add }: Together): Promise<RenderedPage>[] => {
  const none: RenderedPage = { rows: [], next: undefined };
  return [
    withoutList(add(enquiryList, renderRows(list(enquiryList), memberFolders, undefined)), none),
    withoutList(add(enquiryList, renderRows(list(enquiryList), restrictedFolders, undefined)), none),
    withoutList(add(enquiryList, renderRows(list(enquiryList), latest, undefined)), none),
    withoutList(add(messageList, renderRows(list(messageList), latest, undefined)), none)
  ];
};

/** Whether a row's rights have a bit of the lower half. */
const may = ({ PermMask = '0x0' }: RenderedRow, bit: number): boolean => (parseInt(PermMask.slice(-8).replace(/^0x/i, ''), 16) & bit) !== 0;

/** What somebody may do, from the answers to `askAccess`. One's own folder says nothing of others'. */
export function accessFrom(pages: readonly RenderedPage[], sitePath: SitePath, self: DeskMember | undefined): DeskAccess {
  const [open, restricted, enquiries, messages] = pages;
  const root = `${sitePath}/${enquiryList.url}/`;
  const others = (page: RenderedPage | undefined, kind: 'member' | 'restricted'): RenderedRow[] =>
    (page?.rows ?? []).filter(({ FileRef }) => {
      const folder = folderAt(toText(FileRef).slice(root.length));
      return folder?.kind === kind && folder.memberId !== self?.id;
    });
  const members = others(open, 'member');
  const handles = members.some((row) => may(row, editListItems));
  return {
    handles,
    restricts: others(restricted, 'restricted').some((row) => may(row, deleteListItems)),
    supports: !handles && members.some((row) => may(row, addListItems)),
    lastEnquiry: Number(enquiries?.rows[0]?.ID ?? 0),
    lastMessage: Number(messages?.rows[0]?.ID ?? 0)
  };
}
