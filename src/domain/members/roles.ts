import type { Member } from './member';
import { isOutside, type Place } from './place';

/** Roles that people look for, whatever a council calls them. */
export const roleKeys = ['cabinet', 'chair', 'viceChair', 'groupLeader', 'mayor', 'champion', 'whip'] as const;
export type RoleKey = (typeof roleKeys)[number];

/** How a role is known from a post in a council's own words. */
const patterns: Partial<Record<RoleKey, RegExp>> = {
  chair: /^(?:the |joint |acting )*chair(?:man|woman|person)?\b/i,
  viceChair: /^(?:the |joint |acting )*(?:vice|deputy)[- ]?chair/i,
  groupLeader: /\bgroup leader\b|\bleader of the (?:opposition\b|.*\bgroup\b)|\bopposition leader\b/i,
  mayor: /\bmayor\b|\bprovost\b/i,
  champion: /\bchampion\b/i,
  whip: /\bwhip\b/i
};

/** The roles that a member has, from their posts and their places on the council's own bodies. */
export function rolesOf(member: Member, places: readonly Place[]): Set<RoleKey> {
  const own = places.filter(({ body }) => !isOutside(body));
  const posts = [...member.cabinetRoles, ...member.responsibilities, ...own.map(({ role }) => role)];
  const has = (key: RoleKey, post: string): boolean =>
    patterns[key]?.test(post) === true && !(key === 'groupLeader' && /^(?:the )?deputy\b/i.test(post));
  const roles = new Set(roleKeys.filter((key) => posts.some((post) => has(key, post))));
  if (member.cabinetRoles.length > 0 || places.some(({ body }) => body.kind === 'Cabinet')) roles.add('cabinet');
  return roles;
}
