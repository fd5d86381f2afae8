import type { SPFI } from '@pnp/sp';
import '@pnp/sp/files';
import '@pnp/sp/folders';
import { folderAt } from '../../domain/enquiries/folders';
import type { PlainDate } from '../../domain/members/term';
import { enquiries as enquiryList } from '../../lists/enquiries';
import { enquiryDocuments as documentList } from '../../lists/enquiry-documents';
import { officers as officerList } from '../../lists/officers';
import { readTogether, withoutList, type SitePath } from '../batch';
import { toDate, toText } from '../values';
import { folderUrl, renderFolder } from './folder-items';

/** An enquiry as whoever sent it is shown it. Texts that are not known are empty. */
export interface EnquiryView {
  id: number;
  summary: string;
  description: string;
  memberName: string;
  /** Who sent it: the member, or somebody for them. */
  authorName: string;
  created: Date;
  /** Who has it. */
  officer: string;
  officerJob: string;
  service: string;
  /** Only the Monitoring Officer, and whom they name, see it. */
  isRestricted: boolean;
  /** An officer wrote it, to the members of a ward. */
  isOfficers: boolean;
  wardName: string;
  acknowledgeBy: PlainDate | undefined;
  replyBy: PlainDate | undefined;
  respondBy: PlainDate | undefined;
  /** Names of its documents. */
  documents: string[];
}

type Lookup = { lookupId: number; lookupValue: string }[] | '';
interface Row {
  ID: string;
  Title: string;
  Description: string;
  AskedBy: string;
  Member: Lookup;
  Ward: Lookup;
  Service: Lookup;
  Officer: Lookup;
  Author: { title: string }[];
  'Created.': string;
  'AcknowledgeBy.': string;
  'ReplyBy.': string;
  'RespondBy.': string;
}

const fields = [
  ...['ID', 'Title', 'Description', 'AskedBy', 'Member', 'Ward', 'Service', 'Officer', 'Author', 'Created'],
  ...['AcknowledgeBy', 'ReplyBy', 'RespondBy']
];

const nameOf = (lookup: Lookup): string => (lookup === '' ? '' : (lookup[0]?.lookupValue ?? ''));
/**
 * Reads an enquiry; undefined where there is none that the reader may see. One request, and one more for the officer's
 * job.
 *
 * @param folder path of its folder below the root of the list
 */
export async function readEnquiry(sp: SPFI, sitePath: SitePath, id: number, folder: string): Promise<EnquiryView | undefined> {
  const found = folderAt(folder);
  if (!found || !Number.isSafeInteger(id)) return undefined;
  const viewXml = `<View><Query><Where><Eq><FieldRef Name="ID" /><Value Type="Counter">${id}</Value></Eq></Where></Query><ViewFields>${fields
    .map((name) => `<FieldRef Name="${name}" />`)
    .join('')}</ViewFields><RowLimit>1</RowLimit></View>`;
  const [rows, files] = await readTogether<[Row[], { Name: string }[]]>(
    sp,
    sitePath,
    ({ list, add, web }) => [
      withoutList(add(enquiryList, renderFolder<Row>(list(enquiryList), folderUrl(sitePath, enquiryList, found), viewXml)), []),
      withoutList(
        add(
          documentList,
          web.getFolderByServerRelativePath(`${folderUrl(sitePath, documentList, found)}/${id}`).files.select('Name')<{ Name: string }[]>()
        ),
        []
      )
    ],
    enquiryList
  );
  const [row] = rows;
  if (!row) return undefined;
  const officerId = row.Officer === '' ? undefined : row.Officer[0]?.lookupId;
  const job = officerId === undefined ? '' : await readJob(sp, sitePath, officerId);
  return {
    id: Number(row.ID),
    summary: toText(row.Title),
    description: toText(row.Description),
    memberName: nameOf(row.Member),
    authorName: toText(row.Author[0]?.title),
    created: new Date(row['Created.']),
    officer: nameOf(row.Officer),
    officerJob: job,
    service: nameOf(row.Service),
    isRestricted: found.kind === 'restricted',
    isOfficers: row.AskedBy === 'officer',
    wardName: nameOf(row.Ward),
    acknowledgeBy: toDate(row['AcknowledgeBy.']),
    replyBy: toDate(row['ReplyBy.']),
    respondBy: toDate(row['RespondBy.']),
    documents: files.map(({ Name }) => Name)
  };
}

/** What an officer does; nothing where the row is gone. */
async function readJob(sp: SPFI, sitePath: SitePath, id: number): Promise<string> {
  const [rows] = await readTogether<[{ JobTitle: string | null }[]]>(
    sp,
    sitePath,
    ({ items, add }) => [
      withoutList(add(officerList, items(officerList).select('JobTitle').filter(`Id eq ${id}`)<{ JobTitle: string | null }[]>()), [])
    ],
    officerList
  );
  return toText(rows[0]?.JobTitle);
}
