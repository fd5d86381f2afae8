import type { MessagingExtensionResponse } from '@microsoft/teams.api';
import { readOwnEnquiries } from '../../../src/data/desk/own-enquiries';
import { Queues, type QueueCursor } from '../../../src/data/desk/queues';
import { searchEnquiries as searchByWords } from '../../../src/data/desk/search';
import type { DeskStart } from '../../../src/data/desk/start';
import type { EnquirySummary, QueueName } from '../../../src/domain/enquiries/desk';
import { enquiryIdFrom, referenceOf } from '../../../src/domain/enquiries/reference';
import { foldText } from '../../../src/domain/text';
import type { Ask } from '../ask';
import { enquiryResult } from '../cards/enquiry-card';
import { findEnquiry, foldersOf, seesAll } from '../find-enquiry';
import { errorKind } from '../log';
import { strings } from '../strings';
import { pageOf, results, said, type Query } from './query';

/** The first rows of an officer's queue, as many as are wanted. One request for each 50. */
async function rowsOf(queue: QueueName, wanted: number, { sp, sitePath, today }: Ask, start: DeskStart): Promise<EnquirySummary[]> {
  const queues = new Queues(sp, sitePath);
  const reader = { officerId: start.officerId, ownServices: start.ownServices, today };
  const rows: EnquirySummary[] = [];
  let cursor: QueueCursor | undefined;
  do {
    const page = await queues.page({ queue, filter: {} }, reader, cursor, start.access.lastEnquiry);
    rows.push(...page.rows);
    cursor = page.next;
  } while (cursor && rows.length < wanted);
  return rows;
}

/** What somebody has open: a member's own and their ward's; an officer's own, or what is open where they have none. */
async function openOnes(wanted: number, ask: Ask, start: DeskStart): Promise<readonly EnquirySummary[]> {
  if (!seesAll(start)) return start.self ? (await readOwnEnquiries(ask.sp, ask.sitePath, start.self, start.user.id, ask.today)).rows : [];
  for (const queue of ['mine', 'service', 'open'] as const) {
    const rows = await rowsOf(queue, wanted, ask, start);
    if (rows.length > 0) return rows;
  }
  return [];
}

/** Whether every word that was typed begins a word of what an enquiry's row says. */
function holds(row: EnquirySummary, words: readonly string[]): boolean {
  const own = foldText(
    [referenceOf(row.id), row.summary, row.member?.name ?? '', row.service?.name ?? '', row.ward?.name ?? ''].join(' ')
  ).split(' ');
  return words.every((word) => own.some((one) => one.startsWith(word)));
}

/** Enquiries by words: what is open, and what came since SharePoint's search looked, then what that knows. */
async function withWords(text: string, wanted: number, ask: Ask, start: DeskStart): Promise<EnquirySummary[]> {
  const words = foldText(text)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const [open, latest, found] = await Promise.all([
    openOnes(wanted, ask, start),
    seesAll(start) ? rowsOf('new', 1, ask, start) : [],
    searchByWords(ask.sp, ask.siteUrl, ask.sitePath, text, foldersOf(start)).catch((error: unknown) => {
      if (ask.signal.aborted) throw error;
      ask.log.warn('search by words failed', { kind: errorKind(error) });
      return [];
    })
  ]);
  const rows = [...[...open, ...latest].filter((row) => holds(row, words)), ...found];
  return rows.filter((row, index) => rows.findIndex(({ id }) => id === row.id) === index);
}

/** Enquiries by reference or words, as far as who asks may see them; what they have open for no words. */
export async function searchEnquiries(query: Query, ask: Ask): Promise<MessagingExtensionResponse> {
  const start = await ask.readings.desk();
  const wanted = query.skip + query.count;
  const id = enquiryIdFrom(query.text);
  const byReference = id === undefined ? undefined : await findEnquiry(ask, id);
  const rows = byReference
    ? [byReference]
    : query.text === ''
      ? await openOnes(wanted, ask, start)
      : await withWords(query.text, wanted, ask, start);
  if (rows.length === 0 && query.text === '') return said(start.self && !seesAll(start) ? strings.NoOpenEnquiries : strings.NothingWaits);
  const isClosed = (day: string): boolean => start.closures.has(day);
  return results(pageOf(rows, query).map((row) => enquiryResult(row, ask.links.to({ kind: 'enquiry', id: row.id }), ask.now, isClosed)));
}
