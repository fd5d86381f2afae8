import type { SPFI } from '@pnp/sp';
import '@pnp/sp/site-groups/web';
import '@pnp/sp/site-users/web';
import { problemOf } from '../../domain/dataProblem';
import { memberWith, type DeskMember, type DeskPeople } from '../../domain/enquiries/desk';
import { compareText } from '../../domain/members/member';
import type { PlainDate } from '../../domain/members/term';
import { closureDays as closureList } from '../../lists/closure-days';
import { enquiries as enquiryList } from '../../lists/enquiries';
import { enquiryKinds as kindList } from '../../lists/enquiry-kinds';
import { groupTitles } from '../../lists/groups';
import { memberStatus, members as memberList } from '../../lists/members';
import { officers as officerList } from '../../lists/officers';
import { protocolState, protocols as protocolList } from '../../lists/protocols';
import { services as serviceList } from '../../lists/services';
import { wards as wardList } from '../../lists/wards';
import { allAtOnce, readTogether, withoutList, type SitePath } from '../batch';
import type { Row } from '../protocol/pack-columns';
import { signInName, toDate, toText } from '../values';
import { accessFrom, askAccess, rightsAsked, type DeskAccess } from './access';
import { kindColumns, protocolColumns, readKind, readProtocol, type DeskKind, type DeskProtocol } from './protocol';
import type { RenderedPage } from './render';

/** A service, and who leads it. */
interface DeskService {
  id: number;
  name: string;
}

/** Who uses the desk, and what every screen of it needs. */
export interface DeskStart extends DeskPeople {
  user: { id: number; name: string; login: string };
  /** A site collection administrator: keeps retention, and answers who asks what is held about them. */
  isSiteAdmin: boolean;
  /** The user's own row in Members. */
  self: DeskMember | undefined;
  /** ID of the user's own row in Officers. */
  officerId: number | undefined;
  /** Services that the user works in or leads. */
  ownServices: readonly number[];
  wards: readonly { id: number; name: string }[];
  services: readonly DeskService[];
  closures: ReadonlySet<PlainDate>;
  /** Undefined where the council has loaded none. */
  protocol: DeskProtocol | undefined;
  /** Kinds of enquiry of that version. */
  kinds: readonly DeskKind[];
  access: DeskAccess;
}

interface MemberRow {
  Id: number;
  Title: string | null;
  WardId: number | null;
  Email: string | null;
  Status: string | null;
  Account?: { Id: number; Name: string } | null;
}
interface UserRow {
  Id: number;
  Title: string;
  LoginName: string;
  IsSiteAdmin: boolean;
}
interface Titled {
  Id: number;
  Title: string | null;
}
type ServiceRow = Titled & { HeadOfServiceId: number | null; DirectorId: number | null };

