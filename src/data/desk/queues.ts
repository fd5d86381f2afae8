import type { SPFI } from '@pnp/sp';
import type { EnquirySummary, QueueChoice } from '../../domain/enquiries/desk';
import type { EnquiryFolder } from '../../domain/enquiries/folders';
import { enquiries as enquiryList } from '../../lists/enquiries';
import type { SitePath } from '../batch';
import { toDataError } from '../errors';
import { folderUrl } from '../enquiries/folder-items';
import * as caml from './caml';
import { pageSize, queueQuery, type QueueQuery, type QueueReader } from './queue-query';
import { isOverThreshold, renderRows, type RenderedPage } from './render';
import { onceEach, summaryFields, toSummary } from './summary-rows';

/** Where a next page begins: a page of SharePoint's, or below an ID. */
export type QueueCursor = { kind: 'page'; page: string } | { kind: 'below'; id: number };

/** A page of a queue. */
export interface QueuePage {
  rows: EnquirySummary[];
  /** Absent after the last page. */
  next?: QueueCursor;
}

/** SharePoint looks at no more rows than this. */
const threshold = 5000;
/** An empty stretch of IDs is passed over, but nobody waits for ever. In windows of 5,000. */
const mostWindows = 40;
/** More than come while a page is open. In IDs. */
const sinceThen = 1000;

const failed = (error: unknown): never => {
  throw toDataError(error, enquiryList.title);
};

/**
 * Queues of the desk. Each page is one request, however many enquiries there are; of what is closed, or where more than
 * 5,000 rows match, one request per 5,000 enquiries until the page is full.
 */
export class Queues {
  /** @param folder whose enquiries; undefined for all that the user may see, which needs a way in at the list's root */
  public constructor(
    private readonly sp: SPFI,
    private readonly sitePath: SitePath,
    private readonly folder?: EnquiryFolder
  ) {}

  /**
   * A page of a queue.
   *
   * @param lastId ID of the latest enquiry, where it is known: saves a request where it is needed
   */
  public async page(choice: QueueChoice, reader: QueueReader, cursor?: QueueCursor, lastId?: number): Promise<QueuePage> {
    const query = queueQuery(choice, reader);
    if (!query) return { rows: [] };
    if (cursor?.kind === 'below') return this.windows(query, cursor.id - 1);
    // What grows for ever matches too many rows for an index, unless something narrows it.
    if (query.endless && lastId !== undefined && lastId > threshold && Object.keys(choice.filter).length === 0) {
      // Some more may have come since that was read.
      return this.windows(query, lastId + sinceThen);
    }
    try {
      return this.toPage(await this.render(query.direct, cursor?.page));
    } catch (error) {
      if (!isOverThreshold(error)) throw error;
      return this.windows(query, lastId === undefined ? await this.lastId() : lastId + sinceThen);
    }
  }

  /** The ID of the latest enquiry; 0 where there is none. One request. */
  public async lastId(): Promise<number> {
    const view = caml.viewXml({ fields: ['ID'], where: '', orderBy: [{ name: 'ID', descending: true }], limit: 1 });
    const { rows } = await this.render(view);
    return Number(rows[0]?.ID ?? 0);
  }

  /** Enquiries by their IDs, as far as the user may see them. One request per 200. */
  public async withIds(ids: readonly number[]): Promise<EnquirySummary[]> {
    const found: EnquirySummary[] = [];
    for (let from = 0; from < ids.length; from += 200) {
      const part = ids.slice(from, from + 200);
      found.push(...this.toPage(await this.render(queryForIds(part))).rows);
    }
    return found;
  }

  /** Stretches of IDs, from the highest down, until a page is full. */
  private async windows(query: QueueQuery, highest: number): Promise<QueuePage> {
    const rows: EnquirySummary[] = [];
    let last = highest;
    for (let count = 0; last > 0 && count < mostWindows; count += 1) {
      const first = Math.max(1, last - threshold + 1);
      rows.push(...this.toPage(await this.render(query.between(first, last))).rows);
      if (rows.length >= pageSize) {
        const shown = rows.slice(0, pageSize);
        return { rows: shown, next: { kind: 'below', id: shown[shown.length - 1]?.id ?? first } };
      }
      last = first - 1;
    }
    return { rows, ...(last > 0 ? { next: { kind: 'below', id: last + 1 } } : {}) };
  }

  private render(viewXml: string, page?: string): Promise<RenderedPage> {
    const { folder, sitePath } = this;
    const list = this.sp.web.getList(`${sitePath}/${enquiryList.url}`);
    return renderRows(list, viewXml, folder && folderUrl(sitePath, enquiryList, folder), page).catch(failed);
  }

  private toPage({ rows, next }: RenderedPage): QueuePage {
    return {
      rows: onceEach(rows.flatMap((row) => toSummary(row, this.sitePath) ?? [])),
      ...(next === undefined ? {} : { next: { kind: 'page', page: next } })
    };
  }
}

/** The view of some enquiries. */
const queryForIds = (ids: readonly number[]): string =>
  caml.viewXml({ fields: summaryFields, where: caml.oneOf('ID', 'Counter', ids), limit: ids.length });
