import * as strings from 'MemberProfilesStrings';
import { monthAndYear } from '../../../domain/dates';
import type { Term } from '../../../domain/members/term';
import { format } from '../../../ui/format';

/** "May 2024 to May 2028"; empty where nothing is known. */
export function termText({ start, end }: Term): string {
  if (start && end) return format(strings.TermFromTo, monthAndYear(start), monthAndYear(end));
  if (start) return format(strings.TermFrom, monthAndYear(start));
  return end ? format(strings.TermTo, monthAndYear(end)) : '';
}
