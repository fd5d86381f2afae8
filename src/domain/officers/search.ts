import MiniSearch from 'minisearch';
import type { OfficerDirectory, Service } from './officer';
import { synonyms } from './synonyms';
import { allWords, questionWords, stemOf, wordsOf } from './words';

/** A service that a question is about. */
export interface FoundService {
  service: Service;
  /** Topics that the words touched, the nearest first. Empty where only what the service does was found. */
  topics: string[];
}

/** Services ready to be searched in people's own words. */
export interface ServiceSearch {
  /** Services that a question may mean, the likeliest first; none for an empty question. */
  /** @param isName whether a word is somebody's name: it is not taken for a slip */
  find(question: string, isName?: (word: string) => boolean): FoundService[];
  /** Whether a word, or another form of it, is one of the services'. */
  isKnown(word: string): boolean;
  /** Does beforehand what the first search would otherwise wait for. */
  prepare(): void;
}

interface Phrase {
  id: number;
  text: string;
  service: Service;
  kind: 'title' | 'topic' | 'does' | 'all';
}

/** What a phrase says of its service. */
const weights: Record<Phrase['kind'], number> = { title: 1.2, topic: 1, does: 0.7, all: 0.8 };
/** A word found as it was typed, by its stem, by another word for it, in two words for one, as a beginning. */
const exact = 1;
const sameStem = 0.8;
const sameMeaning = 0.45;
const beginning = 0.5;
/** How much it counts that a phrase has several words of the question. */
const coverage = 1.5;
/** Of one service several phrases count, each further one less. */
const decay = [1, 0.35, 0.2, 0.1];
/** Services and topics that are much less likely than the best are not shown. */
const serviceShare = 0.5;
const topicShare = 0.5;
const mostServices = 4;
const mostTopics = 3;

/** Letters that may be wrong in a word that is nowhere. */
const errorsIn = (word: string): number => (word.length < 4 ? 0 : word.length < 6 ? 1 : 2);

/** A phrase's words, their stems, and two words in one: "fly tipping" is found as flytipping. */
function termsOf(words: readonly string[]): string[] {
  const pairs = words.slice(1).map((word, index) => `${words[index]}${word}`);
  return [...words, ...words.map(stemOf), ...pairs, ...pairs.map(stemOf)];
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
function lookUp(question: readonly string[], known: ReadonlySet<string>): LookedUp[] {
  const terms = new Map<string, Omit<LookedUp, 'term'>>();
  const add = (words: readonly number[], term: string, weight: number, fuzzy = 0, prefix = false): void => {
    if ((terms.get(term)?.weight ?? 0) < weight) terms.set(term, { words, weight, fuzzy, prefix });
  };
  const pairs = question.slice(1).map((word, index) => `${question[index]}${word}`);
  pairs.forEach((pair, index) => {
    if (known.has(pair) || known.has(stemOf(pair))) [pair, stemOf(pair)].forEach((term) => add([index, index + 1], term, exact));
  });
  question.forEach((word, index) => {
    const isLast = index === question.length - 1;
    const isKnown = known.has(word) || known.has(stemOf(word));
    // Only a word that is nowhere can be a slip; the last one may still be typed.
    add([index], word, exact, isKnown ? 0 : errorsIn(word), isLast && word.length > 2);
    add([index], stemOf(word), sameStem);
    for (const other of synonyms.get(word) ?? synonyms.get(word.replace(/s$/, '')) ?? []) {
      add([index], other, sameMeaning);
      add([index], stemOf(other), sameMeaning * sameStem);
    }
  });
  return [...terms].map(([term, how]) => ({ term, ...how }));
}

/** Lets services be searched. Do it once for a directory, not for each question; the index is made when it is first needed. */
export function searchServices({ services }: Pick<OfficerDirectory, 'services'>): ServiceSearch {
  const phrases: Phrase[] = services
    .flatMap((service) => [
      { text: service.title, service, kind: 'title' as const },
      ...service.topics.map((text) => ({ text, service, kind: 'topic' as const })),
      ...service.does.split(/[,;:.]|\band\b/).map((text) => ({ text: text.trim(), service, kind: 'does' as const })),
      // Words of a question may stand in several topics.
      { text: [service.title, ...service.topics, service.does].join(' . '), service, kind: 'all' as const }
    ])
    .map((phrase, id) => ({ ...phrase, id }));
  const known = new Set<string>();
  const build = (): MiniSearch<Phrase> => {
    const index = new MiniSearch<Phrase>({
      fields: ['text'],
      tokenize: (text) => {
        const terms = termsOf(wordsOf(text).length > 0 ? wordsOf(text) : allWords(text));
        for (const term of terms) known.add(term);
        return terms;
      },
      processTerm: (term) => term
    });
    index.addAll(phrases);
    return index;
  };
  let built: MiniSearch<Phrase> | undefined;
  const ready = (): MiniSearch<Phrase> => (built ??= build());

  const isKnown = (word: string): boolean => {
    ready();
    return known.has(word) || known.has(stemOf(word));
  };
  const find = (question: string, isName: (word: string) => boolean = () => false): FoundService[] => {
    const index = ready();
    const words = questionWords(question, isKnown).filter((word) => isKnown(word) || !isName(word));
    if (words.length === 0) return [];
    const terms = lookUp(words, known);
    const how = new Map(terms.map((term) => [term.term, term]));
    const hits = index.search(terms.map(({ term }) => term).join(' '), {
      tokenize: (text) => text.split(' '),
      boostTerm: (term) => how.get(term)?.weight ?? 1,
      fuzzy: (term) => how.get(term)?.fuzzy || false,
      prefix: (term) => how.get(term)?.prefix ?? false,
      weights: { fuzzy: 0.9, prefix: beginning }
    });
    const byService = new Map<Service, { phrase: Phrase; score: number }[]>();
    for (const { id, score, queryTerms } of hits) {
      const phrase = phrases[Number(id)];
      if (!phrase) continue;
      // MiniSearch counts every term that matched; what counts here is how many words of the question did.
      const covered = new Set(queryTerms.flatMap((term) => how.get(term)?.words ?? [])).size;
      const share = (score / queryTerms.length) * covered ** coverage;
      const found = byService.get(phrase.service) ?? [];
      found.push({ phrase, score: share * weights[phrase.kind] });
      byService.set(phrase.service, found);
    }
    const scored = [...byService].map(([service, found]) => {
      found.sort((a, b) => b.score - a.score);
      return { service, found, score: decay.reduce((sum, share, place) => sum + share * (found[place]?.score ?? 0), 0) };
    });
    scored.sort((a, b) => b.score - a.score || a.service.id - b.service.id);
    const best = scored[0]?.score ?? 0;
    return scored
      .filter(({ score }) => score >= best * serviceShare)
      .slice(0, mostServices)
      .map(({ service, found }) => {
        const own = found.filter(({ phrase }) => phrase.kind === 'topic');
        const topics = own.filter(({ score }) => score >= (own[0]?.score ?? 0) * topicShare).slice(0, mostTopics);
        return { service, topics: topics.map(({ phrase }) => phrase.text) };
      });
  };
  return { prepare: () => void ready(), isKnown, find };
}
