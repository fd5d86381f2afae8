import type { SPFI } from '@pnp/sp';
import '@pnp/sp/files';
import '@pnp/sp/folders';
import '@pnp/sp/items';
import { standardFor, type DeskKind } from './protocol';
import type { DeskStart } from './start';
import type { EnquirySummary } from '../../domain/enquiries/desk';
import type { EnquiryFolder } from '../../domain/enquiries/folders';
import { fold, inOrder, outcomes, type Beginning, type EnquiryMessage, type Life } from '../../domain/enquiries/life';
import type { AnsweredQuestion } from '../../domain/enquiries/submission';
import type { PlainDate } from '../../domain/members/term';
import { enquiries as enquiryList } from '../../lists/enquiries';
import { enquiryDocuments as documentList } from '../../lists/enquiry-documents';
import { enquiryMessages as messageList } from '../../lists/enquiry-messages';
import { officerNotes as noteList } from '../../lists/officer-notes';
import type { ListDefinition } from '../../lists/definition';
import { readTogether, withoutList, type SitePath, type Together } from '../batch';
import { toDataError } from '../errors';
import { folderUrl } from '../enquiries/folder-items';
import { toDate, toText } from '../values';
import * as caml from './caml';
import { sentDetailsIn, type SentDetails } from './details';
import { messagesView, toMessage } from './messages';
import { renderRows, type RenderedPage } from './render';
import { authorIn, isYes, linksIn, summaryFields, toSummary, type RenderedRow } from './summary-rows';

/** A document of an enquiry. */
export interface EnquiryDocument {
  name: string;
  /** Server-relative. */
  url: string;
  /** In bytes. */
  size: number;
  created: Date;
  authorName: string;
}

/** A note that members do not see. */
export interface OfficerNote {
  id: number;
  text: string;
  authorName: string;
  created: Date;
}

/** One enquiry with all that happened to it. */
export interface OneEnquiry {
  row: EnquirySummary;
  /** Marks the state of the row that was read; empty for who may not edit it. */
  etag: string;
  description: string;
  wanted: string;
  place: string;
  topic: string;
  earlierReference: string;
  reach: string;
  otherWards: readonly string[];
  concernsWholeArea: boolean;
  forConstituent: boolean;
  constituent: string;
  constituentContact: string;
  authority: string;
  isSensitive: boolean;
  othersNamed: boolean;
  questions: readonly AnsweredQuestion[];
  /** Numbers of clauses that apply. */
  clauses: readonly string[];
  /** ID of the version of the protocol under which it was raised. */
  protocolId: number | undefined;
  /** Who sent it: the member, or somebody for them. */
  senderId: number;
  senderName: string;
  /** The latest day to which the reply can be put off; undefined where the protocol does not say. */
  extendedBy: PlainDate | undefined;
  /** All messages in their order, also those that do not count. */
  messages: readonly EnquiryMessage[];
  beginning: Beginning;
  life: Life;
  documents: readonly EnquiryDocument[];
  /** Undefined for who may not see them. */
  notes: readonly OfficerNote[] | undefined;
}

const fields = [
  ...summaryFields,
  ...['Description', 'Wanted', 'Place', 'Topic', 'EarlierReference', 'Reach', 'OtherWards', 'WiderImpact', 'ForConstituent'],
  ...[
    'Constituent',
    'ConstituentContact',
    'Authority',
    'Sensitive',
    'OthersNamed',
    'Answers',
    'Clauses',
    'Protocol',
    'Author',
    'ExtendedBy',
    ...['Acknowledged', 'Replied', 'RepliedLate', 'Closed', 'Outcome', 'NotCounted']
  ]
];

interface FileRow {
  Name: string;
  ServerRelativeUrl: string;
  Length: string;
  TimeCreated: string;
  Author?: { Title: string };
}

const noPage: RenderedPage = { rows: [], next: undefined };

const questionsIn = (text: string): AnsweredQuestion[] => {
  try {
    const parsed: unknown = JSON.parse(text === '' ? '[]' : text);
    return Array.isArray(parsed) ? (parsed as AnsweredQuestion[]) : [];
  } catch {
    return [];
  }
};

/** Where an enquiry may be, for somebody who opens it by its address. */
export type Place = EnquiryFolder | 'anywhere';

const noon = (day: PlainDate | undefined): Date | undefined => (day === undefined ? undefined : new Date(`${day}T12:00:00Z`));

