import * as strings from 'MemberProfilesStrings';
import type { RoleKey } from '../../../domain/members/roles';

/** What roles are called. */
export const roleText = (key: string): string =>
  (
    ({
      cabinet: strings.RoleCabinet,
      chair: strings.RoleChair,
      viceChair: strings.RoleViceChair,
      groupLeader: strings.RoleGroupLeader,
      mayor: strings.RoleMayor,
      champion: strings.RoleChampion,
      whip: strings.RoleWhip
    }) satisfies Record<RoleKey, string> as Record<string, string>
  )[key] ?? key;
