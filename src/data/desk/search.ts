import type { SPFI } from '@pnp/sp';
import '@pnp/sp/search';
import type { EnquirySummary } from '../../domain/enquiries/desk';
import { enquiries as enquiryList } from '../../lists/enquiries';
import { enquiryMessages as messageList } from '../../lists/enquiry-messages';
import type { EnquiryFolder } from '../../domain/enquiries/folders';
import type { SitePath } from '../batch';
import { folderUrl } from '../enquiries/folder-items';
import { toDataError } from '../errors';
import * as caml from './caml';
import { Queues } from './queues';
import { renderRows } from './render';
import { numberIn } from './summary-rows';

/** So many hits are shown; somebody who has more asks for another word. */
const mostFound = 100;
/** Longer questions say no more. */
const mostWords = 12;
const longestWord = 60;

/** Words of a question as KQL: each may be the beginning of one. What stands between words is left out, so it means nothing. */
const kqlWords = (question: string): string =>
  (question.match(/[\p{L}\p{N}]+/gu) ?? [])
    .slice(0, mostWords)
    // AND, OR and NOT are operators only in capitals.
    .map((word) => `${word.slice(0, longestWord).toLocaleLowerCase('en-GB')}*`)
    .join(' ');

interface Hit {
  ListItemID?: string;
  Path?: string;
}

/**
 * Enquiries whose own words, or messages, hold the words of a question, the latest first: by SharePoint's search, which is
 * some minutes behind and shows nobody what they may not see. Two requests, three where messages are found; for members
 * the second and third once for each folder.
 *
 * @param siteUrl absolute address of the site
 * @param folders where members look; undefined for who is let in at the lists' roots
 */
export async function searchEnquiries(
  sp: SPFI,
  siteUrl: string,
  sitePath: SitePath,
  question: string,
  folders: readonly (EnquiryFolder | undefined)[] = [undefined]
): Promise<EnquirySummary[]> {
  const words = kqlWords(question);
  if (words === '') return [];
  const root = siteUrl.replace(/\/$/, '').replace(/"/g, '');
  const within = [enquiryList, messageList].map(({ url }) => `path:"${root}/${url}"`).join(' OR ');
  const { RawSearchResults } = await sp
    .search({
      ...{ Querytext: `${words} (${within})`, RowLimit: mostFound, TrimDuplicates: false },
      ...{ SelectProperties: ['ListItemID', 'Path'], SortList: [{ Property: 'Created', Direction: 1 }], EnableSorting: true }
    })
    .catch((error: unknown) => {
      throw toDataError(error, enquiryList.title);
    });
  const hits = (RawSearchResults.PrimaryQueryResult?.RelevantResults?.Table?.Rows ?? []).map(
    ({ Cells }) => Object.fromEntries((Cells ?? []).map(({ Key, Value }) => [Key, Value])) as Hit
  );
  const isMessage = ({ Path = '' }: Hit): boolean => Path.toLowerCase().includes(`/${messageList.url.toLowerCase()}/`);
  const ids = (some: readonly Hit[]): number[] => some.map(({ ListItemID }) => Number(ListItemID)).filter((id) => id > 0);
  const messageIds = ids(hits.filter(isMessage));
  const found = new Set(ids(hits.filter((hit) => !isMessage(hit))));
  if (messageIds.length > 0) {
    const view = caml.viewXml({ fields: ['ID', 'Enquiry'], where: caml.oneOf('ID', 'Counter', messageIds), limit: mostFound });
    const pages = await Promise.all(
      folders.map((folder) =>
        renderRows(sp.web.getList(`${sitePath}/${messageList.url}`), view, folder && folderUrl(sitePath, messageList, folder))
      )
    ).catch((error: unknown) => {
      throw toDataError(error, messageList.title);
    });
    for (const row of pages.flatMap(({ rows }) => rows)) found.add(numberIn(row, 'Enquiry'));
  }
  if (found.size === 0) return [];
  const rows = await Promise.all(folders.map((folder) => new Queues(sp, sitePath, folder).withIds([...found])));
  return rows.flat().sort((a, b) => b.id - a.id);
}
