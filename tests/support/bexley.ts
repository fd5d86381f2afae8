import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import { control } from './api';
import { sitePath } from './enquiries';
import { people, project, type TestServer } from './server';

/** Real enquiries of members, 2022 to 2024, beside the project: date, councillor and service, no text. */
const file = join(project, '../shared/data/enquiries/bexley-2022-2024.csv');
const hasBexley = (): boolean => existsSync(file);

interface BexleyRow {
  ref: string;
  date_received: string;
  councillor: string;
  service_area: string;
}

/** As many rows by rule, where the file is not there. */
const made = (): BexleyRow[] =>
  Array.from({ length: 5316 }, (_, n) => ({
    ref: String(12_000_000 + n),
    date_received: `202${2 + (n % 3)}-0${1 + (n % 9)}-15`,
    councillor: `Councillor ${(n * n) % 45}`,
    service_area: `Service ${n % 20}`
  }));

/** The enquiries of the file; made-up ones where it is not there. */
export const bexleyRows = (): BexleyRow[] =>
  hasBexley() ? (parse(readFileSync(file), { columns: true, bom: true }) as BexleyRow[]) : made();

/**
 * Loads the enquiries into the folders of members: those of the councillor with the most into the first member's, the
 * others in turn. The last hundred of each are open.
 *
 * @param memberIds members with folders
 * @returns how many were loaded
 */
export async function loadBexley(server: TestServer, memberIds: readonly number[]): Promise<number> {
  const rows = bexleyRows();
  const byCouncillor = new Map<string, BexleyRow[]>();
  for (const row of rows) byCouncillor.set(row.councillor, [...(byCouncillor.get(row.councillor) ?? []), row]);
  const busiest = [...byCouncillor.values()].sort((a, b) => b.length - a.length);
  const services = await server.as(people.owner).web.getList(`${sitePath}/Lists/Services`).items.select('Id')<{ Id: number }[]>();
  const names = [...new Set(rows.map(({ service_area: area }) => area))];
  let loaded = 0;
  for (const [index, own] of busiest.entries()) {
    const memberId = memberIds[index % memberIds.length] ?? 0;
    const items = own.map(({ ref, date_received: date, service_area: area }, place) => ({
      Title: `${area}: matter ${ref}`,
      SubmissionKey: `bexley-${ref}-${index}-${place}`,
      State: place >= own.length - 100 ? 'New' : 'Closed',
      Kind: 'casework',
      MemberId: memberId,
      ServiceId: services[names.indexOf(area) % services.length]?.Id ?? null,
      Description: `What a constituent said about ${area} in ${ref}.`,
      Came: `${date}T12:00:00Z`,
      ReplyBy: `${date}T12:00:00Z`
    }));
    await control(server, 'seed', { list: 'Enquiries', items, folder: `member-${memberId}` });
    loaded += items.length;
  }
  return loaded;
}
