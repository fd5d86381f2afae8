import type { MemberDetails, Register, RegisteredMember } from '../../src/data/members/register';
import { reconcileParty } from '../../src/domain/members/party';
import { currentTerm, type PlainDate } from '../../src/domain/members/term';
import { foldText } from '../../src/domain/text';
import { FeedError } from './feed-error';
import { adoptable, isSomebodyElse, rowsByName } from './match-rows';
import type { Feed, FeedDetail, FeedMember, Skipped } from './modern-gov';

/** A member's details before the IDs of new wards are known. */
export type PlannedDetails = Omit<MemberDetails, 'wardId'> & { ward: string };

/** A member who is not in the list yet. */
export interface PlannedAddition {
  modernGovId: string;
  details: PlannedDetails;
}

/** A member whose row differs from the feed. */
export interface PlannedChange {
  id: number;
  modernGovId: string;
  name: string;
  changes: Partial<PlannedDetails>;
  /** Set for a former member who is back. */
  returns: boolean;
  /** Set for a row that owners entered by hand, which the feed now knows. */
  adopted: boolean;
  /** For the report: "phone: 01632 960001 → 01632 960002". */
  differences: string[];
}

/** What an import would do. */
export interface Plan {
  newWards: { name: string; vacancies: number }[];
  changedWards: { id: number; name: string; vacancies: number; before: number }[];
  /** Wards of the list that the feed no longer has: only reported. */
  absentWards: string[];
  added: PlannedAddition[];
  changed: PlannedChange[];
  /** Who is not in the feed any more, or whose Modern.Gov id is somebody else's now. */
  left: { member: RegisteredMember; releasesId: boolean }[];
  unchanged: number;
  skipped: Skipped[];
  notes: Feed['notes'];
  /** Parties that the table does not know: kept in the feed's own words. */
  unknownParties: string[];
}

/** A council has more members than this; a feed with fewer is likely to be a mistake. */
const fewestMembers = 10;
/** Where members already serve, at least this share of them must be in the feed. */
const leastOverlap = 0.2;

/** What the feed says about a member, in the shape of the list. */
function detailsOf(member: FeedMember, register: Register, today: PlainDate): PlannedDetails {
  const term = currentTerm(member.terms, today);
  return {
    name: member.name.display,
    givenName: member.name.given,
    surname: member.name.surname,
    knownAs: member.name.knownAs,
    title: member.name.title,
    honours: member.name.honours,
    ward: member.ward,
    party: reconcileParty(member.party, register.parties),
    email: member.email,
    phone: member.phone,
    preferredContact: member.preferredContact ?? '',
    cabinetRoles: member.posts.cabinet,
    responsibilities: member.posts.additional,
    surgeries: member.surgeries,
    termStart: term?.start,
    termEnd: term?.end
  };
}

/**
 * Ways to reach a member that the feed leaves blank are left as they are: owners fill in what Modern.Gov does not have.
 * In everything else the feed decides, so that a post or a term that ended goes.
 */
const keptWhenBlank = new Set<keyof PlannedDetails>([
  'email',
  'phone',
  'preferredContact',
  'surgeries',
  'party',
  'ward',
  'termStart',
  'termEnd'
]);

const labels: Record<keyof PlannedDetails, string> = {
  name: 'name',
  givenName: 'given names',
  surname: 'surname',
  knownAs: 'known as',
  title: 'title',
  honours: 'honours',
  ward: 'ward',
  party: 'party',
  email: 'e-mail',
  phone: 'phone',
  preferredContact: 'prefers',
  cabinetRoles: 'Cabinet and portfolio',
  responsibilities: 'additional responsibilities',
  surgeries: 'surgeries',
  termStart: 'term from',
  termEnd: 'term to'
};

type DetailValue = string | string[] | undefined;

