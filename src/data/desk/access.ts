import { SPInstance, type SPFI } from '@pnp/sp';
import '@pnp/sp/folders';
import type { EnquiryFolder } from '../../domain/enquiries/folders';
import { enquiries as enquiryList } from '../../lists/enquiries';
import { enquiryKinds as kindList } from '../../lists/enquiry-kinds';
import { enquiryMessages as messageList } from '../../lists/enquiry-messages';
import { allAtOnce, readTogether, withoutList, type SitePath } from '../batch';
import { folderUrl } from '../enquiries/folder-items';
import type { Row } from '../protocol/pack-columns';
import { deleteListItems, editListItems, addListItems, noPermissions, type PermissionMask } from '../rights';
import * as caml from './caml';
import { kindColumns, readKind, type DeskKind } from './protocol';
import { renderRows, type RenderedPage } from './render';
import type { DeskStart } from './start';

/** What somebody may do at the desk, by SharePoint's permissions on folders. */
export interface DeskAccess {
  kinds: readonly DeskKind[];
  /** May edit enquiries: handles them. */
  handles: boolean;
  /** May see restricted enquiries, and make an enquiry restricted. */
  restricts: boolean;
  /** May add for members, and edits nothing: Member Support. */
  supports: boolean;
  /** IDs of the latest enquiry and message, where the user may come in at the lists; else 0. */
  lastEnquiry: number;
  lastMessage: number;
}

const latest = caml.viewXml({ fields: ['ID'], where: '', orderBy: [{ name: 'ID', descending: true }], limit: 1 });

/** Reads the kinds of enquiry, and what the user may do. One request. */
export async function readDeskAccess(sp: SPFI, sitePath: SitePath, start: DeskStart): Promise<DeskAccess> {
  interface Rights {
    EffectiveBasePermissions: PermissionMask;
  }
  const { protocol, members, self } = start;
  // One folder stands for all: that of another member, since one's own says nothing of others'.
  const other = members.find(({ isServing, id }) => isServing && id !== self?.id);
  const folders: EnquiryFolder[] = other
    ? [
        { kind: 'member', memberId: other.id },
        { kind: 'restricted', memberId: other.id }
      ]
    : [];
  const none: RenderedPage = { rows: [], next: undefined };
  const [kinds, enquiries, messages, ...rights] = await readTogether<[Row[], RenderedPage, RenderedPage, ...(Rights | null)[]]>(
    sp,
    sitePath,
    ({ items, add, list, web }) => [
      withoutList(
        add(
          kindList,
          items(kindList)
            .select('Id', ...kindColumns)
            .filter(`ProtocolId eq ${protocol?.id ?? 0}`)
            .top(allAtOnce)<Row[]>()
        ),
        []
      ),
      withoutList(add(enquiryList, renderRows(list(enquiryList), latest, undefined)), none),
      withoutList(add(messageList, renderRows(list(messageList), latest, undefined)), none),
      ...folders.map((folder) => {
        const item = SPInstance(web.getFolderByServerRelativePath(folderUrl(sitePath, enquiryList, folder)), 'ListItemAllFields');
        return withoutList<Rights | null>(add(enquiryList, item.select('EffectiveBasePermissions')<Rights | null>()), null);
      })
    ],
    kindList
  );
  const [open, restricted] = rights;
  const may = (folder: Rights | null | undefined, bit: number): boolean =>
    (Number((folder?.EffectiveBasePermissions ?? noPermissions).Low) & bit) !== 0;
  const handles = may(open, editListItems);
  const position = (row: Row): number => Number(row.Position ?? 0);
  return {
    kinds: [...kinds].sort((a, b) => position(a) - position(b)).map(readKind),
    handles,
    restricts: may(restricted, deleteListItems),
    supports: !handles && may(open, addListItems),
    lastEnquiry: Number(enquiries.rows[0]?.ID ?? 0),
    lastMessage: Number(messages.rows[0]?.ID ?? 0)
  };
}
