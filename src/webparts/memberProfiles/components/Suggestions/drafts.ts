import type { Suggestion } from '../../../../domain/members/correction';

/** What somebody typed and did not send, by the ID of the member: kept as long as the page is open. */
const drafts = new Map<number, Suggestion>();

export const draftOf = (member: number): Suggestion | undefined => drafts.get(member);
export const hasDraft = (member: number): boolean => drafts.has(member);

/** Keeps what was typed; nothing forgets it. */
export function keepDraft(member: number, draft: Suggestion | undefined): void {
  if (draft) drafts.set(member, draft);
  else drafts.delete(member);
}
