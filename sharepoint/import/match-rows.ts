import type { Register, RegisteredMember } from '../../src/data/members/register';
import { foldText } from '../../src/domain/text';
import type { Feed, FeedMember } from './modern-gov';
import type { PlannedDetails } from './plan';

/**
 * Whether the same id now stands for another person, as after a council's move to a new Modern.Gov: neither the first
 * name nor the surname is the same. One of them alone may change, by marriage or to the name that somebody is known by.
 */
export function isSomebodyElse(before: { givenName: string; surname: string }, now: PlannedDetails): boolean {
  const first = (name: string): string => foldText(name).split(' ')[0] ?? '';
  return before.surname !== '' && foldText(before.surname) !== foldText(now.surname) && first(before.givenName) !== first(now.givenName);
}

/** A member whom owners entered by hand: the only one of that name without an id, in the same ward or in none. */
export function adoptable(
  wanted: PlannedDetails,
  register: Register,
  wardNames: ReadonlyMap<number, string>,
  taken: ReadonlySet<number>
): RegisteredMember | undefined {
  const alike = register.members.filter(({ id, modernGovId, details }) => {
    const ward = details.wardId === undefined ? '' : (wardNames.get(details.wardId) ?? '');
    return (
      modernGovId === '' &&
      !taken.has(id) &&
      foldText(details.name) === foldText(wanted.name) &&
      (ward === '' || ward.toLowerCase() === wanted.ward.toLowerCase())
    );
  });
  return alike.length === 1 ? alike[0] : undefined;
}

/**
 * Whom a feed without ids means: those of that name in that ward first, then of the others the only one of that name.
 * No row is meant twice: two members may have one name.
 */
export function rowsByName(feed: Feed, { members, wards }: Register): Map<FeedMember, RegisteredMember> {
  const wardNames = new Map(wards.map(({ id, name }) => [id, name.toLowerCase()]));
  const wardOf = ({ details: { wardId } }: RegisteredMember): string => (wardId === undefined ? '' : (wardNames.get(wardId) ?? ''));
  const found = new Map<FeedMember, RegisteredMember>();
  const taken = new Set<number>();
  const free = (member: FeedMember): RegisteredMember[] =>
    members.filter(({ id, details }) => !taken.has(id) && foldText(details.name) === foldText(member.name.display));
  const take = (member: FeedMember, row: RegisteredMember | undefined): void => {
    if (!row) return;
    found.set(member, row);
    taken.add(row.id);
  };
  for (const member of feed.members) {
    const inWard = free(member).filter((row) => wardOf(row) === member.ward.toLowerCase());
    take(member, inWard.length > 1 ? inWard.find(({ serving }) => serving) : inWard[0]);
  }
  for (const member of feed.members) {
    // Somebody who left is found too, so that they come back as the same row.
    const others = found.has(member) ? [] : free(member);
    if (others.length === 1) take(member, others[0]);
  }
  return found;
}

/** The row of a member of a feed, once the feed is carried out. */
export function findRow(member: FeedMember, feed: Feed, { members, wards }: Register): RegisteredMember | undefined {
  if (!feed.byName) return members.find(({ modernGovId }) => modernGovId === member.modernGovId);
  const ward = wards.find(({ name }) => name.toLowerCase() === member.ward.toLowerCase())?.id;
  const alike = members.filter(({ serving, details }) => serving && foldText(details.name) === foldText(member.name.display));
  return alike.find(({ details }) => details.wardId === ward) ?? (alike.length === 1 ? alike[0] : undefined);
}
