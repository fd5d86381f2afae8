import type { PlainDate } from '../members/term';
import { wordsOf } from '../officers/words';
import { stemmer } from 'stemmer';

/** An enquiry that is still open, as far as it is compared with a new one. */
export interface OpenEnquiry {
  id: number;
  summary: string;
  description: string;
  place: string;
  topic: string;
  serviceId: number | undefined;
  kind: string;
  state: string;
  /** An officer wrote it, to the members of a ward. */
  isOfficers: boolean;
  /** By when ward members are asked to answer. */
  respondBy: PlainDate | undefined;
  /** Path of its folder below the root of the list. */
  folder: string;
  created: Date;
}

const stems = (text: string): Set<string> => new Set(wordsOf(text).map((word) => stemmer(word)));

/** Of so many words that two texts could share, this share has to be shared. */
const wantedShare = 0.5;
/** Where it is the same service a smaller one does. */
const shareInService = 0.3;
const mostShown = 3;
/** What a matter is about is said at the beginning. In characters. */
const mostRead = 2_000;

/** What officers brought before a ward's members and wait for an answer to, the soonest first; what is past is left out. */
export const wardMatters = (open: readonly OpenEnquiry[], today: PlainDate): OpenEnquiry[] =>
  open
    .filter(({ isOfficers, respondBy }) => isOfficers && (respondBy === undefined || respondBy >= today))
    .sort((a, b) => (a.respondBy ?? '9999').localeCompare(b.respondBy ?? '9999') || b.id - a.id);

/** What a new enquiry is about. */
export interface Matter {
  words: string;
  place: string;
  serviceId: number | null | undefined;
}

/**
 * Lets open enquiries be searched for those that look like the same matter, the likeliest first: most telling words of the
 * shorter text stand in the other. One word alone says nothing, unless it is all there is. Do it once for the enquiries,
 * not at every letter.
 */
export function findAlike(open: readonly OpenEnquiry[]): (matter: Matter) => OpenEnquiry[] {
  const known = open.map((enquiry) => {
    const short = stems(`${enquiry.summary} ${enquiry.topic} ${enquiry.place}`);
    return { enquiry, short, all: new Set([...short, ...stems(enquiry.description.slice(0, mostRead))]) };
  });
  return ({ words, place, serviceId }) => {
    const own = stems(`${words} ${place}`);
    if (own.size === 0) return [];
    return known
      .map(({ enquiry, short, all }) => {
        const shared = [...own].filter((word) => all.has(word)).length;
        const share = shared / Math.max(1, Math.min(own.size, short.size));
        const sameService = serviceId !== undefined && serviceId !== null && serviceId === enquiry.serviceId;
        const isAlike = (shared > 1 || own.size === 1) && share >= (sameService ? shareInService : wantedShare);
        return { enquiry, score: isAlike ? share + (sameService ? 0.5 : 0) : 0 };
      })
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || b.enquiry.id - a.enquiry.id)
      .slice(0, mostShown)
      .map(({ enquiry }) => enquiry);
  };
}
