import type { TimelinePipe } from '@pnp/core';
import type { SPFI } from '@pnp/sp';
import '@pnp/sp/files';
import '@pnp/sp/folders';
import '@pnp/sp/webs';
import { DataError, problemOf } from '../../domain/dataProblem';
import { folderPath, type EnquiryFolder } from '../../domain/enquiries/folders';
import { submissionRows, type Submission } from '../../domain/enquiries/submission';
import { enquiries as enquiryList } from '../../lists/enquiries';
import { enquiryDocuments as documentList } from '../../lists/enquiry-documents';
import { enquiryMessages as messageList } from '../../lists/enquiry-messages';
import type { ListDefinition } from '../../lists/definition';
import { readTogether, type SitePath } from '../batch';
import { ClaimedDraft, findRows } from './claim-draft';
import type { Draft } from './draft-rows';
import { Drafts } from './drafts';
import { enquiryValues, sentKey, sentValues } from './enquiry-rows';
import { addToFolder, folderUrl, idsWith, unlessThere } from './folder-items';
import { passes, persist, type Persistence } from './persist';

/** A document that goes with an enquiry. */
export interface OutgoingDocument {
  name: string;
  /** In bytes; absent where only the draft knows it. */
  size?: number;
  /** Its bytes, from where they are: this window, or the draft. Asked for when they are needed. */
  bytes(): Promise<Blob | ArrayBuffer>;
}

/** How far sending is. */
export type SendStep =
  | { kind: 'claiming' }
  /** Another window began to send it; it is waited for, since that one may be finishing. */
  | { kind: 'waiting for another window' }
  | { kind: 'enquiry' }
  | { kind: 'document'; number: number; of: number; name: string };

/** What is sent, by whom, and with what. */
export interface Sending {
  draft: Draft;
  submission: Submission;
  documents: readonly OutgoingDocument[];
  /** How the user signs in, as people columns have it. */
  login: string;
  /** The user's ID on the site. */
  userId: number;
  /** Tells windows apart: the same whenever this one tries again, also after it was loaded again. */
  window: string;
  now(): Date;
  persistence: Persistence;
  progress?(step: SendStep): void;
  /** How a document's bytes are sent: one that tells how far it is. */
  transport?(document: OutgoingDocument): TimelinePipe;
}

/** A row that an enquiry became. */
export interface SentEnquiry {
  /** ID of the row in Enquiries. */
  id: number;
  folder: EnquiryFolder;
  /** Another window sent it, perhaps with other words. */
  byOther: boolean;
}

type Row = ReturnType<typeof submissionRows>[number];
type List = ReturnType<SPFI['web']['getList']>;

/**
 * Sends an enquiry: once, however often it is tried. The draft is claimed under its ETag, so that of two windows one
 * sends; the enquiry's key is looked for before anything is created; then row, message and documents are created, each
 * only if it is not there; and the draft goes. What a stop leaves is finished by the next try. Four requests where nothing
 * goes wrong, one more for a folder of documents and one for each document.
 *
 * Where it fails, the draft stays claimed if something may have been created: its answers are then what is sent by the next
 * try. Where SharePoint refused it, the draft is given back.
 *
 * @returns its rows: one, or one for each ward
 * @throws DataError "changed meanwhile" where another window changed the draft; others where SharePoint refuses
 */
export async function sendEnquiry(sp: SPFI, sitePath: SitePath, sending: Sending): Promise<SentEnquiry[]> {
  const { submission, draft, userId, window, now, persistence, progress = () => undefined } = sending;
  const rows = submissionRows(submission, draft.key);
  progress({ kind: 'claiming' });
  const { found, claimed } = await ClaimedDraft.of(
    sp,
    sitePath,
    { draft, answers: submission.answers, rows },
    { userId, window, now, persistence, onHeld: () => progress({ kind: 'waiting for another window' }) }
  );
  const sent = (row: Row, id: number): SentEnquiry => ({ id, folder: row.folder, byOther: !claimed });
  if (!claimed) return rows.map((row) => sent(row, found.get(row.key) ?? 0));
  progress({ kind: 'enquiry' });
  const steps = new Steps(sp, sitePath, sending, claimed);
  const all: SentEnquiry[] = [];
  for (const row of rows) {
    const known = found.get(row.key);
    const { id, isNew } =
      known === undefined
        ? await steps.addRow(row).catch(async (error: unknown) => {
            // SharePoint refused the first row, so nothing was created: the answers can be changed.
            if (all.length === 0 && found.size === 0 && !passes(problemOf(error))) await persist(persistence, () => claimed.release());
            throw error;
          })
        : { id: known, isNew: false };
    const enquiryId = await steps.addMessage(row, id, isNew);
    all.push(sent(row, enquiryId));
    if (sending.documents.length > 0) await steps.addDocuments(row, enquiryId);
  }
  await persist(persistence, () => new Drafts(sp, sitePath, userId).remove(draft.id));
  return all;
}

