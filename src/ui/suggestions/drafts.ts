import type { CorrectedDetail, CorrectionSubject, Suggestion } from '../../domain/correction';

interface Draft {
  shown: Suggestion;
  /** What was typed for each detail, also for those that are not shown now. */
  typed: Map<CorrectedDetail, string>;
}

type Subject = Pick<CorrectionSubject, 'kind' | 'id'>;
const keyOf = ({ kind, id }: Subject): string => `${kind} ${id}`;

/** What somebody typed and did not send, by subject: kept until it is sent or thrown away, or the page is left. */
const drafts = new Map<string, Draft>();

export const draftOf = (subject: Subject): Suggestion | undefined => drafts.get(keyOf(subject))?.shown;
export const hasDraft = (subject: Subject): boolean => drafts.has(keyOf(subject));
/** What was typed for a detail before another was chosen. */
export const typedFor = (subject: Subject, detail: CorrectedDetail): string | undefined => drafts.get(keyOf(subject))?.typed.get(detail);

/** Keeps what was typed. */
export function keepDraft(subject: Subject, shown: Suggestion): void {
  const typed = drafts.get(keyOf(subject))?.typed ?? new Map<CorrectedDetail, string>();
  drafts.set(keyOf(subject), { shown, typed: typed.set(shown.detail, shown.proposed) });
}

/** Forgets it: it was sent, or thrown away. */
export const dropDraft = (subject: Subject): void => void drafts.delete(keyOf(subject));
