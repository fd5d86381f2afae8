import { compareText, type Member } from './member';
import type { Place, Places } from './place';
import { roleKeys, rolesOf } from './roles';

/** What members can be narrowed by. */
export const filterNames = ['party', 'ward', 'body', 'role', 'skill'] as const;
export type FilterName = (typeof filterNames)[number];
/** What is chosen: the name of a party, ward, body or skill, or the key of a role. Absent: all. */
export type Filters = Partial<Record<FilterName, string>>;

/** One value of a filter, and how many members have it among those whom the other filters leave. */
export interface Choice {
  value: string;
  count: number;
}

/** A member with everything that filters look at. */
export interface Described {
  member: Member;
  places: readonly Place[];
  /** The member's values of each filter. */
  values: Record<FilterName, ReadonlySet<string>>;
}

/** Gathers for each member what filters look at. Do it once for a list. */
export function describeMembers(members: readonly Member[], { byMember }: Places): Described[] {
  return members.map((member) => {
    const places = byMember.get(member.id) ?? [];
    const values = {
      party: new Set(member.party === '' ? [] : [member.party]),
      ward: new Set(member.ward ? [member.ward.name] : []),
      body: new Set(places.map(({ body }) => body.name)),
      role: rolesOf(member, places),
      skill: new Set(member.skills)
    };
    return { member, places, values };
  });
}

const passes = ({ values }: Described, filters: Filters, except?: FilterName): boolean =>
  filterNames.every((name) => {
    const wanted = filters[name];
    return wanted === undefined || name === except || values[name].has(wanted);
  });

/** Those who have every value that is chosen. */
export const filterMembers = (members: readonly Described[], filters: Filters): Described[] =>
  members.filter((member) => passes(member, filters));

/**
 * The values of one filter with their numbers of members, counted among those whom the other filters leave, so that no
 * choice leads to nobody. The chosen value is always among them.
 */
export function choicesOf(members: readonly Described[], filters: Filters, name: FilterName): Choice[] {
  const counts = new Map<string, number>();
  for (const described of members) {
    if (!passes(described, filters, name)) continue;
    for (const value of described.values[name]) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const chosen = filters[name];
  if (chosen !== undefined && !counts.has(chosen)) counts.set(chosen, 0);
  const choices = [...counts].map(([value, count]) => ({ value, count }));
  const order: readonly string[] = roleKeys;
  return choices.sort((a, b) => (name === 'role' ? order.indexOf(a.value) - order.indexOf(b.value) : compareText(a.value, b.value)));
}

/** Ways to sort. */
export const sortNames = ['name', 'ward', 'party'] as const;
export type SortName = (typeof sortNames)[number];

/** Sorts by surname, or by ward or party and then by surname. Members without a ward or party come last. */
export function sortMembers(members: readonly Described[], by: SortName): Described[] {
  if (by === 'name') return [...members];
  const keyOf = ({ member }: Described): string => (by === 'ward' ? (member.ward?.name ?? '') : member.party);
  return [...members].sort((a, b) => Number(keyOf(a) === '') - Number(keyOf(b) === '') || compareText(keyOf(a), keyOf(b)));
}
