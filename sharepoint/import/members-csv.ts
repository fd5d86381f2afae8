import { nameStyleOf, parseName } from '../../src/domain/members/name';
import { parsePosts } from '../../src/domain/members/posts';
import { parseFeedDate, saysNoDate } from '../../src/domain/members/term';
import { isVacancy } from '../../src/domain/members/vacancy';
import { foldText } from '../../src/domain/text';
import { readCsv, type CsvRow, type Headings } from './csv';
import { FeedError } from './feed-error';
import type { Feed, FeedDetail, FeedWard } from './modern-gov';
import { findEmail, findPhone, isPlaceholder, isTitleOnly, longest } from './published';

type Column =
  | 'name'
  | 'title'
  | 'given'
  | 'surname'
  | 'party'
  | 'ward'
  | 'email'
  | 'phone'
  | 'mobile'
  | 'preferred'
  | 'photo'
  | 'page'
  | 'id'
  | 'posts'
  | 'surgeries'
  | 'start'
  | 'end'
  | 'council'
  | 'code'
  | 'vacancyOf';

/** Headings under which councils and collections publish lists of members. */
const headings: Headings<Column> = {
  name: ['Name', 'Councillor', 'Councillor name', 'Full name', 'Member', 'Member name', 'Cllr'],
  title: ['Title', 'Salutation', 'Prefix'],
  given: ['First name', 'Forename', 'Given name', 'Given names', 'Forenames', 'First names'],
  surname: ['Surname', 'Last name', 'Family name'],
  party: ['Party', 'Political party', 'Party name', 'Group', 'Political group', 'Party affiliation', 'Affiliation'],
  ward: ['Ward', 'Ward name', 'Division', 'Electoral division', 'Division name', 'Ward / division', 'Electoral ward'],
  email: ['Email', 'E-mail', 'Email address', 'E-mail address', 'Council email'],
  phone: [
    'Telephone',
    'Phone',
    'Telephone number',
    'Phone number',
    'Tel',
    'Contact number',
    'Work phone',
    'Telephone no',
    'Phone no',
    'Tel no',
    'Contact telephone'
  ],
  mobile: ['Mobile', 'Mobile phone', 'Mobile number'],
  preferred: ['Preferred contact', 'Prefers', 'Preferred way to be contacted', 'Preferred contact method', 'Contact preference'],
  photo: ['Image', 'Photo', 'Photograph', 'Picture', 'Photo URL', 'Image URL'],
  page: ['Page', 'Profile', 'Profile URL', 'Web page', 'URL', 'Link', 'Website'],
  id: ['Modern.Gov id', 'ModernGov UID', 'UID'],
  posts: ['Roles', 'Posts', 'Positions', 'Key posts', 'Responsibilities', 'Role', 'Position', 'Post'],
  surgeries: ['Surgeries', 'Surgery', 'Surgery details'],
  start: ['Term start', 'Term from', 'Start date', 'Elected', 'Date elected', 'Elected on'],
  end: ['Term end', 'Term to', 'End date', 'Term ends'],
  council: ['Council', 'Council name', 'Authority', 'Local authority', 'Authority name'],
  code: ['ONS code', 'GSS code', 'Council code', 'Authority code', 'LAD code', 'LAD'],
  vacancyOf: ['Defending party if vacant']
};

/** Which columns each detail comes from. */
const sources: Record<FeedDetail, Column[]> = {
  ward: ['ward'],
  party: ['party'],
  email: ['email'],
  phone: ['phone', 'mobile'],
  posts: ['posts'],
  surgeries: ['surgeries'],
  terms: ['start', 'end']
};

type Row = CsvRow<Column>;

/** What is left of "Rugby Borough Council" or "London Borough of Bexley" without the kind of council. */
const properName = (name: string): string =>
  foldText(name)
    .replace(/\b(?:council|metropolitan|royal|london|borough|district|city|county|unitary|authority|of|the)\b/g, '')
    .trim() || foldText(name);

/** The rows of one council, of a file that may hold many. */
function ofCouncil(rows: Row[], where: string, wanted: string | undefined): Row[] {
  const councils = new Map<string, { name: string; code: string }>();
  for (const row of rows) {
    const [name, code] = [row.text('council'), row.text('code')];
    if (name !== '' || code !== '') councils.set(`${name}|${code}`, { name, code });
  }
  const all = [...councils.values()];
  if (wanted === undefined) {
    if (all.length < 2) return rows;
    const some = all.slice(0, 3).map(({ name, code }) => name || code);
    throw new FeedError(
      `${where} holds ${all.length} councils (${some.join(', ')} ...). Name one with --council, by its name or its code.`
    );
  }
  if (all.length === 0) throw new FeedError(`${where} has no column that says the council, so --council "${wanted}" finds nothing.`);
  const key = foldText(wanted);
  const exact = all.filter(({ name, code }) => foldText(name) === key || foldText(code) === key);
  const loose = exact.length > 0 ? exact : all.filter(({ name }) => properName(name) === properName(wanted));
  const [found, other] = loose;
  if (!found || (other && exact.length === 0)) {
    const near = (other ? loose : all.filter(({ name }) => foldText(name).includes(key))).map(({ name, code }) =>
      code ? `${name} (${code})` : name
    );
    throw new FeedError(
      `${where} has no council "${wanted}".${near.length > 0 ? ` Did you mean ${near.slice(0, 5).join(', ')}?` : ' Give its name or its code as the file has it.'}`
    );
  }
  return rows.filter((row) => loose.some(({ name, code }) => name === row.text('council') && code === row.text('code')));
}

