import type { Member } from './member';
import type { Place } from './place';

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
  const posts = [...member.cabinetRoles, ...member.responsibilities, ...places.map(({ role }) => role)];
  const roles = new Set(roleKeys.filter((key) => posts.some((post) => patterns[key]?.test(post))));
  const isDeputyOnly = !posts.some(
    (post) => /\bgroup leader\b|\bleader of\b|\bopposition leader\b/i.test(post) && !/^(?:the )?deputy\b/i.test(post)
  );
  if (isDeputyOnly) roles.delete('groupLeader');
  if (member.cabinetRoles.length > 0 || places.some(({ body }) => body.kind === 'Cabinet')) roles.add('cabinet');
  return roles;
}
