import * as React from 'react';
import useSWR, { type SWRResponse } from 'swr';
import { readReportRows } from '../../../../data/desk/report-rows';
import { britishDateOf } from '../../../../domain/dates';
import { groupings, hideSmall, reportOf, type Counted, type Grouping, type ShownReport } from '../../../../domain/enquiries/report';
import type { PlainDate } from '../../../../domain/members/term';
import { readOnce, slowAfter } from '../../../../ui/reading';
import type { Address, DeskContext } from '../EnquiryDesk';

/** What a report is about. */
export interface ReportChoice {
  from: PlainDate;
  to: PlainDate;
  by: Grouping;
}

/** A year back: the last twelve months with the present one. */
function yearTo(today: PlainDate): PlainDate {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return month === 12 ? `${year}-01-01` : `${year - 1}-${String(month + 1).padStart(2, '0')}-01`;
}

const dayIn = (text: string | undefined): PlainDate | undefined =>
  text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;

/** What the address chooses. */
export function reportChoice(address: Address, today: PlainDate): ReportChoice {
  const to = dayIn(address.to) ?? today;
  const from = dayIn(address.from) ?? yearTo(to);
  return { from: from <= to ? from : to, to, by: groupings.find((one) => one === address.by) ?? 'service' };
}

/** The figures of a report, with how far reading is. */
export function useReport({ source, start, address, access, now }: DeskContext): {
  choice: ReportChoice;
  reading: SWRResponse<Counted[], unknown>;
  report: ShownReport | undefined;
  share: number;
  slow: boolean;
} {
  const { sp, sitePath } = source;
  const today = britishDateOf(now());
  const choice = reportChoice(address, today);
  const { from, to, by } = choice;
  const [share, setShare] = React.useState(0);
  const [slow, setSlow] = React.useState(false);
  const reading = useSWR<Counted[], unknown>(
    ['report', sitePath, from, to],
    () => {
      setShare(0);
      return readReportRows(sp, sitePath, from, to, setShare);
    },
    { ...readOnce, onLoadingSlow: () => setSlow(true), loadingTimeout: slowAfter }
  );
  const { ward, service, kind } = address;
  const nameOf = (named: readonly { id: number; name: string }[], id: string | undefined): string | undefined =>
    named.find((one) => String(one.id) === id)?.name;
  const [wardName, serviceName] = [nameOf(start.wards, ward), nameOf(start.services, service)];
  const rows = reading.data;
  const report = React.useMemo(() => {
    if (!rows) return undefined;
    const titles = new Map(start.kinds.map(({ id, title }) => [id, title]));
    const wanted = rows.filter(
      (row) =>
        (wardName === undefined || row.ward === wardName) &&
        (serviceName === undefined || row.service === serviceName) &&
        (!kind || row.kind === kind)
    );
    const named = wanted.map((row) => ({ ...row, kind: titles.get(row.kind) ?? row.kind }));
    return hideSmall(reportOf(named, { from, to, by, today, isClosed: (day) => start.closures.has(day) }));
  }, [rows, from, to, by, today, wardName, serviceName, kind, start.kinds, start.closures]);
  return { choice, reading, report, share, slow };
}
