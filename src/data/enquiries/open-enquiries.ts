import type { SPFI } from '@pnp/sp';
import type { OpenEnquiry } from '../../domain/enquiries/alike';
import { folderPath, type EnquiryFolder } from '../../domain/enquiries/folders';
import { enquiries as enquiryList, openStates } from '../../lists/enquiries';
import { readTogether, withoutList, type SitePath } from '../batch';
import { toDate, toText } from '../values';
import { folderUrl, renderFolder } from './folder-items';

/** More than anybody has open at once. */
const mostRead = 200;

interface Row {
  ID: string;
  Title: string;
  Description: string;
  Place: string;
  Topic: string;
  Kind: string;
  State: string;
  Service: { lookupId: number }[] | '';
  AskedBy: string;
  'Created.'?: string;
  'RespondBy.'?: string;
}

const viewXml = `<View Scope="RecursiveAll"><Query><Where><In><FieldRef Name="State" /><Values>${openStates
  .map((state) => `<Value Type="Choice">${state}</Value>`)
  .join('')}</Values></In></Where><OrderBy><FieldRef Name="ID" Ascending="FALSE" /></OrderBy></Query><ViewFields>${[
  ...['ID', 'Title', 'Description', 'Place', 'Topic', 'Kind', 'State', 'Service', 'Created', 'AskedBy', 'RespondBy']
]
  .map((name) => `<FieldRef Name="${name}" />`)
  .join('')}</ViewFields><RowLimit>${mostRead}</RowLimit></View>`;

/**
 * Enquiries of a member, and of their ward, that are still open, the latest first: up to 200 of each. One request. Folders
 * that are not there, or that the user may not see, have none.
 */
export async function readOpenEnquiries(sp: SPFI, sitePath: SitePath, folders: readonly EnquiryFolder[]): Promise<OpenEnquiry[]> {
  const answers = await readTogether<Row[][]>(
    sp,
    sitePath,
    ({ list, add }) =>
      folders.map((folder) =>
        withoutList(add(enquiryList, renderFolder<Row>(list(enquiryList), folderUrl(sitePath, enquiryList, folder), viewXml)), [])
      ),
    enquiryList
  );
  return answers.flatMap((rows, index) =>
    rows.map((row) => ({
      id: Number(row.ID),
      summary: toText(row.Title),
      description: toText(row.Description),
      place: toText(row.Place),
      topic: toText(row.Topic),
      kind: toText(row.Kind),
      state: toText(row.State),
      serviceId: row.Service === '' ? undefined : row.Service?.[0]?.lookupId,
      isOfficers: row.AskedBy === 'officer',
      respondBy: toDate(row['RespondBy.']),
      folder: folders[index] ? folderPath(folders[index]) : '',
      created: new Date(row['Created.'] ?? 0)
    }))
  );
}
