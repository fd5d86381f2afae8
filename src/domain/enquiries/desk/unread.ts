/** That something happened to an enquiry, and who did it. */
export interface Happening {
  /** ID of the message. */
  id: number;
  enquiryId: number;
  event: string;
  authorId: number;
  /** Of the event "seen": the ID of the message up to which somebody has seen. */
  upTo: number;
}

/** How many messages somebody has not seen, by the ID of the enquiry; those with none are left out. */
export type Unread = ReadonlyMap<number, number>;

/**
 * What somebody has not seen of the latest that happened. What one wrote oneself says that one had seen what was before.
 *
 * @param latest messages, in any order
 */
export function unreadOf(latest: readonly Happening[], userId: number): Unread {
  const seen = new Map<number, number>();
  for (const { id, enquiryId, event, authorId, upTo } of latest) {
    if (authorId !== userId) continue;
    seen.set(enquiryId, Math.max(seen.get(enquiryId) ?? 0, event === 'seen' ? upTo : id));
  }
  const unread = new Map<number, number>();
  for (const { id, enquiryId, event, authorId } of latest) {
    if (event === 'seen' || authorId === userId || id <= (seen.get(enquiryId) ?? 0)) continue;
    unread.set(enquiryId, (unread.get(enquiryId) ?? 0) + 1);
  }
  return unread;
}
