/**
 * Ways in which councils write an empty seat where a name should be, in English and Welsh. Whole texts only: "Vaughan"
 * and "Seaton" are names.
 */
const patterns = [
  /^(?:(?:the|this|ward|council|councillor|cllr\.?|member)\s+)*(?:(?:currently|presently|casual|seat|position|ward)(?:\s+is)?\s+)*vacan(?:t|cy|cies)\b/i,
  /^(?:seat|position|post)\s+(?:is\s+)?(?:currently\s+)?vacant\b/i,
  /\b(?:vacancy|vacant(?:\s+(?:seat|position|post))?)[\s.)\]]*$/i,
  /^(?:awaiting|pending|subject to)\s+(?:an?\s+|the\s+)?(?:by-?\s?)?election\b/i,
  /^(?:by-?\s?)?election\s+(?:pending|postponed|to be)\b/i,
  /^to\s+be\s+(?:elected|confirmed|appointed|announced|filled|advised)\b/i,
  /^t\.?b\.?[acd]\.?$/i,
  /^(?:no\s+(?:current\s+)?(?:councillor|member)|unfilled|unknown|none|n\/?a)$/i,
  /^(?:sedd|swydd)\s+wag\b/i,
  /^gwag$/i
];

/** Whether a "name" says that the seat is vacant. */
export function isVacancy(name: string): boolean {
  const text = name
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/^[\s\-–—([*]+/, '')
    .trim();
  return patterns.some((pattern) => pattern.test(text));
}
