import type { Member } from './member';

/** Details of a profile for which somebody can suggest another text. The keys are columns of the list Members. */
export const correctableDetails = [
  'PreferredContact',
  'Email',
  'Phone',
  'CabinetRoles',
  'Responsibilities',
  'Surgeries',
  'Skills'
] as const;
export type CorrectableDetail = (typeof correctableDetails)[number];
/** What a suggestion is about: a detail, or something that an owner changes by hand. */
export type CorrectedDetail = CorrectableDetail | 'Other';

/** What became of a suggestion. */
export type CorrectionState = 'open' | 'applied' | 'declined';

/** A change to a profile that somebody suggests. */
export interface Correction {
  /** ID of the row in the list Corrections. */
  id: number;
  /** Marks the state of the row that was read: what changed since is not written over. */
  etag: string;
  member: { id: number; name: string };
  detail: CorrectedDetail;
  /** What the profile said when the change was suggested. */
  before: string;
  proposed: string;
  remark: string;
  state: CorrectionState;
  /** What an owner answered. */
  answer: string;
  author: string;
  /** When it was suggested. */
  created: Date;
}

/** What somebody fills in. */
export interface Suggestion {
  detail: CorrectedDetail;
  proposed: string;
  remark: string;
}

/** Details that are one line each in the list, and must stay so. */
const oneLine: ReadonlySet<CorrectedDetail> = new Set<CorrectedDetail>(['PreferredContact', 'Email', 'Phone']);
export const isOneLine = (detail: CorrectedDetail): boolean => oneLine.has(detail);

/** The longest text that a line of SharePoint holds, in characters. */
export const longestLine = 255;

/** What a profile says now, as one text. */
export function textOf(member: Member, detail: CorrectedDetail): string {
  switch (detail) {
    case 'PreferredContact':
      return member.preferredContact;
    case 'Email':
      return member.email;
    case 'Phone':
      return member.phone;
    case 'CabinetRoles':
      return member.cabinetRoles.join('\n');
    case 'Responsibilities':
      return member.responsibilities.join('\n');
    case 'Surgeries':
      return member.surgeries;
    case 'Skills':
      return member.skills.join('\n');
    case 'Other':
      return '';
  }
}

/** Lines without blanks at their ends and without empty ones. */
export const tidyLines = (text: string): string =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');

/** Why a suggestion cannot be sent; nothing if it can. */
export type SuggestionFault = 'nothing said' | 'no change' | 'no e-mail address' | 'too long';

export function faultOf({ detail, proposed, remark }: Suggestion, member: Member): SuggestionFault | undefined {
  if (detail === 'Other') return remark.trim() === '' ? 'nothing said' : undefined;
  const wanted = tidyLines(proposed);
  if (wanted === tidyLines(textOf(member, detail))) return 'no change';
  if (isOneLine(detail) && wanted.length > longestLine) return 'too long';
  if (detail === 'Email' && wanted !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(wanted)) return 'no e-mail address';
  return undefined;
}
