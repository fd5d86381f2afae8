import type { PlainDate } from '../members/term';
import { firstContact, type FirstContact } from './contact';
import { byName, type Officer, type OfficerDirectory, type Service } from './officer';
import { searchServices, type FoundService, type ServiceSearch } from './search';
import { allWords, questionWords, wordsOf } from './words';

/** Words in front of names, and those that ask for a person: they tell nobody apart. */
const titles = new Set('mr mrs ms miss dr sir cllr'.split(' '));

/** Whether two words differ by one letter: one more, one less, another one, or two that are swapped. */
export function isSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (restA.slice(1) === restB || restA === restB.slice(1) || restA.slice(1) === restB.slice(1)) return true;
  return restA.length > 1 && restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0];
}

/** The words of a question that may be names or jobs. */
export const nameWords = (question: string, isKnown: (word: string) => boolean = () => false): string[] => {
  const words = allWords(question).filter((word) => !titles.has(word));
  const telling = questionWords(question, isKnown).filter((word) => !titles.has(word) && wordsOf(word).length > 0);
  return telling.length > 0 ? telling : words;
};

/**
 * Officers whom a question names: at least one of its words is (or the last one begins) a word of their name, or all of
 * them are words of their job and service. Those of whom more words are known come first; "mrs patel planning" finds the
 * Patel in Planning before another.
 *
 * @param serviceOf the service in which somebody works
 * @param isKnown whether a word is one of the services': then it is neither a slip of a name nor the beginning of one
 */
export function matchOfficers(
  question: string,
  officers: Iterable<Officer>,
  serviceOf: (officer: Officer) => Service | undefined,
  isKnown: (word: string) => boolean = () => false
): Officer[] {
  const words = nameWords(question, isKnown);
  if (words.length === 0) return [];
  const tells = wordsOf(question).length > 0;
  const scored: { officer: Officer; score: number }[] = [];
  for (const officer of officers) {
    const name = allWords(officer.name);
    const work = allWords([officer.job, serviceOf(officer)?.title ?? ''].join(' '));
    let [named, worked] = [0, 0];
    words.forEach((word, index) => {
      const isLast = index === words.length - 1;
      const begins = (one: string): boolean =>
        one === word || (isLast && word.length > 1 && (words.length === 1 || !isKnown(word)) && one.startsWith(word));
      if (name.some(begins)) named += 1;
      else if (word.length > 3 && !isKnown(word) && name.some((one) => isSlip(one, word))) named += 0.5;
      else if (tells && work.some((one) => one === word || (word.length > 3 && one.startsWith(word.replace(/s$/, ''))))) worked += 1;
    });
    const hasJob = words.some((word) => allWords(officer.job).includes(word));
    if (named > 0 || (worked === words.length && hasJob)) scored.push({ officer, score: named * 3 + worked });
  }
  const best = Math.max(0, ...scored.map(({ score }) => score));
  // Who shares less than the best with the question is somebody else.
  return scored
    .filter(({ score }) => score >= best - 1 && (best < 4 || score > 3))
    .sort((a, b) => b.score - a.score || byName(a.officer, b.officer))
    .map(({ officer }) => officer);
}

/** What a question finds. */
export interface Found {
  services: FoundService[];
  officers: Officer[];
}

/** A directory ready to be asked. */
export interface DirectorySearch {
  /** @param more officers whom the directory does not hold at once */
  find(question: string, more?: Iterable<Officer>): Found;
  prepare(): void;
}

/** Lets a directory be searched. Do it once for a directory. */
export function searchDirectory(directory: OfficerDirectory): DirectorySearch {
  const services: ServiceSearch = searchServices(directory);
  const byId = new Map(directory.services.map((service) => [service.id, service]));
  return {
    prepare: services.prepare,
    find: (question, more = []) => {
      const officers = new Map(directory.officers);
      for (const officer of more) officers.set(officer.id, officer);
      const names = new Set([...officers.values()].flatMap(({ name }) => allWords(name)));
      return {
        services: services.find(question, (word) => names.has(word)),
        officers: matchOfficers(question, officers.values(), ({ serviceId }) => byId.get(serviceId ?? 0), services.isKnown)
      };
    }
  };
}

/** A first contact with whom to ring, for who reads it as text. */
export interface ContactLine {
  contact: FirstContact;
  name: string;
  phone: string;
  email: string;
}

/** Whom to ask about a service on a day, and how. The general contact has the name of its own first contact, if it has one. */
export function contactLine(service: Service, date: PlainDate, directory: OfficerDirectory): ContactLine {
  const contact = firstContact(service, date, directory);
  if (contact.kind !== 'general')
    return { contact, name: contact.officer.name, phone: contact.officer.phone, email: contact.officer.email };
  const general = contact.service && contact.service.id !== service.id ? firstContact(contact.service, date, directory) : undefined;
  return general && general.kind !== 'general'
    ? { contact, name: general.officer.name, phone: general.officer.phone, email: general.officer.email }
    : { contact, name: contact.service?.title ?? '', phone: '', email: '' };
}

/** As many letters of a word are asked for; what follows is compared here, so that slips are found. */
const lettersAsked = 2;
/** More words are not asked for: who writes a whole sentence means a matter, not a name. */
const mostWords = 6;

/** Beginnings of names and jobs with which officers are to be asked for, who may be meant by a question. */
export const beginningsOf = (question: string): string[] => {
  const words = nameWords(question).filter((word) => word.length >= lettersAsked && /^\p{L}/u.test(word));
  return words.length > mostWords ? [] : [...new Set(words.map((word) => word.slice(0, lettersAsked)))];
};
