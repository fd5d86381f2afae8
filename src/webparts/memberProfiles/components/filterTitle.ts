import * as strings from 'MemberProfilesStrings';
import type { FilterName } from '../../../domain/members/filter';

/** What a filter is called. */
export const filterTitle = (name: FilterName): string =>
  ({ party: strings.Party, ward: strings.Ward, body: strings.Body, role: strings.Role, skill: strings.Skill })[name];
