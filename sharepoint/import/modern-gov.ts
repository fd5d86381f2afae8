import { decodeHTML } from 'entities';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { nameStyleOf, parseName, type NameStyle, type PersonName } from '../../src/domain/members/name';
import { parsePosts, type Posts } from '../../src/domain/members/posts';
import { parseFeedDate, saysNoDate, type Term } from '../../src/domain/members/term';
import { isVacancy } from '../../src/domain/members/vacancy';
import { FeedError } from './feed-error';
import { findEmail, findPhone, isPlaceholder, isTitleOnly, longest } from './published';

/** A member as Modern.Gov's GetCouncillorsByWard gives them. */
export interface FeedMember {
  /** councillorid: the UID of the council's own member page. Empty where the source knows none. */
  modernGovId: string;
  ward: string;
  name: PersonName;
  /** As published. */
  party: string;
  email: string;
  phone: string;
  /** How and when they like to be contacted; Modern.Gov does not know. */
  preferredContact?: string;
  posts: Posts;
  surgeries: string;
  terms: Term[];
  /** Addresses of the photograph, the best first. They may be relative to the feed. */
  photos: string[];
}

/** A ward of a feed. */
export interface FeedWard {
  name: string;
  vacancies: number;
}

/** Something in the feed that was not taken, where it is and why. */
export interface Skipped {
  place: string;
  reason: string;
  /** Whom it is about, as far as is known: a member whose entry is faulty has not left. */
  modernGovId?: string;
  name?: string;
  /** All that stands there, where nobody knows which part is the name. */
  whole?: string;
}

/** A feed, read: nothing in it is written yet. */
export interface Feed {
  wards: FeedWard[];
  members: FeedMember[];
  skipped: Skipped[];
  /** What was taken, but not as it stands in the feed. */
  notes: { place: string; text: string }[];
  /** Details that the source has no place for: they stay as they are in the lists. Absent: it has all. */
  silentOn?: ReadonlySet<FeedDetail>;
  /** The source knows nobody by an id, so members are known by name and ward. */
  byName?: boolean;
}

/** Details of a member that a source may have no place for. */
export type FeedDetail = 'ward' | 'party' | 'email' | 'phone' | 'posts' | 'surgeries' | 'terms';

type Element = Record<string, unknown>;

const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: true,
  // Entities are decoded below, HTML's too; those of an entity declaration never, so none can be expanded without end.
  processEntities: false,
  isArray: (name) => ['ward', 'councillor', 'termofoffice'].includes(name)
});

const asElement = (value: unknown): Element =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Element) : {};
const asList = (value: unknown): Element[] => (Array.isArray(value) ? value.map(asElement) : []);

/** Decodes entities, also where a council's system encoded them twice ("&amp;eacute;"). */
const decode = (value: string): string => {
  const once = decodeHTML(value);
  return /&(?:\w+|#\d+);/.test(once) ? decodeHTML(once) : once;
};

/** Text of a child, on one line. Elements that hold only blanks are empty. */
function text(element: Element, name: string): string {
  const value = element[name];
  return typeof value === 'string'
    ? decode(value)
        .replace(/[\s\u00a0\u200b\ufeff]+/g, ' ')
        .trim()
    : '';
}

/** line1, line2 ... line35 in the order of their numbers. */
function numberedLines(element: Element): string[] {
  return Object.keys(element)
    .map((name) => ({ name, number: /^line(\d+)$/.exec(name)?.[1] }))
    .filter((line): line is { name: string; number: string } => line.number !== undefined)
    .sort((a, b) => Number(a.number) - Number(b.number))
    .map(({ name }) => text(element, name))
    .filter((line) => line !== '');
}

/** What to say of an entry that is taken, but not as it stands. */
type Note = (text: string) => void;

function readMember(element: Element, ward: string, style: NameStyle, note: Note): FeedMember {
  // Only the office's block is read. The home block has the same tags; nothing in it is ever looked at.
  const office = asElement(element.workaddress);
  const fit = (value: string, what: string): string => {
    if (value.length <= longest) return value;
    note(`the ${what} is longer than ${longest} characters and was shortened`);
    return value.slice(0, longest).trimEnd();
  };
  const date = (given: string): string | undefined => {
    const read = parseFeedDate(given);
    if (read === undefined && !saysNoDate(given)) note(`"${given.slice(0, 40)}" is not a date`);
    return read;
  };
  const name = parseName(text(element, 'fullusername'), style);
  const email = findEmail(text(office, 'email'));
  if (email === '' && text(office, 'email') !== '') note(`"${text(office, 'email').slice(0, 80)}" is not an e-mail address`);
  if (email.length > longest) note(`the e-mail address is longer than ${longest} characters and was left out`);
  return {
    modernGovId: text(element, 'councillorid'),
    ward,
    name: {
      ...name,
      display: fit(name.display, 'name'),
      given: name.given.slice(0, longest).trimEnd(),
      surname: name.surname.slice(0, longest).trimEnd(),
      title: name.title.slice(0, longest).trimEnd(),
      honours: name.honours.slice(0, longest).trimEnd()
    },
    party: fit(text(element, 'politicalpartytitle'), 'party'),
    email: email.length > longest ? '' : email,
    phone: fit(findPhone(text(office, 'phone')) || findPhone(text(office, 'mobile')), 'phone number'),
    posts: parsePosts(typeof element.keyposts === 'string' ? decode(element.keyposts) : ''),
    surgeries: numberedLines(asElement(element.surgerydetails)).join('\n'),
    terms: asList(asElement(element.termsofoffice).termofoffice).map((term) => {
      const start = date(text(term, 'startdate'));
      const end = date(text(term, 'enddate'));
      return { ...(start ? { start } : {}), ...(end ? { end } : {}) };
    }),
    photos: [...new Set([text(element, 'photobigurl'), text(element, 'photosmallurl')])].filter(
      (photo) => photo !== '' && !isPlaceholder(photo)
    )
  };
}

/** Refuses what is not a whole reply of GetCouncillorsByWard, and says what it is instead. */
function checkSource(source: string, where: string): Element {
  const trimmed = source.replace(/^\ufeff/, '').trim();
  if (trimmed === '') throw new FeedError(`${where} is empty.`);
  if (!trimmed.startsWith('<')) throw new FeedError(`${where} is not XML. It begins with "${trimmed.slice(0, 40).replace(/\s+/g, ' ')}".`);
  const isHtml = /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!doctype\s+html|<html\b|<head\b|<body\b|<script\b)/i.test(trimmed);
  if (isHtml) {
    const title = /<title[^>]*>([^<]*)<\/title>/i.exec(trimmed)?.[1]?.trim();
    throw new FeedError(
      `${where} is an HTML page${title ? ` with the title "${title}"` : ''}, not the XML of GetCouncillorsByWard. The council's website may be down, or a firewall may have answered in its place.`
    );
  }
  const valid = XMLValidator.validate(trimmed);
  if (valid !== true) {
    const { line, msg } = valid.err;
    throw new FeedError(`${where} is damaged or cut off: line ${line}: ${msg.replace(/\.$/, '')}. Fetch it again.`);
  }
  const root = asElement(parser.parse(trimmed));
  if (!('councillorsbyward' in root)) {
    const name = Object.keys(root).find((key) => !key.startsWith('?')) ?? 'nothing';
    throw new FeedError(`${where} holds <${name}>, not <councillorsbyward>: it is not a reply of GetCouncillorsByWard.`);
  }
  return asElement(root.councillorsbyward);
}

