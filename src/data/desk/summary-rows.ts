import type { EnquirySummary, Linked } from '../../domain/enquiries/desk';
import { folderAt } from '../../domain/enquiries/folders';
import { enquiries as enquiryList } from '../../lists/enquiries';
import type { SitePath } from '../batch';
import { toDate, toText } from '../values';
import { stateOf } from './states';

/** Somebody in a cell of a rendered row. */
interface Person {
  id: string;
  title: string;
  email?: string;
  sip?: string;
}

interface LookupValue {
  lookupId: number;
  lookupValue: string;
}

/** A row as RenderListDataAsStream answers it: all is text but people and lookups, which `linksIn` and `authorIn` read. */
export type RenderedRow = Record<string, string | undefined>;

/** The columns of a summary. */
export const summaryFields = [
  ...['ID', 'Title', 'State', 'Kind', 'AskedBy', 'Member', 'Ward', 'Service', 'Officer', 'Urgent', 'Came', 'AcknowledgeBy'],
  ...['ReplyBy', 'RespondBy', 'NeededBy', 'OpenUntil', 'FromMember', 'Counted', 'Created', 'FileDirRef', 'SubmissionKey']
] as const;

/** The values of a cell with people or lookups; it is text where it is empty. */
const valuesIn = <Value>(row: Record<string, unknown>, name: string): Value[] => {
  const cell = row[name];
  return Array.isArray(cell) ? (cell as Value[]) : [];
};
/** What a lookup column of a rendered row points to. */
export const linksIn = (row: RenderedRow, name: string): Linked[] =>
  valuesIn<LookupValue>(row, name).map(({ lookupId, lookupValue }) => ({ id: lookupId, name: toText(lookupValue) }));
/** Who added a rendered row. */
export const authorIn = (row: RenderedRow): Person | undefined => valuesIn<Person>(row, 'Author')[0];
/** A yes or no of a rendered row. */
export const isYes = (row: RenderedRow, name: string): boolean => row[`${name}.value`] === '1';
/** A number of a rendered row: it is written in the site's language beside one that is not. */
export const numberIn = (row: RenderedRow, name: string): number => {
  const plain = Number(row[`${name}.`] ?? NaN);
  return Number.isFinite(plain) && row[`${name}.`] !== '' ? plain : 0;
};

/** A row as its summary; undefined for one that stands in none of the folders. */
export function toSummary(row: RenderedRow, sitePath: SitePath): EnquirySummary | undefined {
  const root = `${sitePath}/${enquiryList.url}/`;
  const directory = toText(row.FileDirRef);
  const folder = directory.toLowerCase().startsWith(root.toLowerCase()) ? folderAt(directory.slice(root.length)) : undefined;
  if (!folder) return undefined;
  const linked = (name: string): Linked | undefined => linksIn(row, name)[0];
  const day = (name: string): ReturnType<typeof toDate> => toDate(row[`${name}.`]);
  return {
    key: toText(row.SubmissionKey),
    ...{ id: Number(row.ID), summary: toText(row.Title), state: stateOf(toText(row.State)), kind: toText(row.Kind), folder },
    ...{ member: linked('Member'), ward: linked('Ward'), service: linked('Service'), officer: linked('Officer') },
    ...{ isOfficers: row.AskedBy === 'officer', isUrgent: isYes(row, 'Urgent'), created: new Date(row['Created.'] ?? 0) },
    ...{ come: day('Came'), acknowledgeBy: day('AcknowledgeBy'), replyBy: day('ReplyBy'), respondBy: day('RespondBy') },
    ...{ neededBy: day('NeededBy'), openUntil: day('OpenUntil'), fromMember: isYes(row, 'FromMember'), counted: numberIn(row, 'Counted') }
  };
}

/** Of two rows of the same submission the one with the lower ID is the enquiry. */
export const onceEach = (rows: readonly EnquirySummary[]): EnquirySummary[] =>
  rows.filter(({ id, key }) => key === '' || !rows.some((other) => other.key === key && other.id < id));
