import { stemmer } from 'stemmer';
import { foldText } from '../text';

/** How people ask for things of one subject: which of their words tell, and which mean the same. */
export interface Language {
  /** Words that tell nothing about a matter, as people put them around it. */
  fillers: ReadonlySet<string>;
  /** Words that tell little: nearly everything that is searched has them. */
  light: ReadonlySet<string>;
  /** Words that stand for something else than what their stem is the stem of: parking is no park. */
  whole: ReadonlySet<string>;
  /** Words that people use for one another, by word. */
  synonyms: ReadonlyMap<string, readonly string[]>;
  /** What is said in several words, in one: of questions, and of what is searched. */
  say(text: string): string;
  /**
   * What is searched of a question: as it is said, and without what leads astray.
   *
   * @param isKnown whether a word is one of what is searched
   */
  prepare(question: string, isKnown: (word: string) => boolean): string;
}

/** All words of a text, folded. */
export const allWords = (text: string): string[] =>
  foldText(text)
    .split(' ')
    .filter((word) => word !== '');

/** The words of a text that tell what it is about. */
export const tellingWords = (text: string, { fillers }: Pick<Language, 'fillers'>): string[] =>
  allWords(text).filter((word) => !fillers.has(word));

/** The words of a question that tell what it is about. Where no word tells, all of them. */
export function questionWordsIn(question: string, language: Language, isKnown: (word: string) => boolean): string[] {
  const words = tellingWords(language.prepare(question, isKnown), language);
  return words.length > 0 ? words : allWords(question);
}

/** Says what is said in two words in one. */
export type Saying = readonly [RegExp, string];
export const withSayings = (text: string, sayings: readonly Saying[]): string =>
  sayings.reduce((said, [saying, word]) => said.replace(saying, word), text);

/** Marks what is no word but the stem of several. */
const mark = '~';

/** The stem of a word, marked as such. */
export const stemOf = (word: string, { whole }: Pick<Language, 'whole'>): string => mark + (whole.has(word) ? word : stemmer(word));

/** Words by what they can stand for: of groups of words, one a line, each stands for the others of its groups. */
export function synonymsOf(groups: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const group of groups.trim().split('\n')) {
    const words = group.split(' ').map((word) => word.replace(/-/g, ''));
    for (const word of words) {
      const known = found.get(word) ?? new Set<string>();
      for (const other of words) if (other !== word) known.add(other);
      found.set(word, known);
    }
  }
  return new Map([...found].map(([word, others]) => [word, [...others]]));
}

/** Words of a text with blanks between them, as a set. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '));
