import { searchPhrases, type Phrase } from '../search/phraseSearch';
import type { OfficerDirectory, Service } from './officer';
import { directoryLanguage } from './words';

/** A service that a question is about. */
export interface FoundService {
  service: Service;
  /** Topics that the words touched, the nearest first. Empty where only what the service does was found. */
  topics: string[];
}

/** Services ready to be searched in people's own words. */
export interface ServiceSearch {
  /**
   * Services that a question may mean, the likeliest first; none for an empty question.
   *
   * @param isName whether a word is somebody's name: it is not taken for a slip
   */
  find(question: string, isName?: (word: string) => boolean): FoundService[];
  /** Whether a word, or another form of it, is one of the services'. */
  isKnown(word: string): boolean;
  /** Does beforehand what the first search would otherwise wait for. */
  prepare(): void;
}

interface ServicePhrase extends Phrase<Service> {
  isTopic: boolean;
}

/** What a phrase says of its service. */
const weights = { title: 1.2, topic: 1, does: 0.7, all: 0.8 };
/** Services and topics that are much less likely than the best are not shown. */
const serviceShare = 0.5;
const topicShare = 0.5;
const mostServices = 4;
const mostTopics = 3;

/** Lets services be searched. Do it once for a directory, not for each question; the index is made when it is first needed. */
export function searchServices({ services }: Pick<OfficerDirectory, 'services'>): ServiceSearch {
  const phrases = services.flatMap((service): ServicePhrase[] => {
    const phrase = (text: string, kind: keyof typeof weights): ServicePhrase => ({
      text,
      of: service,
      weight: weights[kind],
      isTopic: kind === 'topic'
    });
    return [
      phrase(service.title, 'title'),
      ...service.topics.map((text) => phrase(text, 'topic')),
      ...service.does.split(/[,;:.]|\band\b/).map((text) => phrase(text.trim(), 'does')),
      // Words of a question may stand in several topics.
      phrase([service.title, ...service.topics, service.does].join(' . '), 'all')
    ];
  });
  const { prepare, isKnown, wordsOf, find } = searchPhrases<Service, ServicePhrase>(phrases, directoryLanguage, (a, b) => a.id - b.id);
  return {
    prepare,
    isKnown,
    find: (question, isName = () => false) => {
      const hits = find(wordsOf(question).filter((word) => isKnown(word) || !isName(word)));
      const best = hits[0]?.score ?? 0;
      return hits
        .filter(({ score }) => score >= best * serviceShare)
        .slice(0, mostServices)
        .map(({ of: service, phrases: found }) => {
          const own = found.filter(({ phrase }) => phrase.isTopic);
          const topics = own.filter(({ score }) => score >= (own[0]?.score ?? 0) * topicShare).slice(0, mostTopics);
          return { service, topics: topics.map(({ phrase }) => phrase.text) };
        });
    }
  };
}
