import * as strings from 'EnquiryDeskStrings';
import { csvOf } from '../../../../domain/csv';
import { monthAndYear } from '../../../../domain/dates';
import type { CloseOutcome } from '../../../../domain/enquiries/life';
import type { Grouping, Share, Shown, ShownFigures, ShownReport } from '../../../../domain/enquiries/report';
import { format } from '../../../../ui/format';
import { outcomeText } from '../Enquiry/eventText';

export const groupingText = (by: Grouping): string =>
  ({ service: strings.Service, ward: strings.Ward, kind: strings.Kind, month: strings.Month })[by];

export const shownText = (count: Shown): string => (count === 'hidden' ? strings.HiddenFigure : count.toLocaleString('en-GB'));

/** "34 of 40 (85 %)" */
export function shareText(share: Share | 'hidden'): string {
  if (share === 'hidden') return strings.HiddenFigure;
  if (share.of === 0) return strings.NoneYet;
  return format(strings.ShareOf, share.in, share.of, Math.round((share.in / share.of) * 100));
}

export const daysText = (days: ShownFigures['workingDays']): string =>
  days === 'hidden' ? strings.HiddenFigure : days === undefined ? strings.NoneYet : String(days);

export const groupName = (name: string, by: Grouping): string => (by === 'month' ? monthAndYear(`${name}-01`) : name || strings.NotSaid);

/** Headings of the figures' columns. */
export const columnTexts = (): string[] => [
  ...[
    strings.EnquiriesColumn,
    strings.OpenNow,
    strings.AcknowledgedInTime,
    strings.AnsweredInTime,
    strings.WorkingDaysTaken,
    strings.StateWithdrawn
  ]
];

/** The figures of a row, as texts in the columns' order. */
export const figureTexts = ({ count, open, acknowledged, answered, workingDays, withdrawn }: ShownFigures): string[] => [
  ...[shownText(count), shownText(open), shareText(acknowledged), shareText(answered), daysText(workingDays), shownText(withdrawn)]
];

export const outcomeName = (outcome: string): string => outcomeText(outcome as CloseOutcome) ?? outcome;

/** The report as a CSV file: the figures that are shown, nothing else. */
export const reportCsv = (report: ShownReport, by: Grouping): string =>
  csvOf([
    [groupingText(by), ...columnTexts()],
    ...report.groups.map(({ name, figures }) => [groupName(name, by), ...figureTexts(figures)]),
    [strings.AllTogether, ...figureTexts(report.all)],
    [],
    [strings.HowEnded, strings.EnquiriesColumn],
    ...[...report.all.outcomes].map(([outcome, count]) => [outcomeName(outcome), shownText(count)])
  ]);
