import { describeMembers, type Described } from '../../../../domain/members/filter';
import type { Member } from '../../../../domain/members/member';
import type { Places } from '../../../../domain/members/place';
import type { MemberProfilesSettings } from '../../settings';

/** Whom a web part shows: all, or those of the ward, body or party that the owner of the page chose. */
export function selectMembers(
  members: readonly Member[],
  places: Places,
  { selection = 'all', selected = '' }: MemberProfilesSettings
): Described[] {
  const described = describeMembers(members, places);
  if (selection === 'all' || selected === '') return described;
  return described.filter(({ values }) => values[selection].has(selected));
}