const quoted = (text: string): string => text.replace(/'/g, "''");

/** Columns of Enquiries that the desk writes. */
const followed = [
  'State',
  'Acknowledged',
  'Replied',
  'RepliedLate',
  'OpenUntil',
  'Closed',
  'Outcome',
  'FromMember',
  'RestrictionAsked',
  'Counted',
  'NotCounted'
];

/** Members may not come in at the list's root; that a column is missing is told all the same. */
const unlessClosed = (request: Promise<unknown>): Promise<unknown> =>
  request.catch((error: unknown) => {
    if (problemOf(error).kind === 'missing column') throw error;
  });

const toMember = (row: MemberRow): DeskMember => {
  const account = signInName(row.Account?.Name).toLowerCase();
  const email = toText(row.Email).toLowerCase();
  return {
    ...{
      id: row.Id,
      name: toText(row.Title),
      wardId: row.WardId ?? undefined,
      email: toText(row.Email),
      isServing: row.Status === memberStatus.serving
    },
    accountId: row.Account?.Id,
    // The address may be another than how somebody signs in.
    logins: [account, email].filter((one) => one !== '')
  };
};

/**
 * Reads who uses the desk and what they may do, members, wards, services, days of closure, and the current protocol's standards. One request.
 *
 * @param login how the user signs in, as the host knows it
 * @param email the user's e-mail address: finds their row in Officers
 * @throws DataError that names the list or column that is missing
 */
export async function readDeskStart(sp: SPFI, sitePath: SitePath, login: string, email: string): Promise<DeskStart> {
  const own = [...new Set([signInName(login), email].map((one) => one.toLowerCase()))].filter((one) => one !== '');
  const [user, memberRows, wardRows, serviceRows, closures, protocols, officerRows, kindRows, ...others] = await readTogether<
    [
      UserRow,
      MemberRow[],
      Titled[],
      ServiceRow[],
      { Day: string | null }[],
      Row[],
      (Titled & { ServiceId: number | null })[],
      Row[],
      ...unknown[]
    ]
  >(
    sp,
    sitePath,
    (together) => {
      const { items, add, web } = together;
      return [
        add(memberList, web.currentUser.select('Id', 'Title', 'LoginName', 'IsSiteAdmin')<UserRow>()),
        add(
          memberList,
          items(memberList)
            .select('Id', 'Title', 'WardId', 'Email', 'Status', 'Account/Id', 'Account/Name')
            .expand('Account')
            .top(allAtOnce)<MemberRow[]>()
        ),
        add(wardList, items(wardList).select('Id', 'Title').top(allAtOnce)<Titled[]>()),
        add(serviceList, items(serviceList).select('Id', 'Title', 'HeadOfServiceId', 'DirectorId').top(allAtOnce)<ServiceRow[]>()),
        withoutList(
          add(closureList, items(closureList).select('Day').top(allAtOnce)<{ Day: string | null }[]>()),
          // Without the list of days, only weekends count.
          []
        ),
        add(
          protocolList,
          items(protocolList)
            .select('Id', ...protocolColumns)
            .filter(`State eq '${protocolState.current}'`)
            .orderBy('ID', false)
            .top(1)<Row[]>()
        ),
        add(
          officerList,
          items(officerList)
            .select('Id', 'Title', 'ServiceId')
            .filter(own.map((one) => `Email eq '${quoted(one)}'`).join(' or ') || 'Id eq 0')
            .top(1)<(Titled & { ServiceId: number | null })[]>()
        ),
        // Of all versions: which one is current is answered at the same time.
        withoutList(
          add(
            kindList,
            items(kindList)
              .select('Id', 'ProtocolId', ...kindColumns)
              .top(allAtOnce)<Row[]>()
          ),
          []
        ),
        // Rows follow what happens in these: without them they would stand still, and nobody would be told.
        unlessClosed(
          add(
            enquiryList,
            items(enquiryList)
              .select('Id', ...followed)
              .top(1)<{ Id: number }[]>()
          )
        ),
        ...askAccess(together),
        // Who acts for members. Where groups keep that to themselves, Member Support counts as officers.
        ...[groupTitles.support, groupTitles.liaison, groupTitles.handlers, groupTitles.restricted].map((title) =>
          withoutList(add(memberList, web.siteGroups.getByName(title).users.select('Id')<{ Id: number }[]>()), [])
        )
      ];
    },
    memberList
  );
  const members = memberRows.map(toMember).sort((a, b) => compareText(a.name, b.name));
  const rights = others.slice(1, 1 + rightsAsked) as RenderedPage[];
  const groups = others.slice(1 + rightsAsked) as { Id: number }[][];
  const [support = [], ...handling] = groups.map((users) => users.map(({ Id }) => Id));
  const handlers = new Set(handling.flat());
  const [officer] = officerRows;
  const led = serviceRows.filter(({ HeadOfServiceId, DirectorId }) => officer && [HeadOfServiceId, DirectorId].includes(officer.Id));
  const named = (rows: readonly Titled[]): { id: number; name: string }[] =>
    rows.map(({ Id, Title }) => ({ id: Id, name: toText(Title) })).sort((a, b) => compareText(a.name, b.name));
  const [current] = protocols;
  const self = memberWith(
    members.filter(({ isServing }) => isServing),
    { id: user.Id, logins: [signInName(user.LoginName).toLowerCase(), ...own] }
  );
  const position = (row: Row): number => Number(row.Position ?? 0);
  const ownKinds = kindRows.filter(({ ProtocolId }) => ProtocolId === current?.Id).sort((a, b) => position(a) - position(b));
  return {
    user: { id: user.Id, name: toText(user.Title), login: user.LoginName },
    isSiteAdmin: user.IsSiteAdmin,
    members,
    self,
    support: new Set(support.filter((id) => !handlers.has(id))),
    officerId: officer?.Id,
    ownServices: [...new Set([...(officer?.ServiceId ? [officer.ServiceId] : []), ...led.map(({ Id }) => Id)])],
    wards: named(wardRows),
    services: named(serviceRows),
    closures: new Set(closures.flatMap(({ Day }) => toDate(Day) ?? [])),
    protocol: current && readProtocol(current),
    kinds: ownKinds.map(readKind),
    access: accessFrom(rights, sitePath, self)
  };
}
