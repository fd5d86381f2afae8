import '@pnp/sp/items';
import '@pnp/sp/lists';
import { readReportRows } from '../../src/data/desk/report-rows';
import { hideSmall, reportOf } from '../../src/domain/enquiries/report';
import { control } from '../support/api';
import { bexleyRows } from '../support/bexley';
import { cast, fillEnquirySite, ids, sitePath } from '../support/enquiries';
import { people, TestServer } from '../support/server';

/** A report over three years of a London borough's own enquiries: its figures are those of the file. */

const rows = bexleyRows();
let server: TestServer;

beforeAll(async () => {
  server = await TestServer.start();
  await fillEnquirySite(server);
  const list = server.as(people.owner).web.getList(`${sitePath}/Lists/Services`);
  const services = new Map<string, number>();
  for (const area of new Set(rows.map(({ service_area: name }) => name))) {
    services.set(area, ((await list.items.add({ Title: area })) as { Id: number }).Id);
  }
  const folders = [`member-${ids.amara}`, `member-${ids.tom}`, `member-${ids.rashid}`];
  for (const [index, folder] of folders.entries()) {
    const items = rows
      .filter((_, place) => place % folders.length === index)
      .map(({ ref, date_received: date, service_area: area }, place) => ({
        ...{ Title: `Matter ${ref}`, SubmissionKey: `${index}-${place}-${ref}`, State: 'Closed', Kind: 'casework', MemberId: index + 1 },
        ...{ ServiceId: services.get(area), Came: `${date}T12:00:00Z`, ReplyBy: `${date}T12:00:00Z` }
      }));
    await control(server, 'seed', { list: 'Enquiries', items, folder });
  }
}, 120_000);
afterAll(() => server.stop());

const countBy = (name: 'service_area' | 'month', from: string, to: string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const row of rows.filter(({ date_received: date }) => date >= from && date <= to)) {
    const key = name === 'month' ? row.date_received.slice(0, 7) : row.service_area;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
};
const today = '2026-11-27';
const isClosed = (): boolean => false;

test('over all years, more rows than SharePoint looks at in one query, by service and by month', async () => {
  const sp = server.as(cast.liaison);
  const shares: number[] = [];
  const read = await readReportRows(sp, sitePath, '2022-01-01', '2024-12-31', (share) => shares.push(share));
  expect(read).toHaveLength(rows.length);
  // It was read in parts, and said so.
  expect(shares.length).toBeGreaterThan(1);
  expect(shares[shares.length - 1]).toBe(1);
  const period = { from: '2022-01-01', to: '2024-12-31', today, isClosed };
  const byService = reportOf(read, { ...period, by: 'service' });
  expect(Object.fromEntries(byService.groups.map(({ name, figures }) => [name, figures.count]))).toEqual(
    countBy('service_area', period.from, period.to)
  );
  const byMonth = reportOf(read, { ...period, by: 'month' });
  const months = Object.fromEntries(
    byMonth.groups.filter(({ figures }) => figures.count > 0).map(({ name, figures }) => [name, figures.count])
  );
  expect(months).toEqual(countBy('month', period.from, period.to));
  expect(byMonth.trend.map(({ count }) => count)).toEqual(byMonth.groups.map(({ figures }) => figures.count));
});

test('over one year in one request, and small numbers are hidden', async () => {
  const sp = server.as(cast.liaison);
  await fetch(`${server.origin}/_local/log`, { method: 'DELETE' });
  const read = await readReportRows(sp, sitePath, '2023-01-01', '2023-12-31');
  expect(((await (await fetch(`${server.origin}/_local/log`)).json()) as { count: number }).count).toBe(1);
  const counts = countBy('service_area', '2023-01-01', '2023-12-31');
  const shown = hideSmall(reportOf(read, { from: '2023-01-01', to: '2023-12-31', by: 'service', today, isClosed }));
  const hidden = shown.groups.filter(({ figures }) => figures.count === 'hidden').map(({ name }) => name);
  const few = Object.keys(counts).filter((name) => (counts[name] ?? 0) < 5);
  expect(hidden).toEqual(expect.arrayContaining(few));
  for (const { name, figures } of shown.groups) if (figures.count !== 'hidden') expect([name, figures.count]).toEqual([name, counts[name]]);
});

test('of what the reader may not see nothing is counted', async () => {
  expect(await readReportRows(server.as(cast.officer), sitePath, '2023-01-01', '2023-12-31').catch(() => [])).toEqual([]);
});
