import type { TimelinePipe } from '@pnp/core';
import type { SPFI } from '@pnp/sp';
import '@pnp/sp/files';
import '@pnp/sp/folders';
import { DataError, problemOf } from '../../domain/dataProblem';
import { britishDateOf } from '../../domain/dates';
import {
  isPastOpenDays,
  messageOf,
  transit,
  type ActionInput,
  type ActionName,
  type Actor,
  type Refusal
} from '../../domain/enquiries/life';
import { enquiryDocuments as documentList } from '../../lists/enquiry-documents';
import { enquiryMessages as messageList } from '../../lists/enquiry-messages';
import type { SitePath } from '../batch';
import { toDataError } from '../errors';
import type { FormValue } from '../enquiries/enquiry-rows';
import { addToFolder, folderUrl } from '../enquiries/folder-items';
import { passes, persist, type Persistence } from '../enquiries/persist';
import { writeLife } from './life-row';
import { readOneEnquiry, type OneEnquiry } from './one-enquiry';
import type { DeskKind } from './protocol';
import type { DeskStart } from './start';

/** A document that goes with a message. */
export interface ActionDocument {
  name: string;
  bytes: Blob | ArrayBuffer;
  transport?: TimelinePipe;
}

/** What somebody does with an enquiry. */
export interface Deed {
  action: ActionName;
  input: ActionInput;
  actor: Actor;
  /** Tells it apart: the same whenever it is tried again. */
  key: string;
  /** ID of the last message that whoever acts has seen. */
  after: number;
  documents: readonly ActionDocument[];
  now: Date;
}

/** What became of it. */
export type Done =
  | { kind: 'done'; enquiry: OneEnquiry }
  /** Something happened that whoever acts had not seen: nothing was written, or what was written does not count. */
  | { kind: 'changed'; enquiry: OneEnquiry }
  /** It cannot be done any more, or never could. */
  | { kind: 'refused'; reason: Refusal; enquiry: OneEnquiry };

/** What the desk knows while somebody works with it. */
export interface DeskSource {
  sp: SPFI;
  sitePath: SitePath;
  start: DeskStart;
  kinds: readonly DeskKind[];
  persistence: Persistence;
}

/** How often the row is tried to be brought up to its messages. */
const mostTries = 3;

/** Works on one enquiry: what is done is added as a message, and the row follows for who may edit it. */
export class EnquiryDesk {
  public constructor(
    private readonly source: DeskSource,
    private readonly enquiry: Pick<OneEnquiry, 'row'>
  ) {}

  /**
   * The enquiry as it stands. One request.
   *
   * @param first what is asked of SharePoint before, in the same request
   */
  public async read(first?: Parameters<typeof readOneEnquiry>[6]): Promise<OneEnquiry> {
    const { sp, sitePath, start, kinds } = this.source;
    const { id, folder } = this.enquiry.row;
    const found = await readOneEnquiry(sp, sitePath, id, [folder], start, kinds, first);
    // It was moved to another folder, or taken away.
    if (!found) throw new DataError({ kind: 'changed meanwhile' });
    return found;
  }

  /**
   * Does something with the enquiry: once, however often it is tried. Three requests, two for who may not edit the row;
   * one more for each document, and one for their folder.
   *
   * @returns what it made of the enquiry, or what somebody else did meanwhile
   */
  public async perform(deed: Deed): Promise<Done> {
    const { persistence } = this.source;
    const before = await persist(persistence, () => this.read());
    const mine = before.messages.find(({ key }) => key === deed.key);
    if (!mine) {
      const refusal = refusalOf(before, deed);
      const overtaken = deed.actor === 'handler' || deed.actor === 'restricted' ? lastHappened(before) > deed.after : false;
      if (overtaken) return { kind: 'changed', enquiry: before };
      if (refusal) return { kind: 'refused', reason: refusal, enquiry: before };
      await this.addDocuments(before, deed);
    }
    const after = mine ? before : await this.addMessage(deed);
    const written = after.messages.find(({ key }) => key === deed.key);
    const why = written && after.life.voids.get(written.id);
    await this.follow(after, deed.actor);
    if (why === 'overtaken') return { kind: 'changed', enquiry: after };
    if (why !== undefined) return { kind: 'refused', reason: why, enquiry: after };
    return { kind: 'done', enquiry: after };
  }