/** The steps of sending, each safe to do again. */
class Steps {
  public constructor(
    private readonly sp: SPFI,
    private readonly sitePath: SitePath,
    private readonly sending: Sending,
    private readonly claimed: ClaimedDraft
  ) {}

  /** The row of an enquiry, created if it is not there. One request; two where a try before may have created it. */
  public addRow(row: Row): Promise<{ id: number; isNew: boolean }> {
    const { submission, login, persistence } = this.sending;
    const values = enquiryValues(submission, { ...row, login });
    return persist(persistence, async (isFirst) => {
      await this.claimed.demand();
      const there = isFirst ? undefined : await this.find(row);
      if (there !== undefined) return { id: there, isNew: false };
      const id = (await addToFolder(this.listOf(enquiryList), this.sitePath, enquiryList, row.folder, values)) ?? (await this.find(row));
      // Created, and not to be seen yet: the next try finds it.
      if (id === undefined) throw new DataError({ kind: 'timed out' });
      return { id, isNew: true };
    });
  }

  private async find(row: Row): Promise<number | undefined> {
    return (await findRows(this.sp, this.sitePath, [row])).get(row.key);
  }

  /**
   * The message that says that it was sent, created if it is not there. One request, which also looks for the row once
   * more: browsers send a request again by themselves where a connection that was in use breaks, so there may be two rows.
   * One more request where the message may be there already, or where there are two.
   *
   * @returns the ID of the row that counts: the lowest with the key
   */
  public addMessage(row: Row, knownId: number, isNew: boolean): Promise<number> {
    const { submission, documents, persistence } = this.sending;
    const url = (list: ListDefinition): string => folderUrl(this.sitePath, list, row.folder);
    const add = (list: List, enquiryId: number): Promise<unknown> =>
      addToFolder(list, this.sitePath, messageList, row.folder, sentValues(submission, { key: row.key, enquiryId, documents }));
    return persist(persistence, async (isFirst) => {
      await this.claimed.demand();
      if (!isFirst || !isNew) {
        const [messages, rows] = await readTogether<[number[], number[]]>(
          this.sp,
          this.sitePath,
          ({ list, add: together }) => [
            together(messageList, idsWith(list(messageList), url(messageList), 'MessageKey', sentKey(row.key))),
            together(enquiryList, idsWith(list(enquiryList), url(enquiryList), 'SubmissionKey', row.key))
          ],
          messageList
        );
        const id = rows[0] ?? knownId;
        if (messages.length === 0) await add(this.listOf(messageList), id);
        return id;
      }
      const [rows] = await readTogether<[number[], unknown]>(
        this.sp,
        this.sitePath,
        ({ list, add: together }) => [
          together(enquiryList, idsWith(list(enquiryList), url(enquiryList), 'SubmissionKey', row.key)),
          together(messageList, add(list(messageList), knownId))
        ],
        messageList
      );
      const id = rows[0] ?? knownId;
      if (id !== knownId) await add(this.listOf(messageList), id);
      return id;
    });
  }

  private listOf({ url }: ListDefinition): List {
    return this.sp.web.getList(`${this.sitePath}/${url}`);
  }

  /** The documents, each if it is not there. One request for their folder, and one for each. */
  public async addDocuments({ folder }: Row, enquiryId: number): Promise<void> {
    const { documents, persistence, progress = () => undefined, transport } = this.sending;
    const parent = `${this.sitePath}/${documentList.url}/${folderPath(folder)}`;
    await persist(persistence, () =>
      unlessThere(this.sp.web.getFolderByServerRelativePath(parent).addSubFolderUsingPath(String(enquiryId)), documentList)
    );
    for (const [index, document] of documents.entries()) {
      progress({ kind: 'document', number: index + 1, of: documents.length, name: document.name });
      const bytes = await persist(persistence, () => document.bytes());
      await persist(persistence, async () => {
        await this.claimed.demand();
        const { files } = this.sp.web.getFolderByServerRelativePath(`${parent}/${enquiryId}`);
        if (transport) files.using(transport(document));
        return unlessThere(files.addUsingPath(document.name, bytes as Blob, { Overwrite: false }), documentList);
      });
    }
  }
}