/** What the row says happened, for one that came without messages. */
function standingIn(row: RenderedRow, openUntil: PlainDate | undefined): NonNullable<Beginning['row']> {
  const moment = (name: string): Date | undefined => noon(toDate(row[`${name}.`]));
  const replied = moment('Replied');
  return {
    ...{ acknowledged: moment('Acknowledged'), replied, closed: moment('Closed'), openUntil },
    repliedInTime: replied && !isYes(row, 'RepliedLate'),
    outcome: outcomes.find((one) => one === toText(row.Outcome))
  };
}

/** What an enquiry was when it was sent, as far as its messages tell; else as its row does. */
function beginningOf(
  rendered: RenderedRow,
  row: EnquirySummary,
  senderId: number,
  sent: SentDetails | undefined,
  start: DeskStart,
  kind: DeskKind | undefined
): Beginning {
  const due = sent?.due;
  const first = sent?.officerId;
  const voids = toText(rendered.NotCounted).split(',').map(Number);
  return {
    ...{ isOfficers: row.isOfficers, isRestricted: row.folder.kind === 'restricted', senderId },
    standard: standardFor(start.protocol, kind),
    isClosed: (day) => start.closures.has(day),
    come: due?.come ?? row.come,
    acknowledgeBy: due ? due.acknowledge : row.acknowledgeBy,
    replyBy: due ? due.reply : row.replyBy,
    // Who had it first is known by name as long as nobody else has it.
    officer: !sent ? row.officer : first === undefined ? undefined : row.officer?.id === first ? row.officer : { id: first, name: '' },
    service: row.service,
    judged: { upTo: row.counted, voids: new Set(voids) },
    ...(sent ? {} : { row: standingIn(rendered, row.openUntil) })
  };
}

/** Puts an enquiry together from its row and messages. */
function toEnquiry(
  rendered: RenderedRow,
  row: EnquirySummary,
  messageRows: readonly RenderedRow[],
  start: DeskStart,
  kinds: readonly DeskKind[]
): Omit<OneEnquiry, 'documents' | 'notes' | 'etag'> {
  const text = (name: string): string => toText(rendered[name]);
  const person = authorIn(rendered);
  const senderId = Number(person?.id ?? 0);
  const messages = inOrder(messageRows.flatMap((one) => toMessage(one, row.member?.id, start) ?? []));
  const sentRow = messageRows.find(({ Event }) => Event === 'sent');
  const sent = sentRow && sentDetailsIn(sentRow.Details);
  const kind = kinds.find(({ id }) => id === row.kind);
  const beginning = beginningOf(rendered, row, senderId, sent, start, kind);
  // What came without messages stands as its row says; those that the row knows of are in that already.
  const folded = sent ? messages : messages.filter(({ id }) => id > row.counted);
  return {
    row,
    ...{ description: text('Description'), wanted: text('Wanted'), place: text('Place'), topic: text('Topic') },
    ...{ earlierReference: text('EarlierReference'), reach: text('Reach'), concernsWholeArea: isYes(rendered, 'WiderImpact') },
    otherWards: linksIn(rendered, 'OtherWards').map(({ name }) => name),
    ...{ forConstituent: isYes(rendered, 'ForConstituent'), constituent: text('Constituent') },
    ...{ constituentContact: text('ConstituentContact'), authority: text('Authority') },
    ...{ isSensitive: isYes(rendered, 'Sensitive'), othersNamed: isYes(rendered, 'OthersNamed') },
    questions: questionsIn(text('Answers')),
    clauses: text('Clauses')
      .split(',')
      .map((number) => number.trim())
      .filter((number) => number !== ''),
    protocolId: linksIn(rendered, 'Protocol')[0]?.id,
    ...{ senderId, senderName: toText(person?.title), extendedBy: toDate(rendered['ExtendedBy.']) },
    ...{ messages, beginning },
    life: fold(beginning, folded, sent ? 'new' : row.state)
  };
}

const urlIn = (sitePath: SitePath, list: ListDefinition, place: Place): string | undefined =>
  place === 'anywhere' ? undefined : folderUrl(sitePath, list, place);

/**
 * Reads an enquiry with its messages, documents and officers' notes; undefined where there is none that the reader may
 * see. One request where its folder is known; one more for its documents where it is not.
 *
 * @param places where to look: its folder, or for somebody who opens it by its address the folders that they see, or
 *   anywhere, which needs a way in at the lists' roots
 * @param first what is asked of SharePoint before it, in the same request
 */
