import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClosureDay } from '../../src/data/closure-register';
import type { Nation } from '../../src/domain/protocol/pack';

/** Bank holidays of each nation, 2019 to 2028, as GOV.UK publishes them (Open Government Licence v3.0). */
const published = JSON.parse(readFileSync(join(__dirname, 'bank-holidays.json'), 'utf8')) as Record<
  Nation,
  { date: string; title: string }[]
>;

/** The bank holidays of a nation, by date. */
export const bankHolidaysOf = (nation: Nation): ClosureDay[] => published[nation].map(({ date, title }) => ({ day: date, name: title }));
