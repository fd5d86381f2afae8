/** How councils publish ways to reach a member, and what of it can be used. */

/** SharePoint's limit for a line of text. */
export const longest = 255;

const address = /^[^\s<>(),;:"@]+@[^\s<>(),;:"@]+\.[A-Za-z]{2,}$/;

/**
 * The first of the e-mail addresses, without notes, links and "mailto:". Text in which something else stands before the
 * address has none: the end of "john smith@council.gov.uk" would be somebody else's.
 */
export function findEmail(given: string): string {
  const plain = given
    .replace(/<[^>]*>/g, ' ')
    .replace(/mailto:/gi, ' ')
    .replace(/\([^)]*\)/g, ' ')
    .trim();
  const first = plain.split(/[;,/]/)[0]?.trim() ?? '';
  const words = first.split(/\s+/);
  return words.every((word) => address.test(word)) ? (words[0] ?? '').slice(0, longest + 1) : '';
}

/** "Councillor" alone is nobody's name. */
export const isTitleOnly = (name: string): boolean => /^(?:councillor|cllr|cynghorydd)\.?$/i.test(name);

/** "tba" and the like are no number; what has fewer than five digits is none either. */
export const findPhone = (given: string): string => ((given.match(/\d/g) ?? []).length >= 5 ? given : '');

/** Modern.Gov's own pictures that stand for a missing one. */
export const isPlaceholder = (address: string): boolean =>
  /mgimages\/missing|missing(?:small|big)?mug|no-?(?:photo|image)|silhouette|placeholder/i.test(address);
