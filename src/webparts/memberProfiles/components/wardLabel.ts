import * as strings from 'MemberProfilesStrings';
import { format } from '../../../ui/format';

/** "Castle ward"; a name that says so itself stays as it is. */
export function wardLabel(name: string): string {
  return /\b(?:ward|division)$/i.test(name) ? name : format(strings.WardName, name);
}
