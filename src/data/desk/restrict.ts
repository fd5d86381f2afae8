import type { SPFI } from '@pnp/sp';
import '@pnp/sp/files';
import '@pnp/sp/folders';
import { DataError } from '../../domain/dataProblem';
import { folderAt, folderPath, type EnquiryFolder } from '../../domain/enquiries/folders';
import { enquiries as enquiryList } from '../../lists/enquiries';
import { enquiryDocuments as documentList } from '../../lists/enquiry-documents';
import { enquiryMessages as messageList } from '../../lists/enquiry-messages';
import { officerNotes as noteList } from '../../lists/officer-notes';
import type { ListDefinition } from '../../lists/definition';
import { isNotFound, toDataError } from '../errors';
import { folderUrl, unlessThere } from '../enquiries/folder-items';
import { persist } from '../enquiries/persist';
import { EnquiryDesk, type Deed, type DeskSource, type Done } from './act';
import * as caml from './caml';
import { readOneEnquiry, type OneEnquiry } from './one-enquiry';
import { renderRows } from './render';
import type { RenderedRow } from './summary-rows';

/** How far it is. */
export type RestrictStep = { kind: 'documents' | 'messages' | 'notes' | 'enquiry'; done: number; of: number };

/** SharePoint gives no more rows at once; an enquiry has fewer messages. */
const mostRows = 500;

/** The folder that an enquiry goes to when it becomes restricted; undefined for one without a member, as officers' to a ward. */
const restrictedFolderOf = ({ row: { member } }: Pick<OneEnquiry, 'row'>): EnquiryFolder | undefined =>
  member && { kind: 'restricted', memberId: member.id };

/** The folder that an enquiry was in before it became restricted, as the decision says; undefined where there is none. */
function folderBefore({ row, messages, life }: Pick<OneEnquiry, 'row' | 'messages' | 'life'>): EnquiryFolder | undefined {
  const decision = messages.find(({ id, event }) => event === 'restricted' && !life.voids.has(id));
  if (!decision) return undefined;
  return row.folder.kind === 'restricted' ? folderAt(decision.details.from ?? '') : row.folder;
}

/**
 * Whether making an enquiry restricted was decided and is not finished: it is in its old folder still, or something of it
 * is. One request for one that has moved.
 */
export async function isHalfRestricted(source: DeskSource, enquiry: OneEnquiry): Promise<boolean> {
  const before = folderBefore(enquiry);
  if (!before) return false;
  if (enquiry.row.folder.kind !== 'restricted') return true;
  const to = enquiry.row.folder;
  return new Mover(source, enquiry.row.id, before, to, () => undefined).isAnythingLeft();
}

/**
 * Makes an enquiry restricted: the decision is recorded, then documents, messages and notes move to the restricted folder
 * of the member, and the row last, so that whoever may not see it any more is shown nothing of it half-way; then what
 * somebody wrote meanwhile. Each step is safe to do again: what a stop leaves is finished by doing it again. IDs stay. For
 * members of Restricted Enquiries. Two requests for each thing that moves, and about ten besides.
 *
 * @returns the enquiry in its new folder, or what kept it from being restricted
 */
export async function restrictEnquiry(
  source: DeskSource,
  enquiry: OneEnquiry,
  deed: Omit<Deed, 'action' | 'key' | 'documents'>,
  progress: (step: RestrictStep) => void = () => undefined
): Promise<Done> {
  const to = restrictedFolderOf(enquiry);
  if (!to) return { kind: 'refused', reason: 'not of this enquiry', enquiry };
  const { id } = enquiry.row;
  const from = folderBefore(enquiry) ?? enquiry.row.folder;
  if (!folderBefore(enquiry)) {
    // One key for good: it is decided once.
    const decision = { ...deed, action: 'restrict' as const, key: `restrict-${id}`, documents: [] };
    const decided = await new EnquiryDesk(source, enquiry).perform({ ...decision, input: { ...deed.input, from: folderPath(from) } });
    if (decided.kind !== 'done') return decided;
  }
  const mover = new Mover(source, id, from, to, progress);
  await mover.belongings();
  await mover.row();
  // What somebody wrote while it moved.
  await mover.belongings();
  const { sp, sitePath, start, kinds, persistence } = source;
  const moved = await persist(persistence, () => readOneEnquiry(sp, sitePath, id, [to], start, kinds));
  if (!moved) throw new DataError({ kind: 'changed meanwhile' });
  return { kind: 'done', enquiry: moved };
}

/** Moves what belongs to an enquiry from one folder to another. */
class Mover {
  public constructor(
    private readonly source: DeskSource,
    private readonly id: number,
    private readonly from: EnquiryFolder,
    private readonly to: EnquiryFolder,
    private readonly progress: (step: RestrictStep) => void
  ) {}

