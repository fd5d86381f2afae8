import { compareText, type Member, type Ward } from './member';

/** A ward with those who represent it. */
export interface WardGroup {
  /** Absent for members without a ward. */
  ward?: Ward;
  members: Member[];
}

/**
 * Members by ward, in the order of the wards' names; those without a ward come last.
 *
 * @param everyWard also wards with none of these members, so that vacant seats are seen
 */
export function groupByWard(members: readonly Member[], wards: readonly Ward[], everyWard: boolean): WardGroup[] {
  const groups = [...wards]
    .sort((a, b) => compareText(a.name, b.name))
    .map((ward) => ({ ward, members: members.filter((member) => member.ward?.id === ward.id) }))
    .filter(({ members: { length } }) => everyWard || length > 0);
  const known = new Set(wards.map(({ id }) => id));
  const without = members.filter(({ ward }) => ward === undefined || !known.has(ward.id));
  return without.length > 0 ? [...groups, { members: without }] : groups;
}

/** The other members of a member's ward. */
export const wardColleagues = (member: Member, members: readonly Member[]): Member[] =>
  members.filter(({ id, ward }) => id !== member.id && ward !== undefined && ward.id === member.ward?.id);

/** The wards that border on a member's, each with its members. A border counts whichever of the two wards names it. */
export function neighbouringWards(member: Member, members: readonly Member[], wards: readonly Ward[]): WardGroup[] {
  const own = wards.find(({ id }) => id === member.ward?.id);
  if (!own) return [];
  const neighbours = wards.filter(
    ({ id, neighbours: theirs }) => id !== own.id && (own.neighbours.includes(id) || theirs.includes(own.id))
  );
  return groupByWard(members, neighbours, true).filter(({ ward }) => ward !== undefined);
}
