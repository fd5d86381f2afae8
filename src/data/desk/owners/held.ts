import type { SPFI } from '@pnp/sp';
import { enquiries as enquiryList } from '../../../lists/enquiries';
import { enquiryDocuments as documentList } from '../../../lists/enquiry-documents';
import { enquiryDrafts as draftList } from '../../../lists/enquiry-drafts';
import { enquiryMessages as messageList } from '../../../lists/enquiry-messages';
import { officerNotes as noteList } from '../../../lists/officer-notes';
import type { ListDefinition } from '../../../lists/definition';
import { mentions, type Mention } from '../../../domain/enquiries/desk';
import type { SitePath } from '../../batch';
import { toDataError } from '../../errors';
import { toText } from '../../values';
import * as caml from '../caml';
import { renderRows } from '../render';
import { numberIn, type RenderedRow } from '../summary-rows';

/** Something that names a person. */
export interface Held extends Mention {
  where: 'enquiry' | 'message' | 'note' | 'draft' | 'document';
  /** Of the row, or of the document. */
  id: number;
  /** ID of the enquiry; undefined for a draft. */
  enquiryId: number | undefined;
}

interface Source {
  where: Held['where'];
  list: ListDefinition;
  /** Columns that hold people's words. */
  columns: readonly string[];
  enquiryOf(row: RenderedRow): number | undefined;
}

const own = (row: RenderedRow): number => Number(row.ID);
const named = (row: RenderedRow): number => numberIn(row, 'Enquiry');
const sources: readonly Source[] = [
  {
    ...{ where: 'enquiry', list: enquiryList, enquiryOf: own },
    columns: ['Title', 'Constituent', 'ConstituentContact', 'Description', 'Wanted', 'Place', 'Answers', 'Reach', 'EarlierReference']
  },
  { where: 'message', list: messageList, columns: ['Text', 'Details'], enquiryOf: named },
  { where: 'note', list: noteList, columns: ['Text'], enquiryOf: named },
  { where: 'draft', list: draftList, columns: ['Title', 'Answers', 'Description'], enquiryOf: () => undefined },
  {
    ...{ where: 'document', list: documentList, columns: ['FileLeafRef'] },
    // A document stands in the folder of its enquiry.
    enquiryOf: (row) => Number(/\/(\d+)$/.exec(toText(row.FileDirRef))?.[1] ?? NaN) || undefined
  }
];

/** Rows in a request: their texts may be long. */
const inRequest = 1000;

/**
 * Looks for all that names a person: in enquiries, messages, officers' notes, drafts and names of documents, restricted
 * ones included. All rows are read, by ID, since search is behind and a name may be anywhere: one request per 1,000 rows.
 * What stands inside documents is not read. For site collection administrators.
 *
 * @param progress told how many rows were read, and how many are known to be there
 */
export async function findHeld(
  sp: SPFI,
  sitePath: SitePath,
  name: string,
  progress: (read: number, of: number) => void = () => undefined,
  isStopped: () => boolean = () => false
): Promise<Held[]> {
  const find = mentions(name);
  const last = await Promise.all(sources.map(({ list }) => lastIdOf(sp, sitePath, list)));
  const all = last.reduce((sum, id) => sum + id, 0);
  const held: Held[] = [];
  let before = 0;
  for (const [index, source] of sources.entries()) {
    const end = last[index] ?? 0;
    for (let first = 1; first <= end && !isStopped(); first += inRequest) {
      const view = caml.viewXml({
        fields: ['ID', 'FileDirRef', ...source.columns, ...(source.enquiryOf === named ? ['Enquiry'] : [])],
        where: caml.every(caml.idsFrom(first), caml.idsUntil(first + inRequest - 1)),
        orderBy: [{ name: 'ID' }],
        limit: inRequest
      });
      for (const row of await rowsOf(sp, sitePath, source.list, view)) {
        const mention = find(source.columns.map((column) => plainText(toText(row[column]))));
        if (mention) held.push({ ...mention, where: source.where, id: own(row), enquiryId: source.enquiryOf(row) });
      }
      progress(before + Math.min(end, first + inRequest - 1), all);
    }
    before += end;
  }
  return held;
}

/** A text as people read it: of JSON the texts in it. */
function plainText(text: string): string {
  if (!/^[[{]/.test(text)) return text;
  const texts: string[] = [];
  try {
    JSON.parse(text, (_, value: unknown) => {
      if (typeof value === 'string') texts.push(value);
      return value;
    });
  } catch {
    return text;
  }
  return texts.join(' · ');
}

async function rowsOf(sp: SPFI, sitePath: SitePath, list: ListDefinition, view: string): Promise<RenderedRow[]> {
  const { rows } = await renderRows(sp.web.getList(`${sitePath}/${list.url}`), view, undefined).catch((error: unknown) => {
    throw toDataError(error, list.title);
  });
  return rows;
}

async function lastIdOf(sp: SPFI, sitePath: SitePath, list: ListDefinition): Promise<number> {
  const view = caml.viewXml({ fields: ['ID'], where: '', orderBy: [{ name: 'ID', descending: true }], limit: 1 });
  return Number((await rowsOf(sp, sitePath, list, view))[0]?.ID ?? 0);
}