const isBlank = (value: DetailValue): boolean => value === undefined || value.length === 0;
const isSame = (a: DetailValue, b: DetailValue): boolean => (isBlank(a) && isBlank(b)) || JSON.stringify(a) === JSON.stringify(b);

/** A value on one line, shortened. */
function inBrief(value: DetailValue): string {
  if (value === undefined || isBlank(value)) return 'nothing';
  const text = (Array.isArray(value) ? value.join('; ') : value).replace(/\s+/g, ' ');
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** Which details of the list each detail of a source is. */
const detailsFrom: Record<FeedDetail, (keyof PlannedDetails)[]> = {
  ward: ['ward'],
  party: ['party'],
  email: ['email'],
  phone: ['phone'],
  posts: ['cabinetRoles', 'responsibilities'],
  surgeries: ['surgeries'],
  terms: ['termStart', 'termEnd']
};

function compare(
  wanted: PlannedDetails,
  current: PlannedDetails,
  silentOn: ReadonlySet<keyof PlannedDetails>
): { changes: Partial<PlannedDetails>; differences: string[] } {
  const changes: Record<string, unknown> = {};
  const differences: string[] = [];
  for (const key of Object.keys(labels) as (keyof PlannedDetails)[]) {
    const before = current[key];
    const after = wanted[key];
    if (isSame(before, after) || silentOn.has(key) || (isBlank(after) && keptWhenBlank.has(key))) continue;
    changes[key] = wanted[key];
    differences.push(`${labels[key]}: ${inBrief(before)} → ${inBrief(after)}`);
  }
  return { changes: changes as Partial<PlannedDetails>, differences };
}

/** Refuses a feed that is too short, or that is another council's. */
function checkFeed(feed: Feed, register: Register): void {
  if (feed.members.length < fewestMembers) {
    throw new FeedError(
      `The feed has ${feed.members.length} ${feed.members.length === 1 ? 'member' : 'members'}. A council has at least ${fewestMembers}, so something is likely to be wrong with it. To import it all the same, add --force.`
    );
  }
  const serving = register.members.filter((member) => member.serving && (feed.byName || member.modernGovId !== ''));
  if (serving.length === 0) return;
  const surnames = new Map(feed.members.map(({ modernGovId, name }) => [modernGovId, foldText(name.surname)]));
  const names = new Set(feed.members.map(({ name }) => foldText(name.display)));
  const same = serving.filter(({ modernGovId, details }) =>
    feed.byName ? names.has(foldText(details.name)) : surnames.get(modernGovId) === foldText(details.surname)
  );
  if (same.length / serving.length < leastOverlap) {
    throw new FeedError(
      `Only ${same.length} of the ${serving.length} serving members are in the feed (by ${feed.byName ? 'name' : 'Modern.Gov id and surname'}). It looks like the feed of another council. To import it all the same, add --force.`
    );
  }
}

/**
 * Compares a feed with the lists. Pure: it reads and writes nothing.
 *
 * @param force import a short feed or one of another council all the same
 * @throws FeedError if the feed should not be imported
 */
export function planImport(feed: Feed, register: Register, today: PlainDate, force: boolean): Plan {
  if (!force) checkFeed(feed, register);
  const wardNames = new Map(register.wards.map(({ id, name }) => [id, name]));
  const silentOn = new Set([...(feed.silentOn ?? [])].flatMap((detail) => detailsFrom[detail]));
  const wardByName = new Map(register.wards.map((ward) => [ward.name.toLowerCase(), ward]));
  const inFeed = new Set(feed.wards.map(({ name }) => name.toLowerCase()));
  const plan: Plan = {
    newWards: feed.wards.filter(({ name }) => !wardByName.has(name.toLowerCase())),
    changedWards: (silentOn.has('ward') ? [] : register.wards).flatMap(({ id, name, vacancies: before }) => {
      const vacancies = feed.wards.find((ward) => ward.name.toLowerCase() === name.toLowerCase())?.vacancies ?? 0;
      return vacancies === before ? [] : [{ id, name, vacancies, before }];
    }),
    absentWards: (silentOn.has('ward') ? [] : register.wards).filter(({ name }) => !inFeed.has(name.toLowerCase())).map(({ name }) => name),
    added: [],
    changed: [],
    left: [],
    unchanged: 0,
    skipped: feed.skipped,
    notes: feed.notes,
    unknownParties: []
  };
  const registered = new Map(
    register.members.filter(({ modernGovId }) => modernGovId !== '').map((member) => [member.modernGovId, member])
  );
  const known = new Set(register.parties.map(({ name }) => name));
  const unknown = new Set<string>();
  const taken = new Set<number>();
  const byName = feed.byName ? rowsByName(feed, register) : new Map<FeedMember, RegisteredMember>();
  for (const member of feed.members) {
    const wanted = detailsOf(member, register, today);
    if (wanted.party !== '' && !known.has(wanted.party)) unknown.add(wanted.party);
    const sameId = feed.byName ? byName.get(member) : registered.get(member.modernGovId);
    const replaced = !feed.byName && sameId !== undefined && isSomebodyElse(sameId.details, wanted);
    if (replaced) plan.left.push({ member: sameId, releasesId: true });
    const found = (replaced ? undefined : sameId) ?? (feed.byName ? undefined : adoptable(wanted, register, wardNames, taken));
    if (found) taken.add(found.id);
    if (!found) {
      plan.added.push({ modernGovId: member.modernGovId, details: wanted });
      continue;
    }
    const { wardId, ...details } = found.details;
    const ward = wardId === undefined ? '' : (wardNames.get(wardId) ?? '');
    const sameWard = ward.toLowerCase() === wanted.ward.toLowerCase();
    const { changes, differences } = compare({ ...wanted, ward: sameWard ? ward : wanted.ward }, { ...details, ward }, silentOn);
    const adopted = found.modernGovId === '' && !feed.byName;
    if (differences.length === 0 && found.serving && !adopted) plan.unchanged += 1;
    else {
      plan.changed.push({
        id: found.id,
        modernGovId: member.modernGovId,
        adopted,
        name: wanted.name,
        changes,
        returns: !found.serving,
        differences: [
          ...(found.serving ? [] : ['is serving again']),
          ...(adopted ? ['entered by hand, now kept by the import'] : []),
          ...differences
        ]
      });
    }
  }
  const ids = new Set([...feed.members.map(({ modernGovId }) => modernGovId), ...feed.skipped.map(({ modernGovId }) => modernGovId)]);
  const unread = feed.skipped.flatMap(({ whole }) => (whole === undefined ? [] : [` ${foldText(whole)} `]));
  /** Whether somebody is named on a line that could not be read: they have not left. */
  const isUnread = ({ modernGovId, details: { name, surname, givenName, email } }: RegisteredMember): boolean =>
    [name, `${surname} ${givenName}`, email, modernGovId === '' ? '' : `uid ${modernGovId}`]
      .map(foldText)
      .some((text) => text !== '' && unread.some((line) => line.includes(` ${text} `)));
  const faulty = new Set(feed.skipped.map(({ name }) => foldText(name ?? '')).filter((name) => name !== ''));
  const leaving = register.members.filter((member) => {
    const { id, serving, modernGovId, details } = member;
    const isAbsent = feed.byName ? !taken.has(id) : modernGovId !== '' && !ids.has(modernGovId);
    return serving && isAbsent && !faulty.has(foldText(details.name)) && !isUnread(member);
  });
  plan.left.push(...leaving.map((member) => ({ member, releasesId: false })));
  plan.unknownParties = [...unknown].sort();
  return plan;
}

/** Whether carrying the plan out would change nothing. */
export const isEmpty = (plan: Plan): boolean =>
  plan.newWards.length + plan.changedWards.length + plan.added.length + plan.changed.length + plan.left.length === 0;
