import type { TimelinePipe } from '@pnp/core';
import type { SPFI } from '@pnp/sp';
import '@pnp/sp/attachments';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import { DataError } from '../../domain/dataProblem';
import type { EnquiryAnswers } from '../../domain/enquiries/answers';
import { draftLifetime, draftState, enquiryDrafts as draftList } from '../../lists/enquiry-drafts';
import type { SitePath } from '../batch';
import { isNotFound, toDataError } from '../errors';
import { draftsOf, toDraft, type Draft, type DraftDocument, type DraftRow } from './draft-rows';

type Items = ReturnType<SPFI['web']['getList']>['items'];
type Item = ReturnType<Items['getById']>;

const failed = (error: unknown): never => {
  throw toDataError(error, draftList.title);
};

/** A row's answers: the description apart, since it may be as long as a column of SharePoint's holds. */
export const answersToRow = ({ description, ...answers }: EnquiryAnswers): { Answers: string; Description: string | null } => ({
  Answers: JSON.stringify(answers),
  Description: description === undefined || description === '' ? null : description
});

/** Answers as text, whatever the order in which they were given. */
const canonical = (answers: EnquiryAnswers): string =>
  JSON.stringify(answers, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value
  );

/** Whether two sets of answers are the same. A description that is empty is none, as SharePoint keeps it. */
export const sameAnswers = (a: EnquiryAnswers, b: EnquiryAnswers): boolean =>
  canonical({ ...a, description: a.description ?? '' }) === canonical({ ...b, description: b.description ?? '' });

const dayInMilliseconds = 86_400_000;

/** Drafts that were left alone for too long (30 days): they hold personal data, and nobody needs them any more. */
export const oldDrafts = (drafts: readonly Draft[], now: Date): Draft[] =>
  drafts.filter(({ modified }) => now.getTime() - modified.getTime() > draftLifetime * dayInMilliseconds);

/** The drafts of whoever is signed in. Everybody sees their own only: SharePoint decides (item-level security). */
export class Drafts {
  public constructor(
    private readonly sp: SPFI,
    private readonly sitePath: SitePath,
    /** ID of the user on the site. */
    private readonly userId: number
  ) {}

  /** The user's drafts, the latest first. One request. */
  public async all(): Promise<Draft[]> {
    const rows = await draftsOf(this.list()).catch(failed);
    return rows.flatMap((row) => toDraft(row) ?? []);
  }

  /** A draft as it stands; undefined where it is gone: sent, or deleted. One request. */
  public async read(id: number): Promise<Draft | undefined> {
    const row = await this.item(id)
      .select('*', 'AttachmentFiles')
      .expand('AttachmentFiles')<DraftRow>()
      .catch((error: unknown) => {
        if (isNotFound(error) && toDataError(error, '').problem.kind === 'other') return undefined;
        return failed(error);
      });
    return row && toDraft(row);
  }

  /** The draft with a key; undefined where there is none. One request. */
  public async withKey(key: string): Promise<Draft | undefined> {
    const rows = await this.list()
      .items.select('*', 'AttachmentFiles')
      .expand('AttachmentFiles')
      .filter(`SubmissionKey eq '${key.replace(/'/g, "''")}'`)
      .orderBy('ID')
      .top(1)<DraftRow[]>()
      .catch(failed);
    return rows[0] && toDraft(rows[0]);
  }

  /** Begins a draft. One request. */
  public async add(key: string, title: string, answers: EnquiryAnswers): Promise<Draft> {
    const row = (await this.list()
      .items.add({ Title: title, SubmissionKey: key, WriterId: this.userId, State: draftState.open, ...answersToRow(answers) })
      .catch(failed)) as DraftRow;
    return {
      id: row.Id,
      etag: row['odata.etag'] ?? '',
      title,
      key,
      answers,
      documents: [],
      modified: new Date(),
      isSending: false,
      claim: ''
    };
  }

  /**
   * Saves answers over those that were read. One request.
   *
   * @throws DataError "changed meanwhile" where another window saved since
   */
  public async save(draft: Draft, title: string, answers: EnquiryAnswers): Promise<Draft> {
    const written = (await this.item(draft.id)
      .update({ Title: title, ...answersToRow(answers) }, draft.etag)
      .catch(failed)) as { etag: string };
    return { ...draft, etag: written.etag, title, answers, modified: new Date() };
  }

  /** Renews the claim of the window that sends it. One request. */
  public async renew(draft: Draft, claim: string): Promise<void> {
    await this.item(draft.id).update({ Claim: claim }, draft.etag).catch(failed);
  }

  /** Deletes a draft with its documents, for good. One request. One that is gone is none. */
  public remove(id: number): Promise<void> {
    return this.item(id)
      .delete()
      .catch((error: unknown) => {
        if (!isNotFound(error)) failed(error);
      });
  }

  /**
   * Attaches a document. One request. SharePoint counts it as a change of the row: read what changed with `refreshed`.
   *
   * @param transport how its bytes are sent: one that tells how far it is
   */
  public async attach(id: number, name: string, bytes: Blob | ArrayBuffer, transport?: TimelinePipe): Promise<void> {
    const item = this.item(id);
    if (transport) item.using(transport);
    await item.attachmentFiles.add(name, bytes as Blob).catch(failed);
  }

  /** Takes a document away. One request. */
  public async detach(id: number, name: string): Promise<void> {
    await this.item(id)
      .attachmentFiles.getByName(name)
      .delete()
      .catch((error: unknown) => {
        if (!isNotFound(error)) failed(error);
      });
  }

  /**
   * A draft after its documents changed. One request.
   *
   * @throws DataError "changed meanwhile" where another window saved other answers, or it is gone
   */
  public async refreshed(draft: Draft): Promise<Draft> {
    const now = await this.read(draft.id);
    if (!now || !sameAnswers(now.answers, draft.answers)) throw new DataError({ kind: 'changed meanwhile' });
    return { ...draft, etag: now.etag, documents: now.documents };
  }

  /** Lets a draft be changed again whose sending was refused before anything was created. One request. */
  public async release(draft: Draft): Promise<void> {
    await this.item(draft.id).update({ State: draftState.open, Claim: '' }, draft.etag).catch(failed);
  }

  /** The bytes of an attached document. One request. */
  public bytes(id: number, { name }: Pick<DraftDocument, 'name'>): Promise<ArrayBuffer> {
    return this.item(id).attachmentFiles.getByName(name).getBuffer().catch(failed);
  }

  private list(): ReturnType<SPFI['web']['getList']> {
    return this.sp.web.getList(`${this.sitePath}/${draftList.url}`);
  }

  private item(id: number): Item {
    return this.list().items.getById(id);
  }
}
