import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { bankHolidaysOf } from '../../../sharepoint/protocols/bankHolidays';
import type { Nation, ProtocolPack } from '../../../src/domain/protocol/pack';
import {
  addWorkingDays,
  dueDates,
  noticeBy,
  openUntil,
  standardOf,
  workingDaysBetween,
  type KindStandard
} from '../../../src/domain/protocol/standards';
import { isWorkingDay, type IsClosed } from '../../../src/domain/workingDays';

/** By when enquiries are due. The table is worked out by hand: 1 working day to acknowledge, 10 to reply, until 17:00. */

interface Row {
  Why: string;
  Came: string;
  Nation: Nation;
  'Closed too': string;
  'Counts as come': string;
  'Acknowledge by': string;
  'Reply by': string;
}
const rows = parse(readFileSync(join(__dirname, 'due-dates.csv'), 'utf8'), { columns: true }) as Row[];

const standard: KindStandard = { acknowledge: 1, reply: 10, keepOpen: 5, extension: 15, dayEnds: '17:00' };
const closedIn = (nation: Nation, more: readonly string[] = []): IsClosed => {
  const days = new Set([...bankHolidaysOf(nation).map(({ day }) => day), ...more]);
  return (date) => days.has(date);
};
const inEngland = closedIn('england-and-wales');

test('the table has at least 40 rows', () => expect(rows.length).toBeGreaterThanOrEqual(40));

test.each(rows.map((row) => [row.Why, row] as const))('%s', (_, row) => {
  const closed = closedIn(row.Nation, row['Closed too'].split(' '));
  expect(dueDates(new Date(row.Came), standard, closed)).toMatchObject({
    come: row['Counts as come'],
    acknowledge: row['Acknowledge by'],
    reply: row['Reply by']
  });
});

test('a pack without days gives no dates, and one without an end of the day takes what comes until midnight', () => {
  const open: KindStandard = { acknowledge: null, reply: null, keepOpen: null, extension: null, dayEnds: null };
  expect(dueDates(new Date('2026-11-27T23:59:59Z'), open, inEngland)).toEqual({ come: '2026-11-27' });
  expect(openUntil(new Date('2026-11-27T12:00:00Z'), open, inEngland)).toBeUndefined();
});

test('acknowledged within no days is acknowledged on the day itself', () => {
  expect(dueDates(new Date('2026-11-27T09:00:00Z'), { ...standard, acknowledge: 0 }, inEngland).acknowledge).toBe('2026-11-27');
  expect(dueDates(new Date('2026-11-28T09:00:00Z'), { ...standard, acknowledge: 0 }, inEngland).acknowledge).toBe('2026-11-30');
});

test('an answered enquiry stays open over the holidays', () =>
  expect(openUntil(new Date('2026-12-23T12:00:00Z'), standard, inEngland)).toBe('2027-01-04'));

test('notice is counted in working days, from the day that the matter counts as come', () => {
  const asked = new Date('2026-12-23T18:00:00Z');
  expect(noticeBy(asked, '2026-12-30', 3, standard, inEngland)).toEqual({ enough: false, workingDaysLeft: 2 });
  expect(noticeBy(asked, '2026-12-31', 3, standard, inEngland)).toEqual({ enough: true, workingDaysLeft: 3 });
  expect(noticeBy(asked, '2026-12-01', null, standard, inEngland)).toEqual({ enough: true, workingDaysLeft: 0 });
});

test('a calendar without a working day is refused, not searched for ever', () =>
  expect(() => dueDates(new Date('2026-11-27T09:00:00Z'), standard, () => true)).toThrow('no working day'));

test('a kind has its own values and the default for the others', () => {
  const value = <T>(of: T): { value: T; source: string } => ({ value: of, source: 'our default' });
  const standards = {
    default: {
      acknowledge: value(1),
      reply: value(10),
      keepOpen: value(5),
      extension: { value: null, source: 'not set' },
      dayEnds: value('17:00')
    },
    information: { reply: value(20), dayEnds: { value: null, source: 'not set' } }
  } as ProtocolPack['standards'];
  expect(standardOf({ standards }, 'casework')).toEqual({ acknowledge: 1, reply: 10, keepOpen: 5, extension: null, dayEnds: '17:00' });
  expect(standardOf({ standards }, 'information')).toEqual({ acknowledge: 1, reply: 20, keepOpen: 5, extension: null, dayEnds: null });
});

describe('for any moment, nation and number of days', () => {
  const moments = fc.date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2028-06-30T00:00:00Z'), noInvalidDate: true });
  const nations = fc.constantFrom<Nation>('england-and-wales', 'scotland', 'northern-ireland');
  const some = fc.integer({ min: 0, max: 60 });

  test('due dates are working days, none before the matter came, more days never earlier', () =>
    fc.assert(
      fc.property(moments, nations, some, some, (moment, nation, few, more) => {
        const closed = closedIn(nation);
        const { come, acknowledge = '', reply = '' } = dueDates(moment, { ...standard, acknowledge: few, reply: few + more }, closed);
        for (const day of [come, acknowledge, reply]) expect(isWorkingDay(day, closed)).toBe(true);
        expect(come <= acknowledge && acknowledge <= reply).toBe(true);
        expect(workingDaysBetween(come, reply, closed)).toBe(few + more);
      })
    ));

  test('what comes later is never due earlier', () =>
    fc.assert(
      fc.property(moments, moments, nations, some, (a, b, nation, days) => {
        const [first, second] = a <= b ? [a, b] : [b, a];
        const reply = (moment: Date): string => dueDates(moment, { ...standard, reply: days }, closedIn(nation)).reply ?? '';
        expect(reply(first) <= reply(second)).toBe(true);
      })
    ));

  test('days add up', () =>
    fc.assert(
      fc.property(nations, some, some, (nation, a, b) => {
        const closed = closedIn(nation);
        expect(addWorkingDays(addWorkingDays('2026-11-27', a, closed), b, closed)).toBe(addWorkingDays('2026-11-27', a + b, closed));
      })
    ));
});
