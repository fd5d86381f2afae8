import type { SPFI } from '@pnp/sp';
import { arrangePlaces, type Body, type Place, type Places } from '../../domain/members/place';
import type { PlainDate } from '../../domain/members/term';
import { appointments as appointmentList } from '../../lists/appointments';
import { bodies as bodyList } from '../../lists/bodies';
import { corrections as correctionList } from '../../lists/corrections';
import { toDataError } from '../errors';
import { mayReview, noPermissions, type PermissionMask } from '../rights';
import { toDate, toText, type LinkValue } from '../values';
import { allAtOnce, readTogether, withoutList, type SitePath } from '../batch';
import { countOf, openRows, type CountedRow } from '../corrections';

interface BodyRow {
  Id: number;
  Title: string | null;
  Kind: string | null;
  Website: LinkValue | null;
  LinkOfficer?: { Title: string; EMail: string | null } | null;
}

interface AppointmentRow {
  Id: number;
  MemberId: number | null;
  BodyId: number | null;
  Role: string | null;
  From: string | null;
  To: string | null;
}

interface ListRow {
  EffectiveBasePermissions: PermissionMask;
}

/** Everything that is shown once the members stand on the screen. */
export interface Background {
  places: Places;
  /** Whether the reader keeps the list of members, and so reviews what others suggest. */
  isOwner: boolean;
  /** Suggestions that wait for an owner; for others, those of their own. */
  openCorrections: number;
}

const appointmentColumns = ['Id', 'MemberId', 'BodyId', 'Role', 'From', 'To'];

/**
 * Reads bodies with who is on them, and what waits for an owner. One request (a batch of four), and one more for every
 * 5,000 appointments beyond the first 5,000: pages go by ID, so the list is never too long.
 */
export async function readBackground(sp: SPFI, sitePath: SitePath, today: PlainDate): Promise<Background> {
  const [bodyRows, firstRows, corrections, rights] = await readTogether<[BodyRow[], AppointmentRow[], CountedRow[], ListRow]>(
    sp,
    sitePath,
    ({ items, list, add }) => [
      add(
        bodyList,
        items(bodyList)
          .select('Id', 'Title', 'Kind', 'Website', 'LinkOfficer/Title', 'LinkOfficer/EMail')
          .expand('LinkOfficer')
          .top(allAtOnce)<BodyRow[]>()
      ),
      add(
        appointmentList,
        items(appointmentList)
          .select(...appointmentColumns)
          .orderBy('ID')
          .top(allAtOnce)<AppointmentRow[]>()
      ),
      withoutList(add(correctionList, openRows(items(correctionList))), []),
      withoutList(add(correctionList, list(correctionList).select('EffectiveBasePermissions')<ListRow>()), {
        EffectiveBasePermissions: noPermissions
      })
    ],
    appointmentList
  );
  const rows = [...firstRows];
  for (let page = firstRows; page.length === allAtOnce;) {
    page = await sp.web
      .getList(`${sitePath}/${appointmentList.url}`)
      .items.select(...appointmentColumns)
      .filter(`ID gt ${page[page.length - 1]?.Id ?? 0}`)
      .orderBy('ID')
      .top(allAtOnce)<AppointmentRow[]>()
      .catch((error: unknown) => {
        throw toDataError(error, appointmentList.title);
      });
    rows.push(...page);
  }
  const bodies = new Map(bodyRows.map((row): [number, Body] => [row.Id, toBody(row)]));
  return {
    places: arrangePlaces(
      [...bodies.values()],
      rows.flatMap((row) => toPlace(row, bodies)),
      today
    ),
    isOwner: mayReview(rights.EffectiveBasePermissions),
    openCorrections: countOf(corrections, ['member'])
  };
}

const toBody = ({ Id, Title, Kind, Website, LinkOfficer }: BodyRow): Body => ({
  id: Id,
  name: toText(Title),
  kind: toText(Kind),
  website: Website?.Url ?? '',
  ...(LinkOfficer ? { linkOfficer: { name: toText(LinkOfficer.Title), email: toText(LinkOfficer.EMail) } } : {})
});

/** Rows whose member or body was deleted are no places. */
function toPlace(row: AppointmentRow, bodies: ReadonlyMap<number, Body>): Place[] {
  const body = bodies.get(row.BodyId ?? 0);
  if (!body || row.MemberId === null) return [];
  const from = toDate(row.From);
  const to = toDate(row.To);
  return [{ memberId: row.MemberId, body, role: toText(row.Role), ...(from ? { from } : {}), ...(to ? { to } : {}) }];
}
