/** The key of the message that says that somebody has seen what happened up to another one. */
export const seenKey = (enquiryId: number, userId: number, upTo: number): string => `seen-${enquiryId}-${userId}-${upTo}`;
/** What such a key says; 0 for any other. */
export const seenUpTo = (key: string): number => Number(/^seen-\d+-\d+-(\d+)$/.exec(key)?.[1] ?? 0);