/**
 * Reads a reply of Modern.Gov's GetCouncillorsByWard. Home addresses, home phones and home mobiles are not read.
 *
 * @param where what the source is called in messages
 * @throws FeedError if it is not a whole, sound reply
 */
export function parseModernGov(source: string, where: string): Feed {
  const feed: Feed = { wards: [], members: [], skipped: [], notes: [] };
  const seen = new Map<string, string>();
  const wards = asList(asElement(checkSource(source, where).wards).ward);
  const councillorsOf = (ward: Element): Element[] => asList(asElement(ward.councillors).councillor);
  const names = wards.flatMap(councillorsOf).map((element) => text(element, 'fullusername'));
  const style = nameStyleOf(names.filter((name) => !isVacancy(name)));
  for (const [index, wardElement] of wards.entries()) {
    const name = text(wardElement, 'wardtitle').slice(0, longest).trimEnd();
    const place = name === '' ? `ward ${index + 1}` : `ward ${name}`;
    if (name === '') feed.notes.push({ place, text: 'the ward has no title; its members are taken in without a ward' });
    const same = feed.wards.find((other) => other.name.toLowerCase() === name.toLowerCase());
    const ward: FeedWard = same ?? { name, vacancies: 0 };
    if (!same && name !== '') feed.wards.push(ward);
    for (const [position, element] of councillorsOf(wardElement).entries()) {
      const id = text(element, 'councillorid');
      const fullName = text(element, 'fullusername');
      const councillor = `${place}, councillor ${position + 1}${fullName ? ` (${fullName})` : ''}`;
      const skip = (reason: string): void => {
        const name = parseName(fullName, style).display;
        feed.skipped.push({ place: councillor, reason, ...(id ? { modernGovId: id } : {}), ...(name ? { name } : {}) });
      };
      const party = text(element, 'politicalpartytitle');
      const isPublished = (party !== '' && !isVacancy(party)) || asList(asElement(element.termsofoffice).termofoffice).length > 0;
      if (isVacancy(fullName, isPublished) || (fullName === '' && isVacancy(party))) {
        ward.vacancies += 1;
        if (name === '') feed.notes.push({ place: councillor, text: 'a vacant seat without a ward is not counted' });
      } else if (fullName === '' || isTitleOnly(fullName)) skip('there is no name');
      else if (/^0*$/.test(id)) skip('there is no councillorid');
      else if (!/^\d{1,18}$/.test(id)) skip(`the councillorid "${id}" is not a number`);
      else if (seen.has(id)) skip(`the councillorid ${id} is there already, in ${seen.get(id)}`);
      else {
        seen.set(id, place);
        feed.members.push(readMember(element, ward.name, style, (note) => feed.notes.push({ place: councillor, text: note })));
      }
    }
  }
  return feed;
}
