/** What a suggestion can be about: a row of the lists Members, Officers, Services or ProtocolClauses. */
export const subjectKinds = ['member', 'officer', 'service', 'clause'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** A member, officer, service or clause for which somebody suggests a change. */
export interface CorrectionSubject {
  kind: SubjectKind;
  /** ID of the row. */
  id: number;
  name: string;
  /** What it says now, by detail, each as one text. */
  texts: Readonly<Record<string, string>>;
}

/** Details for which another text can be suggested, by kind of subject. They are columns of the subject's list. */
export const correctableDetails = {
  member: ['PreferredContact', 'Email', 'Phone', 'CabinetRoles', 'Responsibilities', 'Surgeries', 'Skills'],
  officer: ['JobTitle', 'Email', 'Phone', 'BestContact', 'WorkingPattern', 'Description', 'Profile'],
  service: ['Does', 'Topics', 'Routine', 'OutOfHours'],
  clause: ['Text', 'Title', 'Topics']
} as const satisfies Record<SubjectKind, readonly string[]>;
export type CorrectableDetail<Kind extends SubjectKind = SubjectKind> = (typeof correctableDetails)[Kind][number];
/** What a suggestion is about: a detail, or something that an owner changes by hand. */
export type CorrectedDetail = CorrectableDetail | 'Other';

/** What became of a suggestion. */
export type CorrectionState = 'open' | 'applied' | 'declined';

/** A change that somebody suggests. */
export interface Correction {
  /** ID of the row in the list Corrections. */
  id: number;
  /** Marks the state of the row that was read: what changed since is not written over. */
  etag: string;
  subject: { kind: SubjectKind; id: number; name: string };
  detail: CorrectedDetail;
  /** What it said when the change was suggested. */
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

/** What became of an owner's decision. */
export type Applied =
  | { kind: 'done' }
  /** It says something else than when the change was suggested: nothing was written. */
  | { kind: 'changed meanwhile'; now: string }
  /** Another owner was first: nothing was written. */
  | { kind: 'handled already' };

/** Where suggestions are kept. */
export interface CorrectionStore {
  /** Suggestions for one subject, the latest first. */
  of(kind: SubjectKind, id: number): Promise<Correction[]>;
  /** Suggestions for subjects of some kinds that wait for an owner, the oldest first. */
  open(kinds: readonly SubjectKind[]): Promise<Correction[]>;
  add(subject: CorrectionSubject, title: string, suggestion: Suggestion): Promise<void>;
  /** @param force write even if the subject says something else than when the change was suggested */
  apply(correction: Correction, answer: string, force?: boolean): Promise<Applied>;
  decline(correction: Correction, answer: string): Promise<Applied>;
}

/** Details that are one line each in the list, and must stay so. */
const oneLine: ReadonlySet<CorrectedDetail> = new Set<CorrectedDetail>([
  'PreferredContact',
  'Email',
  'Phone',
  'JobTitle',
  'Title',
  'BestContact',
  'WorkingPattern'
]);
export const isOneLine = (detail: CorrectedDetail): boolean => oneLine.has(detail);

/** The longest text that a line of SharePoint holds, in characters. */
export const longestLine = 255;

/** What a subject says now, as one text. */
export const textOf = ({ texts }: CorrectionSubject, detail: CorrectedDetail): string => texts[detail] ?? '';

/** Lines without blanks at their ends and without empty ones. */
export const tidyLines = (text: string): string =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');

/** Why a suggestion cannot be sent; nothing if it can. */
export type SuggestionFault = 'nothing said' | 'no change' | 'no e-mail address' | 'too long';

export function faultOf({ detail, proposed, remark }: Suggestion, subject: CorrectionSubject): SuggestionFault | undefined {
  if (detail === 'Other') return remark.trim() === '' ? 'nothing said' : undefined;
  const wanted = tidyLines(proposed);
  if (wanted === tidyLines(textOf(subject, detail))) return 'no change';
  if (isOneLine(detail) && wanted.length > longestLine) return 'too long';
  if (detail === 'Email' && wanted !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(wanted)) return 'no e-mail address';
  return undefined;
}
