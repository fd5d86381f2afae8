import type { SPFI } from '@pnp/sp';
import '@pnp/sp/batching';
import '@pnp/sp/files';
import '@pnp/sp/folders';
import '@pnp/sp/items';
import type { EnquirySummary } from '../../../domain/enquiries/desk';
import { referenceOf } from '../../../domain/enquiries/reference';
import type { PlainDate } from '../../../domain/members/term';
import { enquiries as enquiryList } from '../../../lists/enquiries';
import { enquiryDocuments as documentList } from '../../../lists/enquiry-documents';
import { enquiryMessages as messageList } from '../../../lists/enquiry-messages';
import { enquiryRemovals as removalList } from '../../../lists/enquiry-removals';
import { officerNotes as noteList } from '../../../lists/officer-notes';
import type { ListDefinition } from '../../../lists/definition';
import type { SitePath } from '../../batch';
import { isNotFound, toDataError } from '../../errors';
import { folderUrl } from '../../enquiries/folder-items';
import { persist, type Persistence } from '../../enquiries/persist';
import { fromDate, toDate } from '../../values';
import * as caml from '../caml';
import { isOverThreshold, renderRows } from '../render';
import { stateText } from '../states';
import { summaryFields, toSummary, type RenderedRow } from '../summary-rows';

/** An enquiry that need not be kept any longer. */
export interface DueRow {
  row: EnquirySummary;
  /** When it was closed, or the last day on which the member could ask again. */
  ended: PlainDate;
}

/** So many are shown at once, the earliest first: after they are removed come the next. */
const mostDue = 200;
/** SharePoint looks at no more rows than this. */
const threshold = 5000;

/** SPDuplicateValuesFoundException. */
const duplicate = '-2130575169';

/** The day before which what ended is due: some months before today. */
export function keptFrom(today: PlainDate, months: number): PlainDate {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const before = year * 12 + (month - 1) - months;
  const last = new Date(Date.UTC(Math.floor(before / 12), (before % 12) + 1, 0)).getUTCDate();
  return `${Math.floor(before / 12)}-${String((before % 12) + 1).padStart(2, '0')}-${String(Math.min(day, last)).padStart(2, '0')}`;
}

/**
 * Enquiries that were closed, or answered and not asked again, before a day: up to 200, the earliest first. Two requests;
 * one per 5,000 enquiries more where very many are due.
 *
 * @param lastId ID of the latest enquiry
 */
export async function readDue(sp: SPFI, sitePath: SitePath, before: PlainDate, lastId: number): Promise<DueRow[]> {
  const fields = [...summaryFields, 'Closed'];
  const closed = caml.before('Closed', before);
  // Answered, and the member's days are over: nobody has to close it for it to have ended.
  const answered = caml.every(caml.before('OpenUntil', before), caml.equals('State', 'Choice', stateText.answered));
  const read = async (where: string): Promise<RenderedRow[]> => {
    const ask = async (condition: string): Promise<RenderedRow[]> => {
      const view = caml.viewXml({ fields, where: condition, orderBy: [{ name: 'ID' }], limit: mostDue });
      const list = sp.web.getList(`${sitePath}/${enquiryList.url}`);
      return (
        await renderRows(list, view, undefined).catch((error: unknown) => {
          throw toDataError(error, enquiryList.title);
        })
      ).rows;
    };
    try {
      return await ask(where);
    } catch (error) {
      if (!isOverThreshold(error)) throw error;
    }
    const rows: RenderedRow[] = [];
    for (let first = 1; first <= lastId && rows.length < mostDue; first += threshold) {
      rows.push(...(await ask(caml.every(caml.idsFrom(first), caml.idsUntil(first + threshold - 1), where))));
    }
    return rows;
  };
  const rows = [...(await read(closed)), ...(await read(answered))];
  const ended = ['Answered', 'Closed', 'Withdrawn'];
  return rows
    .flatMap((rendered): DueRow[] => {
      const row = toSummary(rendered, sitePath);
      const end = toDate(rendered['Closed.']) ?? row?.openUntil;
      // Opened again after it was closed: it goes on.
      return row && end && ended.includes(rendered.State ?? '') ? [{ row, ended: end }] : [];
    })
    .sort((a, b) => a.row.id - b.row.id)
    .filter(({ row }, index, all) => all.findIndex((other) => other.row.id === row.id) === index)
    .slice(0, mostDue);
}