  /** Documents, messages and notes. */
  public async belongings(): Promise<void> {
    await this.documents();
    await this.rows(messageList, 'messages');
    await this.rows(noteList, 'notes');
  }

  /** Whether anything that belongs to the enquiry is in the old folder. */
  public async isAnythingLeft(): Promise<boolean> {
    const lists = await Promise.all([messageList, noteList].map((list) => this.inFolder(list, this.viewOf())));
    return lists.some((rows) => rows.length > 0) || (await this.files()) !== undefined;
  }

  /** The documents, and their folder. */
  private async documents(): Promise<void> {
    const { sp, sitePath, persistence } = this.source;
    const old = `${folderUrl(sitePath, documentList, this.from)}/${this.id}`;
    const target = folderUrl(sitePath, documentList, this.to);
    const files = await this.files();
    if (files === undefined) return;
    await persist(persistence, () =>
      unlessThere(sp.web.getFolderByServerRelativePath(target).addSubFolderUsingPath(String(this.id)), documentList)
    );
    for (const [index, { Name }] of files.entries()) {
      this.progress({ kind: 'documents', done: index, of: files.length });
      await this.move(documentList, `${old}/${Name}`, `${target}/${this.id}/${Name}`);
    }
    await persist(persistence, () =>
      sp.web
        .getFolderByServerRelativePath(old)
        .delete()
        .catch((error: unknown) => {
          if (!isNotFound(error)) throw toDataError(error, documentList.title);
        })
    );
  }

  /** The documents in the old folder; undefined where that is gone. */
  private files(): Promise<{ Name: string }[] | undefined> {
    const { sp, sitePath, persistence } = this.source;
    return persist(persistence, () =>
      sp.web
        .getFolderByServerRelativePath(`${folderUrl(sitePath, documentList, this.from)}/${this.id}`)
        .files.select('Name')<{ Name: string }[]>()
        .catch((error: unknown) => {
          if (isNotFound(error)) return undefined;
          throw toDataError(error, documentList.title);
        })
    );
  }

  private viewOf(): string {
    return caml.viewXml({ fields: ['ID', 'FileLeafRef'], where: caml.equals('Enquiry', 'Number', this.id), limit: mostRows });
  }

  /** The rows of a list that belong to the enquiry. */
  private async rows(list: ListDefinition, kind: RestrictStep['kind']): Promise<void> {
    await this.moveAll(list, this.viewOf(), kind);
  }

  /** The row of the enquiry itself. */
  public row(): Promise<void> {
    return this.moveAll(
      enquiryList,
      caml.viewXml({ fields: ['ID', 'FileLeafRef'], where: caml.equals('ID', 'Counter', this.id), limit: 1 }),
      'enquiry'
    );
  }

  private async moveAll(list: ListDefinition, view: string, kind: RestrictStep['kind']): Promise<void> {
    const { sitePath } = this.source;
    const rows = await this.inFolder(list, view);
    for (const [index, { FileLeafRef = '' }] of rows.entries()) {
      this.progress({ kind, done: index, of: rows.length });
      await this.move(
        list,
        `${folderUrl(sitePath, list, this.from)}/${FileLeafRef}`,
        `${folderUrl(sitePath, list, this.to)}/${FileLeafRef}`
      );
    }
  }

  /** Rows of the old folder; a member's holds the restricted one, whose rows are where they belong. */
  private inFolder(list: ListDefinition, view: string): Promise<RenderedRow[]> {
    const { sp, sitePath, persistence } = this.source;
    const [from, to] = [folderUrl(sitePath, list, this.from), folderUrl(sitePath, list, this.to)];
    return persist(persistence, async () => {
      const page = await renderRows(sp.web.getList(`${sitePath}/${list.url}`), view, from).catch((error: unknown) => {
        throw toDataError(error, list.title);
      });
      return page.rows.filter(({ FileRef = '' }) => !FileRef.toLowerCase().startsWith(`${to}/`.toLowerCase()));
    });
  }

  /** Moves one item. One that is not there any more was moved by a try before. */
  private async move(list: ListDefinition, from: string, to: string): Promise<void> {
    const { sp, persistence }: { sp: SPFI; persistence: DeskSource['persistence'] } = this.source;
    await persist(persistence, async (isFirst) => {
      await sp.web
        .getFileByServerRelativePath(from)
        // A document of that name may have come meanwhile: both are kept.
        .moveByPath(to, false, { RetainEditorAndModifiedOnMove: true, KeepBoth: list === documentList })
        .catch((error: unknown) => {
          if (!isFirst && isNotFound(error)) return;
          throw toDataError(error, list.title);
        });
    });
  }
}
