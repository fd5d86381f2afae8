import * as strings from 'EnquiryDeskStrings';
import { csvOf } from '../../../../domain/csv';
import { britishDateOf } from '../../../../domain/dates';
import type { EnquirySummary } from '../../../../domain/enquiries/desk';
import { referenceOf } from '../../../../domain/enquiries/reference';
import { stateText } from '../words';

/** The enquiries that are shown, as a CSV file. */
export const queueCsv = (rows: readonly EnquirySummary[]): string =>
  csvOf([
    [
      ...[strings.Reference, strings.Summary, strings.Member, strings.Ward, strings.Service, strings.OfficerColumn, strings.State],
      ...[strings.CameColumn, strings.AcknowledgeByColumn, strings.ReplyByColumn]
    ],
    ...rows.map((row) => [
      ...[referenceOf(row.id), row.summary, row.member?.name ?? '', row.ward?.name ?? '', row.service?.name ?? ''],
      ...[row.officer?.name ?? '', stateText(row.state), row.come ?? britishDateOf(row.created), row.acknowledgeBy ?? '', row.replyBy ?? '']
    ])
  ]);