const failing =
  (list: ListDefinition): ((error: unknown) => never) =>
  (error) => {
    throw toDataError(error, list.title);
  };

/** IDs of the rows of a list that belong to an enquiry. One request. */
async function idsOf(sp: SPFI, sitePath: SitePath, list: ListDefinition, { id, folder }: EnquirySummary): Promise<number[]> {
  const view = caml.viewXml({ fields: ['ID'], where: caml.equals('Enquiry', 'Number', id), limit: threshold });
  const { rows } = await renderRows(sp.web.getList(`${sitePath}/${list.url}`), view, folderUrl(sitePath, list, folder)).catch(
    failing(list)
  );
  return rows.map(({ ID }) => Number(ID));
}

/** Puts rows into the recycle bin, twenty in a request. Those that are gone are gone. */
async function recycleRows(sp: SPFI, sitePath: SitePath, list: ListDefinition, ids: readonly number[]): Promise<void> {
  for (let from = 0; from < ids.length; from += 20) {
    const [batch, execute] = sp.batched();
    const done = ids.slice(from, from + 20).map((id) =>
      batch.web
        .getList(`${sitePath}/${list.url}`)
        .items.getById(id)
        .recycle()
        .catch((error: unknown) => {
          if (!isNotFound(error)) failing(list)(error);
        })
    );
    await execute().catch(failing(list));
    await Promise.all(done);
  }
}

/**
 * Removes an enquiry with its documents, messages and officers' notes, and records that it was: reference and numbers
 * only. The row goes last, so that what a stop leaves is due again and finished. It goes into SharePoint's recycle bin,
 * which keeps it for 93 days. About eight requests. For site collection administrators.
 */
export async function removeEnquiry(sp: SPFI, sitePath: SitePath, { row, ended }: DueRow, persistence: Persistence): Promise<void> {
  const folder = `${folderUrl(sitePath, documentList, row.folder)}/${row.id}`;
  const documents = await persist(persistence, () =>
    sp.web
      .getFolderByServerRelativePath(folder)
      .files.select('Name')<{ Name: string }[]>()
      .catch((error: unknown): undefined => {
        if (!isNotFound(error)) failing(documentList)(error);
        return undefined;
      })
  );
  const [messages, notes] = await persist(persistence, () =>
    Promise.all([idsOf(sp, sitePath, messageList, row), idsOf(sp, sitePath, noteList, row)])
  );
  // Before anything goes: how much it was cannot be counted afterwards. A second try finds it there.
  await persist(persistence, () => record(sp, sitePath, row, ended, [messages.length, documents?.length ?? 0, notes.length]));
  if (documents !== undefined) {
    await persist(persistence, () =>
      sp.web
        .getFolderByServerRelativePath(folder)
        .recycle()
        .catch((error: unknown) => {
          if (!isNotFound(error)) failing(documentList)(error);
        })
    );
  }
  await persist(persistence, () => recycleRows(sp, sitePath, messageList, messages));
  await persist(persistence, () => recycleRows(sp, sitePath, noteList, notes));
  await persist(persistence, () => recycleRows(sp, sitePath, enquiryList, [row.id]));
}

async function record(
  sp: SPFI,
  sitePath: SitePath,
  { id }: EnquirySummary,
  ended: PlainDate,
  [Messages = 0, Documents = 0, Notes = 0]: readonly number[]
): Promise<void> {
  await sp.web
    .getList(`${sitePath}/${removalList.url}`)
    .items.add({ Title: referenceOf(id), Ended: fromDate(ended), Messages, Documents, Notes })
    .catch((error: unknown) => {
      const failure = toDataError(error, removalList.title);
      // A try before recorded it: references are there once.
      if (failure.problem.kind === 'other' && failure.problem.code?.startsWith(duplicate) === true) return;
      throw failure;
    });
}