  /** Brings the row up to messages that it does not know of. One request; two where it has to be written. */
  public async catchUp(): Promise<boolean> {
    const enquiry = await this.read();
    if (enquiry.life.last <= enquiry.row.counted) return false;
    await this.follow(enquiry, 'handler');
    return true;
  }

  /** Adds the message, and reads what there is then. One request; two where the message may be there already. */
  private addMessage(deed: Deed): Promise<OneEnquiry> {
    const { sitePath, persistence } = this.source;
    const { row } = this.enquiry;
    const { event, text, details } = messageOf(deed.action, deed.input, deed.after);
    const values: FormValue[] = [
      { FieldName: 'Title', FieldValue: row.summary.slice(0, 255) },
      { FieldName: 'Enquiry', FieldValue: String(row.id) },
      { FieldName: 'MessageKey', FieldValue: deed.key },
      { FieldName: 'Event', FieldValue: event },
      ...(text === '' ? [] : [{ FieldName: 'Text', FieldValue: text }]),
      { FieldName: 'Details', FieldValue: JSON.stringify(details) }
    ];
    return persist(persistence, async (isFirst) => {
      const isThere = ({ messages }: OneEnquiry): boolean => messages.some(({ key }) => key === deed.key);
      if (!isFirst) {
        const now = await this.read();
        if (isThere(now)) return now;
      }
      const list = `${sitePath}/${messageList.url}`;
      const now = await this.read(({ web }) => addToFolder(web.getList(list), sitePath, messageList, row.folder, values));
      // SharePoint may answer the parts of a batch in another order than they were asked.
      return isThere(now) ? now : this.read();
    });
  }

  /** Writes to the row what the messages say. What cannot be written now is made up for by the next who handles enquiries. */
  private async follow(enquiry: OneEnquiry, actor: Actor): Promise<void> {
    if (actor !== 'handler' && actor !== 'restricted') return;
    const { sp, sitePath } = this.source;
    let now = enquiry;
    for (let attempt = 1; ; attempt += 1) {
      try {
        await writeLife(sp, sitePath, now.row.id, now.life, now.etag);
        return;
      } catch (error) {
        const problem = problemOf(error);
        if (problem.kind !== 'changed meanwhile' && !passes(problem)) throw error;
        if (attempt === mostTries) return;
      }
      now = await this.read().catch(() => now);
    }
  }

  /** Adds documents to the enquiry's folder, each if it is not there. */
  private async addDocuments({ row: { id, folder } }: OneEnquiry, { documents }: Deed): Promise<void> {
    if (documents.length === 0) return;
    const { sp, sitePath, persistence } = this.source;
    const parent = folderUrl(sitePath, documentList, folder);
    await persist(persistence, () => unlessThere(sp.web.getFolderByServerRelativePath(parent).addSubFolderUsingPath(String(id))));
    for (const { name, bytes, transport } of documents) {
      await persist(persistence, () => {
        const { files } = sp.web.getFolderByServerRelativePath(`${parent}/${id}`);
        if (transport) files.using(transport);
        return unlessThere(files.addUsingPath(name, bytes as Blob, { Overwrite: false }));
      });
    }
  }
}

/** The ID of the last message that somebody is shown. */
export const lastSeen = ({ messages, life }: Pick<OneEnquiry, 'messages' | 'life'>): number =>
  Math.max(0, ...messages.filter(({ id, event }) => event !== 'seen' && !life.voids.has(id)).map(({ id }) => id));

/** The same without that it was sent, which every reader of its row knows. */
const lastHappened = ({ messages, life }: OneEnquiry): number =>
  lastSeen({ messages: messages.filter(({ event }) => event !== 'sent'), life });

/** Why something cannot be done with an enquiry as it stands. */
function refusalOf({ life, beginning }: OneEnquiry, { action, actor, now }: Deed): Refusal | undefined {
  const result = transit(action, actor, {
    ...{ state: life.state, isOfficers: beginning.isOfficers, isRestricted: beginning.isRestricted },
    ...{ hasOfficer: life.officer !== undefined, isPastOpenDays: isPastOpenDays(life, britishDateOf(now)) }
  });
  return 'refused' in result ? result.refused : undefined;
}

/** What is there already is done: a try before may have added it. */
async function unlessThere(request: Promise<unknown>): Promise<void> {
  await request.catch((error: unknown) => {
    const failure = toDataError(error, documentList.title);
    if (failure.problem.kind === 'other' && /already exists/i.test(failure.problem.message)) return;
    throw failure;
  });
}
