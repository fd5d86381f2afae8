import type { SPFI } from '@pnp/sp';
import { britishDateOf } from '../../domain/dates';
import type { PlainDate } from '../../domain/members/term';
import type { Officer, OfficerDirectory } from '../../domain/officers/officer';
import { compareText } from '../../domain/members/member';
import { addDays } from '../../domain/workingDays';
import { closureDays as closureList } from '../../lists/closure-days';
import { liaisonRole, officers as officerList } from '../../lists/officers';
import { services as serviceList } from '../../lists/services';
import { allAtOnce, readTogether, withoutList, type SitePath } from '../batch';
import { toDate } from '../values';
import { officerColumns, officerExpansions, serviceColumns, toOfficer, toService, type OfficerRow, type ServiceRow } from './officer-rows';

type Items = ReturnType<SPFI['web']['getList']>['items'];

const quoted = (text: string): string => text.replace(/'/g, "''");

/** Absences that end longer ago do not matter, nor do closures. In days. */
const past = 7;

/** Asks for officers; the filter has to begin with an indexed column. */
const officersWith = (items: Items, filter: string): Items =>
  items
    .select(...officerColumns)
    .expand(...officerExpansions)
    .filter(filter)
    .top(allAtOnce);

/**
 * Reads services, liaison officers, senior officers and whoever covers for one of them. One request (a batch of five),
 * and one more for each further link of the chains in which officers who are neither cover for somebody. Every query
 * begins with an indexed column, so the number of officers does not matter.
 *
 * @param posts jobs whose holders have to be known too, for example Monitoring Officer
 * @throws DataError that names the list or column that is missing
 */
export async function readOfficerDirectory(
  sp: SPFI,
  sitePath: SitePath,
  today: PlainDate = britishDateOf(new Date()),
  posts: readonly string[] = []
): Promise<OfficerDirectory> {
  const [serviceRows, liaison, senior, away, closures, ...holders] = await readTogether<
    [ServiceRow[], OfficerRow[], OfficerRow[], OfficerRow[], { Day: string | null }[], ...OfficerRow[][]]
  >(
    sp,
    sitePath,
    ({ items, add }) => [
      add(
        serviceList,
        items(serviceList)
          .select(...serviceColumns)
          .top(allAtOnce)<ServiceRow[]>()
      ),
      add(officerList, officersWith(items(officerList), `Role eq '${liaisonRole}'`)<OfficerRow[]>()),
      add(
        officerList,
        officersWith(
          items(officerList),
          ['Chief executive', 'Director', 'Head of service'].map((level) => `Seniority eq '${level}'`).join(' or ')
        )<OfficerRow[]>()
      ),
      // Whoever is away and covers for somebody is then known already.
      add(officerList, officersWith(items(officerList), `AwayTo ge datetime'${addDays(today, -past)}T00:00:00Z'`)<OfficerRow[]>()),
      withoutList(
        add(
          closureList,
          items(closureList)
            .select('Day')
            .filter(`Day ge datetime'${addDays(today, -past)}T00:00:00Z'`)
            .top(allAtOnce)<{ Day: string | null }[]>()
        ),
        // Without the list of days, only weekends count.
        []
      ),
      ...posts.map((post) => add(officerList, officersWith(items(officerList), `JobTitle eq '${quoted(post)}'`)<OfficerRow[]>()))
    ],
    officerList
  );
  const officers = new Map<number, Officer>();
  // Rows that were deleted are not asked for again.
  const asked = new Set<number>();
  const keep = (rows: readonly OfficerRow[]): void => {
    for (const officer of rows.map(toOfficer)) officers.set(officer.id, officer);
  };
  keep([...liaison, ...senior, ...holders.flat()]);
  const absent = new Map(away.map(toOfficer).map((officer) => [officer.id, officer]));
  const services = serviceRows.map(toService).sort((a, b) => compareText(a.title, b.title));
  const heads = services.flatMap(({ headId, directorId }) => [headId, directorId]);
  for (;;) {
    const wanted = [...heads, ...[...officers.values()].map(({ coverId }) => coverId)];
    const unknown = [...new Set(wanted)].filter((id): id is number => id !== undefined && !officers.has(id) && !asked.has(id));
    const known = unknown.flatMap((id) => absent.get(id) ?? []);
    for (const officer of known) officers.set(officer.id, officer);
    // Chains are followed as far as they are known before anybody is asked for.
    if (known.length > 0) continue;
    if (unknown.length === 0) break;
    for (const id of unknown) asked.add(id);
    keep(await readOfficers(sp, sitePath, unknown));
  }
  const days = closures.flatMap(({ Day }) => toDate(Day) ?? []);
  return { services, officers, closures: new Set(days) };
}

/** More conditions than this make the address of a request too long. */
const idsInRequest = 40;

/** Rows by ID. One request. */
async function readOfficers(sp: SPFI, sitePath: SitePath, ids: readonly number[]): Promise<OfficerRow[]> {
  const parts: number[][] = [];
  for (let from = 0; from < ids.length; from += idsInRequest) parts.push(ids.slice(from, from + idsInRequest));
  const rows = await readTogether<OfficerRow[][]>(
    sp,
    sitePath,
    ({ items, add }) =>
      parts.map((part) => add(officerList, officersWith(items(officerList), part.map((id) => `Id eq ${id}`).join(' or '))<OfficerRow[]>())),
    officerList
  );
  return rows.flat();
}

/** One officer; nobody where the row is gone. One request. */
export async function readOfficer(sp: SPFI, sitePath: SitePath, id: number): Promise<Officer | undefined> {
  const [row] = await readOfficers(sp, sitePath, [id]);
  return row && toOfficer(row);
}

/** Whoever covers for somebody, and for them, as far as the directory does not know them. One request for each of them. */
export async function readCovers(sp: SPFI, sitePath: SitePath, officer: Officer, known: ReadonlyMap<number, Officer>): Promise<Officer[]> {
  const found = new Map<number, Officer>([[officer.id, officer]]);
  for (let next = officer.coverId; next !== undefined && !known.has(next) && !found.has(next);) {
    const cover = await readOfficer(sp, sitePath, next);
    if (!cover) break;
    found.set(cover.id, cover);
    next = cover.coverId;
  }
  return [...found.values()];
}

/** Everybody who works in a service. One request. */
export async function readOfficersOf(sp: SPFI, sitePath: SitePath, serviceId: number): Promise<Officer[]> {
  const [rows] = await readTogether<[OfficerRow[]]>(
    sp,
    sitePath,
    ({ items, add }) => [add(officerList, officersWith(items(officerList), `ServiceId eq ${serviceId}`)<OfficerRow[]>())],
    officerList
  );
  return rows.map(toOfficer);
}

/**
 * Officers whose surname, given name or job begins with one of some letters. One request, of indexed queries.
 *
 * @param beginnings letters, at least one each
 */
export async function readOfficersBeginning(sp: SPFI, sitePath: SitePath, beginnings: readonly string[]): Promise<Officer[]> {
  const rows = await readTogether<OfficerRow[][]>(
    sp,
    sitePath,
    ({ items, add }) =>
      beginnings.flatMap((letters) =>
        ['Surname', 'GivenName', 'JobTitle'].map((column) =>
          add(officerList, officersWith(items(officerList), `startswith(${column},'${quoted(letters)}')`)<OfficerRow[]>())
        )
      ),
    officerList
  );
  return [...new Map(rows.flat().map((row) => [row.Id, toOfficer(row)])).values()];
}

/** Officers whose surname begins with a letter. One request. */
export async function readOfficersByLetter(sp: SPFI, sitePath: SitePath, letter: string): Promise<Officer[]> {
  const [rows] = await readTogether<[OfficerRow[]]>(
    sp,
    sitePath,
    ({ items, add }) => [add(officerList, officersWith(items(officerList), `startswith(Surname,'${quoted(letter)}')`)<OfficerRow[]>())],
    officerList
  );
  return rows.map(toOfficer);
}
