import type { CorrectedDetail, Suggestion } from '../../../../domain/members/correction';

interface Draft {
  shown: Suggestion;
  /** What was typed for each detail, also for those that are not shown now. */
  typed: Map<CorrectedDetail, string>;
}

/** What somebody typed and did not send, by the ID of the member: kept until it is sent or thrown away, or the page is left. */
const drafts = new Map<number, Draft>();

export const draftOf = (member: number): Suggestion | undefined => drafts.get(member)?.shown;
export const hasDraft = (member: number): boolean => drafts.has(member);
/** What was typed for a detail before another was chosen. */
export const typedFor = (member: number, detail: CorrectedDetail): string | undefined => drafts.get(member)?.typed.get(detail);

/** Keeps what was typed. */
export function keepDraft(member: number, shown: Suggestion): void {
  const typed = drafts.get(member)?.typed ?? new Map<CorrectedDetail, string>();
  drafts.set(member, { shown, typed: typed.set(shown.detail, shown.proposed) });
}

/** Forgets it: it was sent, or thrown away. */
export const dropDraft = (member: number): void => void drafts.delete(member);
