import type { MessagingExtensionResponse } from '@microsoft/teams.api';
import { readOwnEnquiries } from '../../../src/data/desk/own-enquiries';
import { Queues } from '../../../src/data/desk/queues';
import { searchEnquiries as searchByWords } from '../../../src/data/desk/search';
import type { DeskStart } from '../../../src/data/desk/start';
import type { EnquirySummary } from '../../../src/domain/enquiries/desk';
import { enquiryIdFrom, referenceOf } from '../../../src/domain/enquiries/reference';
import { foldText } from '../../../src/domain/text';
import type { Ask } from '../ask';
import { enquiryResult } from '../cards/enquiry-card';
import { findEnquiry, foldersOf, seesAll } from '../find-enquiry';
import { strings } from '../strings';
import { pageOf, results, said, type Query } from './query';

/** What somebody has open: a member's own and their ward's; an officer's own, or what is open where they have none. */
async function openOnes({ sp, sitePath, today }: Ask, start: DeskStart): Promise<readonly EnquirySummary[]> {
  if (!seesAll(start)) {
    if (!start.self) return [];
    return (await readOwnEnquiries(sp, sitePath, start.self, start.user.id, today)).rows;
  }
  const queues = new Queues(sp, sitePath);
  const reader = { officerId: start.officerId, ownServices: start.ownServices, today };
  for (const queue of ['mine', 'service', 'open'] as const) {
    const { rows } = await queues.page({ queue, filter: {} }, reader, undefined, start.access.lastEnquiry);
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

/** Enquiries by words: what is open and was sent a moment ago too, then what SharePoint's search knows. */
async function withWords(text: string, ask: Ask, start: DeskStart): Promise<EnquirySummary[]> {
  const words = foldText(text)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const [open, found] = await Promise.all([openOnes(ask, start), searchByWords(ask.sp, ask.siteUrl, ask.sitePath, text, foldersOf(start))]);
  const rows = [...open.filter((row) => holds(row, words)), ...found];
  return rows.filter((row, index) => rows.findIndex(({ id }) => id === row.id) === index);
}

/** Enquiries by reference or words, as far as who asks may see them; what they have open for no words. */
export async function searchEnquiries(query: Query, ask: Ask): Promise<MessagingExtensionResponse> {
  const start = await ask.readings.desk();
  const id = enquiryIdFrom(query.text);
  const byReference = id === undefined ? undefined : await findEnquiry(ask, id);
  const rows = byReference ? [byReference] : query.text === '' ? await openOnes(ask, start) : await withWords(query.text, ask, start);
  if (rows.length === 0 && query.text === '') return said(start.self && !seesAll(start) ? strings.NoOpenEnquiries : strings.NothingWaits);
  const isClosed = (day: string): boolean => start.closures.has(day);
  return results(pageOf(rows, query).map((row) => enquiryResult(row, ask.links.to({ kind: 'enquiry', id: row.id }), ask.now, isClosed)));
}
