import type { PlainDate } from '../../members/term';
import { workingDaysBetween } from '../../protocol/standards';
import type { IsClosed } from '../../workingDays';
import { openLifeStates, type LifeState } from '../life/state';

/** An enquiry, as far as reports count it. */
export interface Counted {
  ward: string;
  service: string;
  kind: string;
  /** The working day that it counts as come on. */
  come: PlainDate;
  state: LifeState;
  acknowledgeBy: PlainDate | undefined;
  acknowledged: PlainDate | undefined;
  /** When it was answered first, and whether that was late; undefined while it is not answered. */
  replied: PlainDate | undefined;
  repliedLate: boolean;
  replyBy: PlainDate | undefined;
  /** When it was closed or withdrawn. */
  closed: PlainDate | undefined;
  /** How it ended; empty while it has not. */
  outcome: string;
}

/** By what a report groups. */
export const groupings = ['service', 'ward', 'kind', 'month'] as const;
export type Grouping = (typeof groupings)[number];

/** So many of so many. */
export interface Share {
  of: number;
  in: number;
}

/** Figures of some enquiries. */
export interface Figures {
  count: number;
  open: number;
  /** Acknowledged by when it was due, of those that are acknowledged or whose day is past. */
  acknowledged: Share;
  /** Answered by when it was due, of those that are answered or whose day is past. */
  answered: Share;
  /** Working days from coming to the first answer: half were answered within so many; undefined where none is answered. */
  workingDays: number | undefined;
  withdrawn: number;
  /** How many ended how. */
  outcomes: ReadonlyMap<string, number>;
}

/** The figures of a group. */
export interface ReportGroup {
  name: string;
  figures: Figures;
}

/** A report over a period. */
export interface Report {
  from: PlainDate;
  to: PlainDate;
  all: Figures;
  groups: ReportGroup[];
  /** Every month of the period, in order, also those without an enquiry. */
  trend: { month: string; count: number; answered: Share }[];
}

/** The month of a date: 2026-11. */
const monthOf = (date: PlainDate): string => date.slice(0, 7);

/** The months from one date to another, both included. */
function monthsBetween(from: PlainDate, to: PlainDate): string[] {
  const months: string[] = [];
  for (let [year = 0, month = 0] = from.split('-').map(Number); ;) {
    const name = `${year}-${String(month).padStart(2, '0')}`;
    if (name > monthOf(to)) return months;
    months.push(name);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}

function median(numbers: readonly number[]): number | undefined {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return undefined;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** In time of those that count: done, or their day is past. What was closed or withdrawn before is not counted. */
function share(
  rows: readonly Counted[],
  due: (row: Counted) => PlainDate | undefined,
  inTime: (row: Counted) => boolean | undefined,
  today: PlainDate
): Share {
  const results = rows.flatMap((row) => {
    const by = due(row);
    const done = inTime(row);
    if (by === undefined) return [];
    if (done !== undefined) return [done];
    // While the member is waited for nothing is late; what ended before its day had no reply to give.
    return row.state !== 'waiting' && by < (row.closed ?? today) ? [false] : [];
  });
  return { of: results.length, in: results.filter((one) => one).length };
}

/** Counts enquiries. */
export function figuresOf(rows: readonly Counted[], today: PlainDate, isClosed: IsClosed): Figures {
  const outcomes = new Map<string, number>();
  for (const { outcome } of rows) if (outcome !== '') outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  return {
    count: rows.length,
    open: rows.filter(({ state }) => openLifeStates.includes(state)).length,
    acknowledged: share(
      rows,
      ({ acknowledgeBy }) => acknowledgeBy,
      ({ acknowledged, acknowledgeBy = '' }) => (acknowledged === undefined ? undefined : acknowledged <= acknowledgeBy),
      today
    ),
    answered: share(
      rows,
      ({ replyBy }) => replyBy,
      ({ replied, repliedLate }) => (replied === undefined ? undefined : !repliedLate),
      today
    ),
    workingDays: median(rows.flatMap(({ come, replied }) => (replied === undefined ? [] : [workingDaysBetween(come, replied, isClosed)]))),
    withdrawn: rows.filter(({ state }) => state === 'withdrawn').length,
    outcomes
  };
}

/** Reports on enquiries that came in a period, the largest group first; months in their order. */
export function reportOf(
  rows: readonly Counted[],
  { from, to, by, today, isClosed }: { from: PlainDate; to: PlainDate; by: Grouping; today: PlainDate; isClosed: IsClosed }
): Report {
  const within = rows.filter(({ come }) => come >= from && come <= to);
  const groups = new Map<string, Counted[]>(by === 'month' ? monthsBetween(from, to).map((month) => [month, []]) : []);
  for (const row of within) {
    const name = by === 'month' ? monthOf(row.come) : row[by];
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  const all = [...groups].map(([name, own]): ReportGroup => ({ name, figures: figuresOf(own, today, isClosed) }));
  return {
    ...{ from, to },
    all: figuresOf(within, today, isClosed),
    groups: by === 'month' ? all : all.sort((a, b) => b.figures.count - a.figures.count || a.name.localeCompare(b.name)),
    trend: monthsBetween(from, to).map((month) => {
      const own = within.filter(({ come }) => monthOf(come) === month);
      return { month, count: own.length, answered: figuresOf(own, today, isClosed).answered };
    })
  };
}
