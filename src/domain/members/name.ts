import { isHonour, isOrder, joinHonours } from './honours';
import { takeTitle } from './titles';

/** A person's name, its parts apart. */
export interface PersonName {
  /** As it is shown: given names and surname, without title and honours ("Siân Prosser"). */
  display: string;
  given: string;
  surname: string;
  /** In front of the name, except "Councillor": "Dr", "Lord", "Mrs". */
  title: string;
  /** Behind the name: "OBE", "BA (Hons) MA". */
  honours: string;
  /** What they are called instead of their given name: "Tommy" for "Thomas [Tommy] Johnstone". */
  knownAs: string;
}

/** Words that belong to the surname that follows them. Never the first word of a name. */
const particles = new Set(
  'de del della di da do dos das du la le les van von der den ter ten te zu zur ap ab ferch af al el ul bin ibn st st. mac mc ó ní nic uí mhic'.split(
    ' '
  )
);

const office =
  /(?:(?:joint|acting|interim|deputy|depute|vice|assistant|shadow|group|council|civic|lord|opposition|cabinet|portfolio|executive|lead|ward)[\s-]+)*(?:leader|chair(?:man|woman|person)?|mayor|member|champion|portfolio holder|whip|convenor|provost|sheriff)\b/
    .source;

/**
 * Roles that some councils write behind the name. With a dash, comma or bracket any role counts: "Jane Doe - Leader";
 * without one it must say of what: "Ken Dale Cabinet Member for Finance". Kay Mayor and Mary Champion keep their surnames.
 */
// Put together from constants of this file.
// eslint-disable-next-line @rushstack/security/no-unsafe-regexp
const roleBehindMark = new RegExp(String.raw`(?:\s+[-–—]\s*|[-–—]\s+|\s*[,(]\s*)(?:the\s+)?${office}.*$`, 'i');
// eslint-disable-next-line @rushstack/security/no-unsafe-regexp
const roleBehindName = new RegExp(String.raw`(?<=\S\s+\S+)\s+(?:the\s+)?${office}\s*(?:of|for|to|with|and|-|–)\s.*$`, 'i');
/** Deputies of the City of London: "Wendy Hyde, Deputy". */
const deputyBehindComma = /,\s*deputy(?=\s*(?:,|$))/i;
const groupBehindName =
  /(?<=\S\s+\S+)\s+(?:labour|conservative|liberal democrats?|green|independent|ukip|reform|[\w ]*residents(?: & green)?)\s+group$/i;
const officeBehindName = /(?<=\S\s+\S+)\s+(lt\.? col|deputy mayor|lord mayor|baroness)\.?$/i;

const generation = /^(?:jnr|jr|snr|sr|ii|iii)\.?$/i;

/** How a council writes names, where one name does not tell. */
export interface NameStyle {
  /** Names begin with the surname in capitals, however short: "OGG Ralph". Otherwise short capitals are initials: "MJK Cooper". */
  capitalSurnameFirst?: boolean;
}

