import { foldText } from '../../text';

/** Where a text names somebody. */
export interface Mention {
  /** What stands around the name. */
  excerpt: string;
  /** The name stands there as it was given; else its words do, apart from one another. */
  isWhole: boolean;
}

/** So much stands before and after a name. In characters. */
const around = 80;

const words = (text: string): string[] =>
  foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** The part of a text around a name, or its beginning. */
function excerptOf(text: string, name: string): string {
  const at = text.toLocaleLowerCase('en-GB').indexOf((name.match(/[\p{L}\p{N}]+/u)?.[0] ?? '').toLocaleLowerCase('en-GB'));
  const from = Math.max(0, at - around);
  const part = text.slice(from, from + name.length + 2 * around).trim();
  return `${from > 0 ? '…' : ''}${part}${from + part.length < text.length ? '…' : ''}`;
}

/**
 * Looks for a person's name in the texts of a row: as it was given, or all of its words in one text, in any order and
 * spelling of letters ("Ferris, D." for "D. Ferris"). Rather too much than too little: somebody reads what is found.
 */
export function mentions(name: string): (texts: readonly string[]) => Mention | undefined {
  const wanted = words(name);
  const whole = ` ${wanted.join(' ')} `;
  return (texts) => {
    if (wanted.length === 0) return undefined;
    for (const text of texts) {
      const found = words(text);
      const known = new Set(found);
      if (!wanted.every((word) => known.has(word))) continue;
      return { excerpt: excerptOf(text, name), isWhole: ` ${found.join(' ')} `.includes(whole) };
    }
    return undefined;
  };
}
