import { searchPhrases, type Phrase } from '../search/phraseSearch';
import type { ClauseEntry } from './pack';
import { tellingWords } from '../search/language';
import { protocolLanguage } from './language';

/** Clauses ready to be searched in plain words. */
export interface ClauseSearch<C> {
  /** Clauses that answer a question, the likeliest first; a number finds its clause. None for an empty question. */
  find(question: string): C[];
  /** Does beforehand what the first search would otherwise wait for. */
  prepare(): void;
}

/** What is searched of a clause. */
export type SearchedClause = Pick<ClauseEntry, 'number' | 'heading' | 'text'> & { topics: readonly string[] };

/** What a phrase says of its clause. */
const weights = { heading: 1.1, topic: 1, sentence: 0.6, all: 1 };
/** Clauses that are much less likely than the best are not shown. */
const share = 0.4;
/** A few are shown all the same, unless they are very unlikely: the second or third may be what was meant. */
const few = 4;
const fewShare = 0.15;
const most = 8;

/** The numbers that a question names: "7.3", "clause 9.10". */
const numbersIn = (question: string): Set<string> =>
  new Set(
    question
      .toLowerCase()
      .match(/\b\d+[a-z]?(?:\.\d+[a-z]?)*\b|^\s*[a-z]\s*$/g)
      ?.map((one) => one.trim()) ?? []
  );

/** Lets clauses be searched. Do it once for a protocol, not for each question; the index is made when it is first needed. */
export function searchClauses<C extends SearchedClause>(clauses: readonly C[]): ClauseSearch<C> {
  const places = new Map(clauses.map((clause, place) => [clause, place]));
  const phrases = clauses.flatMap((clause): Phrase<C>[] => {
    const phrase = (text: string, kind: keyof typeof weights): Phrase<C> => ({ text, of: clause, weight: weights[kind] });
    return [
      phrase(clause.heading, 'heading'),
      ...clause.topics.map((topic) => phrase(topic, 'topic')),
      ...clause.text
        .split(/(?<=[.;:])\s+|\n/)
        .filter((sentence) => sentence.trim() !== '')
        .map((sentence) => phrase(sentence, 'sentence')),
      // Words of a question may stand in several topics.
      phrase([clause.heading, ...clause.topics, clause.text].join(' . '), 'all')
    ];
  });
  const search = searchPhrases<C, Phrase<C>>(phrases, protocolLanguage, (a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  return {
    prepare: search.prepare,
    find: (question) => {
      const named = numbersIn(question);
      const byNumber = clauses.filter(({ number }) => named.has(number.toLowerCase()));
      // Words that tell nothing ("who", "what is") find nothing.
      const tells =
        tellingWords(
          protocolLanguage.prepare(question, () => false),
          protocolLanguage
        ).length > 0;
      const hits = tells ? search.find(search.wordsOf(question)) : [];
      const best = hits[0]?.score ?? 0;
      const found = hits.filter(({ score }, place) => score >= best * (place < few ? fewShare : share)).map(({ of }) => of);
      return [...new Set([...byNumber, ...found])].slice(0, most);
    }
  };
}