export async function readOneEnquiry(
  sp: SPFI,
  sitePath: SitePath,
  id: number,
  places: readonly Place[],
  start: DeskStart,
  kinds: readonly DeskKind[],
  first: (together: Together) => Promise<unknown> = async () => undefined
): Promise<OneEnquiry | undefined> {
  const only = places.length === 1 && places[0] !== 'anywhere' ? (places[0] as EnquiryFolder) : undefined;
  const wanted = places.flatMap((place) => [
    { list: enquiryList, place, view: caml.viewXml({ fields, where: caml.equals('ID', 'Counter', id), limit: 1 }) },
    { list: messageList, place, view: messagesView(id) },
    { list: noteList, place, view: notesView(id) }
  ]);
  const [, tagged, files, ...pages] = await readTogether<[unknown, { 'odata.etag'?: string }, FileRow[], ...RenderedPage[]]>(
    sp,
    sitePath,
    (together) => {
      const { list, add, web } = together;
      return [
        first(together),
        // Rows of folders come without their ETag, and this one with SharePoint's metadata.
        add(enquiryList, tagOf(web, sitePath, id)),
        only ? withoutList(add(documentList, documentsIn(web, sitePath, only, id)), []) : Promise.resolve([]),
        ...wanted.map(({ list: definition, place, view }) => {
          const page = add(definition, renderRows(list(definition), view, urlIn(sitePath, definition, place)));
          // A folder that one may not see has nothing; that notes are not to be seen is no failure either.
          return withoutList<RenderedPage>(page, definition === noteList ? { ...noPage, next: 'not seen' } : noPage);
        })
      ];
    },
    enquiryList
  );
  for (const [index] of places.entries()) {
    const [rows, messages, notes] = pages.slice(index * 3, index * 3 + 3);
    const rendered = rows?.rows[0];
    const row = rendered && toSummary(rendered, sitePath);
    if (!rendered || !row) continue;
    const documents = only ? files : await readDocuments(sp, sitePath, row.folder, id);
    return {
      ...toEnquiry(rendered, row, messages?.rows ?? [], start, kinds),
      etag: tagged['odata.etag'] ?? '',
      documents: documents.map((file) => ({
        ...{ name: file.Name, url: file.ServerRelativeUrl, size: Number(file.Length), created: new Date(file.TimeCreated) },
        authorName: toText(file.Author?.Title)
      })),
      notes: notes?.next === 'not seen' ? undefined : onceEach(notes?.rows ?? []).map(toNote)
    };
  }
  return undefined;
}

/** The ETag of a row; none of one that is not there, or that the reader may not ask for by itself. */
const tagOf = (web: SPFI['web'], sitePath: SitePath, id: number): Promise<{ 'odata.etag'?: string }> =>
  web
    .getList(`${sitePath}/${enquiryList.url}`)
    .items.getById(id)
    .select('Id')<{ 'odata.etag'?: string }>()
    .catch((error: unknown) => {
      const { problem } = toDataError(error, enquiryList.title);
      if (problem.kind === 'no access' || problem.kind === 'missing list' || (problem.kind === 'other' && problem.status === 404))
        return {};
      throw error;
    });

const documentsIn = (web: SPFI['web'], sitePath: SitePath, folder: EnquiryFolder, id: number): Promise<FileRow[]> =>
  web
    .getFolderByServerRelativePath(`${folderUrl(sitePath, documentList, folder)}/${id}`)
    .files.select('Name', 'ServerRelativeUrl', 'Length', 'TimeCreated', 'Author/Title')
    .expand('Author')<FileRow[]>();

async function readDocuments(sp: SPFI, sitePath: SitePath, folder: EnquiryFolder, id: number): Promise<FileRow[]> {
  const [files] = await readTogether<[FileRow[]]>(
    sp,
    sitePath,
    ({ web, add }) => [withoutList(add(documentList, documentsIn(web, sitePath, folder, id)), [])],
    documentList
  );
  return files;
}

const notesView = (enquiryId: number): string =>
  caml.viewXml({
    ...{ fields: ['ID', 'NoteKey', 'Text', 'Author', 'Created'], where: caml.equals('Enquiry', 'Number', enquiryId) },
    ...{ orderBy: [{ name: 'ID' }], limit: 200 }
  });

/** Of two rows with the same key the one with the lower ID counts. */
const onceEach = (rows: readonly RenderedRow[]): RenderedRow[] =>
  rows.filter(({ NoteKey }, index) => !NoteKey || rows.findIndex((other) => other.NoteKey === NoteKey) === index);

const toNote = (row: RenderedRow): OfficerNote => ({
  ...{ id: Number(row.ID), text: toText(row.Text), created: new Date(row['Created.'] ?? 0) },
  authorName: toText(authorIn(row)?.title)
});