const beginsWithCapitals = /^\p{Lu}[\p{Lu}'’-]{2,}[.,]?\s+(?:\p{Lu}\p{Ll}|\p{Lu}\.?\s)/u;

/** Reads from all names of a council how it writes them. */
export function nameStyleOf(names: readonly string[]): NameStyle {
  const capitals = names.filter((name) => beginsWithCapitals.test(name.trim())).length;
  return { capitalSurnameFirst: names.length > 0 && capitals / names.length > 0.5 };
}

const officeInBrackets = /^(?:jnr|jr|snr|sr|re?td|rtd|leader|chair\w*|mayor|deputy|vice|cabinet|champion|vacant|retired|former)$/i;
const partyInBrackets =
  /^(?:con(?:servative)?|lab(?:our)?|lib(?:eral)?[ -]?dem\w*|ld|ind(?:ependent)?|green|ukip|reform(?: uk)?|snp|plaid cymru|dup)\b/i;

const isCapitals = (word: string): boolean => {
  const letters = word.replace(/[^\p{L}]/gu, '');
  return (
    letters.length > 2 &&
    (letters === letters.toUpperCase() || /^(?:Mc|Mac|O)[A-Z]{2,}$/.test(letters)) &&
    letters !== letters.toLowerCase()
  );
};

const capitalise = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();

/** SMITH-JONES, O'SULLIVAN and McDONALD in ordinary writing. */
function recase(word: string): string {
  return word
    .split('-')
    .map((part) => {
      const prefix = /^(Mc|MC)(?=\p{Lu}{2,})/u.exec(part) ?? /^(Mac)(?=\p{Lu}{2,})/u.exec(part) ?? /^(O')(?=\p{Lu})/iu.exec(part);
      if (prefix) return capitalise(prefix[0]).replace(/^O'$/i, "O'") + capitalise(part.slice(prefix[0].length));
      return capitalise(part);
    })
    .join('-');
}

const words = (text: string): string[] => text.split(' ').filter((word) => word !== '');

/** One kind of white space, apostrophe and dash, without what stands at the edges by mistake. */
function tidy(raw: string): string {
  return raw
    .normalize('NFC')
    .replace(/(?<=\p{Ll})Â\s?(?=\p{Lu})/gu, ' ')
    .replace(/[\s\u00a0\u2000-\u200b\ufeff]+/g, ' ')
    .replace(/[‘’`´ʼ]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/^[\s,;'"-]+|[\s,;'"-]+$/g, '');
}

/** Takes brackets out: degrees stay as honours, a short name is what somebody is known as, all else goes. */
function withoutBrackets(text: string): { rest: string; knownAs: string } {
  let knownAs = '';
  const rest = text.replace(/[[("]([^\])"]*)[\])"]/g, (_all, inside: string) => {
    const content = inside.trim();
    if (/^hons?\.?$/i.test(content)) return ' (Hons) ';
    if (partyInBrackets.test(content)) return ' ';
    if (words(content).length > 0 && words(content).every(isHonour)) return ` ${content} `;
    if (/^\p{Lu}[\p{L}'-]{1,14}$/u.test(content) && !officeInBrackets.test(content)) knownAs = content;
    return ' ';
  });
  return { rest, knownAs };
}

/** Titles in front, as many as there are. The surname is never taken for one. */
function takeTitles(text: string): { titles: string[]; rest: string } {
  const titles: string[] = [];
  let rest = text;
  for (;;) {
    const found = takeTitle(rest);
    if (!found) return { titles, rest };
    titles.push(found.title);
    rest = found.rest;
  }
}

/** Honours behind the name, each a whole word. Only an order leaves a surname alone: "Smith OBE". */
function takeHonours(tokens: string[]): { honours: string[]; name: string[] } {
  const name = [...tokens];
  const honours: string[] = [];
  while (name.length > 1) {
    const last = String(name[name.length - 1]);
    const left = name.filter((token) => token !== ',').length - 1;
    if (last === ',') name.pop();
    else if (left > 1 ? isHonour(last) : left === 1 && isOrder(last)) honours.unshift(String(name.pop()).replace(/[.;,]+$/, ''));
    else break;
  }
  return { honours, name };
}

/** "Amer Agha MB BS, MSc, PHCM": behind a whole name, what stands in capitals after a comma is an honour, known or not. */
function takeListedHonours(text: string): { rest: string; listed: string[] } {
  const [front = '', ...behind] = text.split(',').map((part) => part.trim());
  const listed = words(behind.join(' '));
  const isListed = (word: string): boolean => isHonour(word) || /^[\p{Lu}.]{2,}$/u.test(word);
  // "WHITFIELD, AMARA" is a name; "Roy Dale, XYZ" is not.
  if (words(front).length < 2 || listed.length === 0 || !listed.every(isListed) || front === front.toUpperCase())
    return { rest: text, listed: [] };
  return { rest: front, listed };
}

/** "SusanBull" lacks its blank; McKay, DeVere and Fitzroy do not. */
const splitRunTogether = (name: string[]): string[] => {
  const parts = name.length === 1 ? /^(\p{Lu}\p{Ll}{2,})(\p{Lu}\p{Ll}{2,})$/u.exec(String(name[0])) : null;
  return parts && !/^(?:Mac|Fitz|Van|Del|Des|Las)$/.test(String(parts[1])) ? [String(parts[1]), String(parts[2])] : name;
};

/** "Davey, Cllr John OBE": what stands before the title is a surname, unless it is a title or an office itself. */
function surnameBefore(text: string): string | undefined {
  const found = /^(\p{Lu}[\p{L}'-]*(?: \p{Lu}[\p{L}'-]*){0,2}), *$/u.exec(text)?.[1];
  if (found === undefined || takeTitle(`${found} Ann Able`) !== undefined) return undefined;
  return roleBehindMark.test(` - ${found}`) ? undefined : found;
}

/** Where the surname begins: the last word, with the particles before it; all of "Scott of Bybrook". */
function surnameStart(name: string[]): number {
  let start = name.length - 1;
  const of = name.indexOf('of');
  if (of > 0 && of < name.length - 1) start = of - 1;
  while (start > 1 && particles.has(String(name[start - 1]).toLowerCase())) start -= 1;
  return start;
}

/**
 * Splits a name as council websites write it into title, given names, surname and honours.
 *
 * "Councillor Dr Amara Whitfield OBE", "Whitfield, Amara", "WHITFIELD Amara" and "Cllr. Amara WHITFIELD, OBE" all give
 * Amara Whitfield. "Councillor" and its short forms are dropped: on a list of councillors they say nothing. Where there
 * is no given name ("Lord Howard"), the title stays in the display name.
 */
export function parseName(raw: string, style: NameStyle = {}): PersonName {
  let text = tidy(raw);
  // Whatever stands before the last "Councillor" is a title or a role: "Mayor of Test Valley Councillor Ian Carr".
  const councillor = [...text.matchAll(/\b(?:councillor|councilor|cllr|cynghorydd|cyngh?)\b\.?\s+(?=\S)/gi)].pop();
  let before = '';
  const surnameInFront = councillor && surnameBefore(text.slice(0, councillor.index));
  if (councillor && surnameInFront !== undefined) {
    text = `${surnameInFront}, ${text.slice(councillor.index + councillor[0].length)}`;
  } else if (councillor && councillor.index > 0) {
    before = text
      .slice(0, councillor.index)
      .replace(/[\s,–-]+$/, '')
      // What is left of "County Councillor", "Y Cynghorydd" and "Councillor / Cynghorydd".
      .replace(/^(?:y\b)?\s*(?:county|city|town|borough|district|parish|community|councillor|cllr|cynghorydd|cyngh?)?\.?\s*\/?$/i, '');
    text = text.slice(councillor.index);
  }
  for (const role of [deputyBehindComma, roleBehindMark, roleBehindName, groupBehindName]) text = text.replace(role, '');
  const { rest: bare, knownAs } = withoutBrackets(text);
  text = tidy(bare);
  const lateTitle = officeBehindName.exec(text)?.[1];
  text = text
    .replace(officeBehindName, '')
    .replace(/(?<=\p{Ll}\p{Ll}.*)\b([BM]) (Sc|Ed|Eng)\b/gu, '$1$2')
    .replace(/\b(Cert) (Ed)\b/g, '$1$2')
    .replace(/\s+[-–]\s*(?=(?:JP|OBE|MBE|CBE)$)/, ' ')
    .replace(/(?<=\p{L})\s+[-–]\s+(?=\p{Lu}\p{Ll})/u, '-');
  const { titles, rest: titled } = takeTitles(text);
  if (lateTitle !== undefined) titles.push(lateTitle);
  const { rest, listed } = takeListedHonours(titled);
  const { honours, name } = takeHonours(words(rest.replace(/,/g, ' , ')));
  honours.push(...listed);
  let suffix = '';
  if (name.length > 2 && generation.test(String(name[name.length - 1]))) suffix = String(name.pop());
  let given: string[];
  let surname: string[];
  const comma = name.indexOf(',');
  if (comma > 0) {
    // "Marsh MBE, Gloria"
    const front = takeHonours(name.slice(0, comma));
    const behind = takeTitles(
      name
        .slice(comma + 1)
        .filter((word) => word !== ',')
        .join(' ')
    );
    honours.unshift(...front.honours);
    titles.push(...behind.titles);
    surname = front.name;
    given = words(behind.rest);
  } else {
    const plain = splitRunTogether(name).filter((word, index) => {
      const isTitle = index > 0 && /^(?:Mrs|Mr|Ms|Miss|Dr)\.?$/.test(word) && name.length > 2;
      if (isTitle) titles.push(word);
      return !isTitle;
    });
    const firstPlain = plain.findIndex((word) => !isCapitals(word.replace(/\.$/, '')));
    const inFront = plain.slice(0, Math.max(firstPlain, 0));
    if (inFront.length > 0 && (style.capitalSurnameFirst || inFront.some((word) => word.length > 4))) {
      // Surname first, in capitals: "FIDLER JONES Martin"
      surname = inFront;
      given = plain.slice(firstPlain);
    } else {
      const start = surnameStart(plain);
      given = plain.slice(0, start);
      surname = plain.slice(start);
    }
  }
  // "Hayward." has a stray dot; "J." and "St." do not.
  surname = surname.map((word) => (word.length > 3 ? word.replace(/\.$/, '') : word));
  const all = [...given, ...surname];
  const lower = all.every((word) => word === word.toLowerCase());
  const capitals = all.every((word) => word === word.toUpperCase()) && all.filter(isCapitals).length > 1;
  surname = surname.map((word) => (isCapitals(word) ? recase(word) : lower ? capitalise(word) : word));
  given = given.map((word) =>
    isCapitals(word) && (capitals || word.length > 4) && !word.includes('.') ? recase(word) : lower ? capitalise(word) : word
  );
  const shownTitles = [before, ...titles].filter(
    (title) => title !== '' && !/^(?:(?:the|y)\s+)?(?:\w+\s+)?(?:councillor|councilor|cllr|clr|cynghorydd|cyngh?)\b\.?$/i.test(title)
  );
  const person = [...given, ...surname, suffix].filter((word) => word !== '').join(' ');
  return {
    display: given.length === 0 && shownTitles.length > 0 ? `${shownTitles.join(' ')} ${person}` : person,
    given: given.join(' '),
    surname: surname.join(' '),
    title: shownTitles.join(' '),
    honours: joinHonours(honours),
    knownAs
  };
}
