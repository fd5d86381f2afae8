import MiniSearch from 'minisearch';
import { allWords, questionWordsIn, stemOf, tellingWords, type Language } from './language';

/** A text by which something is found. */
export interface Phrase<T> {
  text: string;
  of: T;
  /** What finding it says of the thing: 1 for what people ask by. */
  weight: number;
}

/** Something that a question may mean. */
export interface Hit<T, P extends Phrase<T>> {
  of: T;
  score: number;
  /** Phrases that were found, the nearest first. */
  phrases: { phrase: P; score: number }[];
}

/** Things ready to be searched in people's own words. */
export interface PhraseSearch<T, P extends Phrase<T>> {
  /** What a question may mean, the likeliest first; nothing for an empty question. */
  find(words: readonly string[]): Hit<T, P>[];
  /** The words of a question that tell. */
  wordsOf(question: string): string[];
  /** Whether a word, or another form of it, is in a phrase. */
  isKnown(word: string): boolean;
  /** Does beforehand what the first search would otherwise wait for. */
  prepare(): void;
}

/** A word found as it was typed, by its stem, by another word for it, as a beginning. */
const exact = 1;
const sameStem = 0.9;
const sameMeaning = 0.45;
const beginning = 0.5;
/** How much it counts that a phrase has several words of the question. */
const coverage = 1.5;
/** How much a word that tells little counts for that. */
const lightness = 0.3;
/** Of one thing several phrases count, each further one less. */
const decay = [1, 0.35, 0.2, 0.1];

/** Letters that may be wrong in a word that is nowhere. */
const errorsIn = (word: string): number => (word.length < 4 ? 0 : word.length < 6 ? 1 : 2);

/** Two words in one, and its stem: that of the second, since a planning office is no planning officer. */
const pairsOf = (words: readonly string[], language: Language): { word: string; stem: string }[] =>
  words.slice(1).map((second, index) => {
    const first = words[index] ?? '';
    const [mark = '', ...rest] = stemOf(second, language);
    return { word: `${first}${second}`, stem: `${mark}${first}${rest.join('')}` };
  });

/** A phrase's words, their stems, and two words in one: "fly tipping" is found as flytipping. */
function termsOf(words: readonly string[], language: Language): string[] {
  const pairs = pairsOf(words, language);
  return [...words, ...words.map((word) => stemOf(word, language)), ...pairs.flatMap(({ word, stem }) => [word, stem])];
}

/** What is looked up in the index. */
interface LookedUp {
  term: string;
  /** Places of the words of the question that it stands for. */
  words: readonly number[];
  /** How much finding it counts. */
  weight: number;
  fuzzy: number;
  prefix: boolean;
}

/** The words of a question as they are looked up. */
function lookUp(question: readonly string[], known: ReadonlySet<string>, language: Language): LookedUp[] {
  const { synonyms } = language;
  const stem = (word: string): string => stemOf(word, language);
  const terms = new Map<string, Omit<LookedUp, 'term'>>();
  const add = (words: readonly number[], term: string, weight: number, fuzzy = 0, prefix = false): void => {
    if ((terms.get(term)?.weight ?? 0) < weight) terms.set(term, { words, weight, fuzzy, prefix });
  };
  pairsOf(question, language).forEach((pair, index) => {
    if (known.has(pair.word) || known.has(pair.stem)) [pair.word, pair.stem].forEach((term) => add([index, index + 1], term, exact));
  });
  question.forEach((word, index) => {
    // A word that is said twice is meant once.
    if (question.indexOf(word) !== index) return;
    const isLast = index === question.length - 1;
    const isKnown = known.has(word) || known.has(stem(word));
    // Only a word that is nowhere can be a slip, or the last one the beginning of another: an office is no beginning of officers.
    add([index], word, exact, isKnown ? 0 : errorsIn(word), isLast && word.length > 2 && !known.has(word));
    add([index], stem(word), sameStem);
    for (const other of synonyms.get(word) ?? synonyms.get(word.replace(/s$/, '')) ?? []) {
      add([index], other, sameMeaning);
      add([index], stem(other), sameMeaning * sameStem);
    }
  });
  return [...terms].map(([term, how]) => ({ term, ...how }));
}

/**
 * Lets things be searched by phrases. Do it once, not for each question; the index is made when it is first needed.
 *
 * @param order which of two things of one score comes first
 */
export function searchPhrases<T, P extends Phrase<T>>(
  phrases: readonly P[],
  language: Language,
  order: (a: T, b: T) => number
): PhraseSearch<T, P> {
  const known = new Set<string>();
  const build = (): MiniSearch<{ id: number; text: string }> => {
    const index = new MiniSearch<{ id: number; text: string }>({
      fields: ['text'],
      tokenize: (text) => {
        const words = tellingWords(language.say(text), language);
        const terms = termsOf(words.length > 0 ? words : allWords(text), language);
        for (const term of terms) known.add(term);
        return terms;
      },
      processTerm: (term) => term
    });
    index.addAll(phrases.map(({ text }, id) => ({ id, text })));
    return index;
  };
  let built: MiniSearch<{ id: number; text: string }> | undefined;
  const ready = (): MiniSearch<{ id: number; text: string }> => (built ??= build());
  const isKnown = (word: string): boolean => {
    ready();
    return known.has(word) || known.has(stemOf(word, language));
  };
  const find = (words: readonly string[]): Hit<T, P>[] => {
    const index = ready();
    if (words.length === 0) return [];
    const terms = lookUp(words, known, language);
    const how = new Map(terms.map((term) => [term.term, term]));
    const hits = index.search(terms.map(({ term }) => term).join(' '), {
      tokenize: (text) => text.split(' '),
      boostTerm: (term) => how.get(term)?.weight ?? 1,
      fuzzy: (term) => how.get(term)?.fuzzy || false,
      prefix: (term) => how.get(term)?.prefix ?? false,
      weights: { fuzzy: 0.9, prefix: beginning }
    });
    const byThing = new Map<T, { phrase: P; score: number }[]>();
    for (const { id, score, queryTerms } of hits) {
      const phrase = phrases[Number(id)];
      if (!phrase) continue;
      // MiniSearch counts every term that matched; what counts here is how many words of the question did.
      const found = new Set(queryTerms.flatMap((term) => how.get(term)?.words ?? []));
      const covered = [...found].reduce((sum, place) => sum + (language.light.has(words[place] ?? '') ? lightness : 1), 0);
      const share = (score / queryTerms.length) * covered ** coverage;
      const own = byThing.get(phrase.of) ?? [];
      own.push({ phrase, score: share * phrase.weight });
      byThing.set(phrase.of, own);
    }
    const scored = [...byThing].map(([of, own]): Hit<T, P> => {
      own.sort((a, b) => b.score - a.score);
      return { of, phrases: own, score: decay.reduce((sum, share, place) => sum + share * (own[place]?.score ?? 0), 0) };
    });
    return scored.sort((a, b) => b.score - a.score || order(a.of, b.of));
  };
  return { prepare: () => void ready(), isKnown, wordsOf: (question) => questionWordsIn(question, language, isKnown), find };
}