const uidOf = (page: string): string => /[?&]UID=(\d{1,18})\b/i.exec(page)?.[1] ?? '';

const looksLikeAddress = (text: string): boolean => /^\S+@\S+\.\S+$/.test(text);

/** Why the values of a line stand under the wrong headings; nothing if they do not. */
function shiftOf(row: Row): string | undefined {
  const name = row.text('name') || row.text('surname');
  if (looksLikeAddress(name) || /^https?:/i.test(name)) return `the name is "${name.slice(0, 60)}": its columns are shifted`;
  const email = row.text('email');
  const elsewhere = (['party', 'ward', 'phone', 'photo', 'page', 'posts'] as const).find((column) => looksLikeAddress(row.text(column)));
  if (elsewhere && !looksLikeAddress(email)) return `an e-mail address stands in the column of the ${elsewhere}: its columns are shifted`;
  return undefined;
}

/**
 * Reads a list of members in CSV, in whatever shape its headings say. Where it says the Modern.Gov id, or has links to
 * Modern.Gov's pages of members, members are known by that; otherwise by name and ward.
 *
 * @param council name or code of the council, for a file that holds many
 * @throws FeedError if it is no such list
 */
export function parseMembersCsv(source: string, where: string, council: string | undefined): Feed {
  const table = readCsv<Column>(source, where, headings, [['name', 'surname']]);
  const rows = ofCouncil(table.rows, where, council);
  const silentOn = new Set((Object.keys(sources) as FeedDetail[]).filter((detail) => !sources[detail].some((column) => table.has(column))));
  const feed: Feed = {
    wards: [],
    members: [],
    skipped: table.skipped.map(({ line, reason, whole }) => ({ place: `line ${line}`, reason, whole })),
    notes: [],
    silentOn
  };
  const nameOf = (row: Row): string =>
    row.text('name') ||
    (['title', 'given', 'surname'] as const)
      .map((column) => row.text(column))
      .join(' ')
      .trim();
  const idOf = (row: Row): string => (/^\d{1,18}$/.test(row.text('id')) ? row.text('id') : uidOf(row.text('page')));
  // One way for the whole file: somebody whose link is missing would otherwise be taken for somebody new.
  const people = rows.filter((row) => !isVacancy(nameOf(row)));
  const byName = people.some((row) => idOf(row) === '');
  if (byName) feed.byName = true;
  const style = nameStyleOf(people.map(nameOf));
  const seen = new Map<string, number>();
  for (const row of rows) {
    const name = nameOf(row);
    const place = `line ${row.line}${name ? ` (${name.slice(0, 80)})` : ''}`;
    const note = (text: string): void => void feed.notes.push({ place, text });
    const fit = (value: string, what: string): string => {
      if (value.length <= longest) return value;
      note(`the ${what} is longer than ${longest} characters and was shortened`);
      return value.slice(0, longest).trimEnd();
    };
    const parsed = parseName(name, style);
    const skip = (reason: string): void =>
      void feed.skipped.push({
        place,
        reason,
        whole: row.whole,
        ...(idOf(row) ? { modernGovId: idOf(row) } : {}),
        ...(parsed.display ? { name: parsed.display } : {})
      });
    const shift = shiftOf(row);
    if (shift !== undefined) {
      skip(shift);
      continue;
    }
    const wardName = fit(row.text('ward'), 'ward');
    const same = feed.wards.find((other) => other.name.toLowerCase() === wardName.toLowerCase());
    const ward: FeedWard = same ?? { name: wardName, vacancies: 0 };
    if (!same && wardName !== '') feed.wards.push(ward);
    const party = row.text('party');
    if (row.text('vacancyOf') !== '' || isVacancy(name, party !== '' && !isVacancy(party))) {
      ward.vacancies += 1;
      if (wardName === '') note('a vacant seat without a ward is not counted');
      continue;
    }
    if (name === '' || isTitleOnly(name)) {
      skip('there is no name');
      continue;
    }
    const key = byName ? `${foldText(parsed.display)}|${foldText(wardName)}` : idOf(row);
    const before = seen.get(key);
    if (before !== undefined) {
      skip(`${byName ? 'the same name in the same ward' : `the Modern.Gov id ${key}`} is there already, in line ${before}`);
      continue;
    }
    seen.set(key, row.line);
    const date = (column: 'start' | 'end'): string | undefined => {
      const given = row.text(column);
      const read = parseFeedDate(given);
      if (read === undefined && !saysNoDate(given)) note(`"${given.slice(0, 40)}" is not a date`);
      return read;
    };
    const email = findEmail(row.text('email'));
    if (email === '' && row.text('email') !== '') note(`"${row.text('email').slice(0, 80)}" is not an e-mail address`);
    const [start, end] = [date('start'), date('end')];
    const photo = row.text('photo');
    feed.members.push({
      modernGovId: byName ? '' : idOf(row),
      ward: ward.name,
      name: { ...parsed, display: fit(parsed.display, 'name'), surname: (row.text('surname') || parsed.surname).slice(0, longest) },
      party: fit(party, 'party'),
      email: email.length > longest ? '' : email,
      phone: fit(findPhone(row.text('phone')) || findPhone(row.text('mobile')), 'phone number'),
      preferredContact: fit(row.text('preferred'), 'preferred way to be contacted'),
      posts: parsePosts(row.raw('posts')),
      surgeries: row.raw('surgeries'),
      terms: start || end ? [{ ...(start ? { start } : {}), ...(end ? { end } : {}) }] : [],
      photos: photo === '' || isPlaceholder(photo) ? [] : [photo]
    });
  }
  return feed;
}
