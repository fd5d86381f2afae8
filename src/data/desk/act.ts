import type { TimelinePipe } from '@pnp/core';
import type { SPFI } from '@pnp/sp';
import '@pnp/sp/files';
import '@pnp/sp/folders';
import { DataError, problemOf } from '../../domain/dataProblem';
import { britishDateOf } from '../../domain/dates';
import { freeName } from '../../domain/enquiries/documents';
import { folderPath } from '../../domain/enquiries/folders';
import {
  isOfficer,
  isPastOpenDays,
  messageOf,
  transit,
  type ActionInput,
  type ActionName,
  type Actor,
  type EnquiryMessage,
  type EventDetails,
  type Refusal
} from '../../domain/enquiries/life';
import { enquiryDocuments as documentList } from '../../lists/enquiry-documents';
import { enquiryMessages as messageList } from '../../lists/enquiry-messages';
import type { SitePath } from '../batch';
import { toDataError } from '../errors';
import type { FormValue } from '../enquiries/enquiry-rows';
import { addToFolder, folderUrl, unlessThere } from '../enquiries/folder-items';
import { passes, persist, type Persistence } from '../enquiries/persist';
import { writeLife } from './life-row';
import { addNote } from './notes';
import { Queues } from './queues';
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
    // It was restricted meanwhile: what is said now goes where few see it, once whoever says it knows.
    if (folderPath(before.row.folder) !== folderPath(this.enquiry.row.folder)) return { kind: 'changed', enquiry: before };
    if (mine) return this.outcomeOf(deed, before, sameWords(deed, mine));
    const refusal = refusalOf(before, deed);
    if (isOfficer(deed.actor) && lastHappened(before) > deed.after) return { kind: 'changed', enquiry: before };
    if (refusal) return { kind: 'refused', reason: refusal, enquiry: before };
    if (!(await this.isThere(deed.action === 'link' ? deed.input.other : undefined))) {
      return { kind: 'refused', reason: 'no such enquiry', enquiry: before };
    }
    const documents = await this.addDocuments(before, deed);
    const named = documents.length > 0 ? { ...deed, input: { ...deed.input, documents } } : deed;
    return this.outcomeOf(deed, await this.addMessage(named), true);
  }

  /**
   * Adds a note that members do not see, once however often it is tried. Two requests; one more after a try before.
   *
   * @param key tells it apart, the same whenever it is tried again
   */
  public async note(text: string, key: string, isFirst: boolean): Promise<Done> {
    const { sp, sitePath, persistence } = this.source;
    const before = await persist(persistence, () => this.read());
    if (folderPath(before.row.folder) !== folderPath(this.enquiry.row.folder)) return { kind: 'changed', enquiry: before };
    await addNote(sp, sitePath, before.row, text, key, persistence, isFirst);
    return { kind: 'done', enquiry: await persist(persistence, () => this.read()) };
  }

  /** Whether an enquiry that is named is there, and may be seen. One request. */
  private async isThere(id: number | undefined): Promise<boolean> {
    const { sp, sitePath, persistence } = this.source;
    return id === undefined || (await persist(persistence, () => new Queues(sp, sitePath).withIds([id]))).length > 0;
  }

  /** What became of a message that is there, and the row brought up to it. */
  private async outcomeOf({ key, actor }: Deed, enquiry: OneEnquiry, isSame: boolean): Promise<Done> {
    const written = enquiry.messages.find((message) => message.key === key);
    const why = written && enquiry.life.voids.get(written.id);
    await this.follow(enquiry, actor);
    // A try before was stored, and its words were changed since: those are not.
    if (why === 'overtaken' || why === 'judged before' || !isSame) return { kind: 'changed', enquiry };
    return why === undefined ? { kind: 'done', enquiry } : { kind: 'refused', reason: why, enquiry };
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
    const { event, text, details } = messageFor(deed);
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

  /**
   * Writes to the row what the messages say. The message counts already, so nothing that goes wrong here is a failure of
   * what was done: the next who handles enquiries makes up for it.
   */
  private async follow(enquiry: OneEnquiry, actor: Actor, triesLeft = mostTries): Promise<void> {
    // Messages that the row knows of are not to be seen: they are being moved.
    if (!isOfficer(actor) || enquiry.life.last < enquiry.row.counted) return;
    const { sp, sitePath } = this.source;
    const { row, life, etag } = enquiry;
    try {
      await writeLife(sp, sitePath, row.id, life, etag);
    } catch (error) {
      const problem = problemOf(error);
      if (problem.kind === 'other' && !passes(problem)) {
        // Officer or service is gone from its list: the rest of the row follows all the same.
        await writeLife(sp, sitePath, row.id, { ...life, officer: undefined, service: undefined }, etag).catch(() => undefined);
      } else if (triesLeft > 1 && (problem.kind === 'changed meanwhile' || passes(problem))) {
        await this.follow(await this.read().catch(() => enquiry), actor, triesLeft - 1);
      }
    }
  }

  /**
   * Adds documents to the enquiry's folder under names that are free.
   *
   * @returns their names there
   */
  private async addDocuments({ row: { id, folder }, documents: known }: OneEnquiry, { documents }: Deed): Promise<string[]> {
    if (documents.length === 0) return [];
    const { sp, sitePath, persistence, start } = this.source;
    const parent = folderUrl(sitePath, documentList, folder);
    await persist(persistence, () =>
      unlessThere(sp.web.getFolderByServerRelativePath(parent).addSubFolderUsingPath(String(id)), documentList)
    );
    const names: string[] = [];
    const taken = known.map(({ name }) => name);
    for (const { name: given, bytes, transport } of documents) {
      const size = bytes instanceof ArrayBuffer ? bytes.byteLength : bytes.size;
      // One of the same name and size by the same person: a try before brought it.
      const there = known.find((one) => one.name === given && one.size === size && one.authorName === start.user.name);
      const name = there ? given : freeName(given, taken);
      names.push(name);
      taken.push(name);
      if (there) continue;
      await persist(persistence, async (isFirst) => {
        const { files } = sp.web.getFolderByServerRelativePath(`${parent}/${id}`);
        if (transport) files.using(transport);
        const added = files.addUsingPath(name, bytes as Blob, { Overwrite: false });
        await (isFirst
          ? added.catch((error: unknown) => {
              throw toDataError(error, documentList.title);
            })
          : unlessThere(added, documentList));
      });
    }
    return names;
  }
}

/** The ID of the last message that somebody is shown. */
export const lastSeen = ({ messages, life }: Pick<OneEnquiry, 'messages' | 'life'>): number =>
  Math.max(0, ...messages.filter(({ id, event }) => event !== 'seen' && !life.voids.has(id)).map(({ id }) => id));

/** The message of a deed; whoever acts for the member says so, since nothing else tells. */
function messageFor({ action, input, after, actor }: Deed): ReturnType<typeof messageOf> {
  const message = messageOf(action, input, after);
  return actor === 'support' ? { ...message, details: { ...message.details, as: 'support' } } : message;
}

/** Whether what is stored is what was given: names of documents apart, which may have become others. */
function sameWords(deed: Deed, { text, details }: EnquiryMessage): boolean {
  const { text: given, details: wanted } = messageFor(deed);
  const plain = ({ documents: _documents, after: _after, ...rest }: EventDetails): string =>
    JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));
  return text === given.replace(/\r\n/g, '\n') && plain(details) === plain(wanted);
}

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
