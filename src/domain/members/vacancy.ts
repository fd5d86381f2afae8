/** What stands around the word for an empty seat and says nothing. */
const aroundIt = /^(?:(?:the|this|new|county|town|ward|council|councillor|cllr\.?|member|cynghorydd|y)\s+)+/i;

/**
 * Ways in which councils write an empty seat where a name should be, in English and Welsh. Whole texts only: "Vaughan"
 * and "Seaton" are names.
 */
const patterns = [
  /^(?:(?:there is|currently|presently|an?|casual|seat|position|ward)(?:\s+is)?\s+)*vac[ae]n(?:t|cy|cies)\b/i,
  /^(?:seat|position|post)\s+(?:is\s+)?(?:currently\s+)?vacant\b/i,
  /^(?:empty|unfilled)\s+(?:seat|position|post)$/i,
  /^(?:awaiting|pending|subject to)\s+(?:an?\s+|the\s+)?(?:by-?\s?)?election\b/i,
  /^bye?-?\s?election\b/i,
  /^election\s+(?:pending|postponed|to be)\b/i,
  /^to\s+be\s+(?:elected|confirmed|appointed|announced|filled|advised)\b/i,
  /^t\.?b\.?[acd]\.?$/i,
  /^(?:no\s+(?:current\s+)?(?:councillor|member)|unfilled|unknown|none|n\/?a|deceased|disqualified|resigned|not in post)$/i,
  /^(?:sedd|swydd|lle)\s+(?:wag|gwag)\b/i,
  /^gwag$/i
];

/** "Castle ward vacancy" is nobody; Tracey Vacant is somebody. Only what else is published tells. */
const atTheEnd = /\b(?:vacancy|vacant(?:\s+(?:seat|position|post))?)[\s.)\]]*$/i;

/**
 * Whether a "name" says that the seat is vacant.
 *
 * @param isPublished whether a party or a term of office stands beside it, as for a person
 */
export function isVacancy(name: string, isPublished = false): boolean {
  const plain = name
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/^[\s\-–—([*]+/, '')
    .trim();
  // "V A C A N T"
  const text = /^(?:\p{L} )+\p{L}$/u.test(plain) ? plain.replace(/ /g, '') : plain;
  const bare = text.replace(aroundIt, '');
  return [text, bare].some((one) => patterns.some((pattern) => pattern.test(one))) || (!isPublished && atTheEnd.test(text));
}
