import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { readPackText } from '../../../sharepoint/import/protocol/pack-file';
import type { Answer, Answers } from '../../../src/domain/protocol/answers';
import { audiencesOf, kindOf, outcomeOf, questionsToAsk, routeOf, type Outcome } from '../../../src/domain/protocol/outcome';
import type { EnquiryKind, ProtocolPack, Question } from '../../../src/domain/protocol/pack';

/** The packs that ship: that they are right, that they hold every paragraph of their documents, and what their rules say. */

const folder = join(__dirname, '../../../sharepoint/protocols');
const documents = ['rugby-2022', 'uttlesford-2017', 'oadby-and-wigston-2014', 'surrey-2018', 'north-norfolk-2021'];
const packOf = (name: string): ProtocolPack => {
  const { pack, faults } = readPackText(readFileSync(join(folder, `${name}.json`), 'utf8'));
  if (!pack) throw new Error(JSON.stringify(faults));
  return pack;
};
const paragraphs = parse(readFileSync(join(folder, 'paragraphs.csv'), 'utf8'), { columns: true }) as {
  pack: string;
  paragraph: string;
  where: string;
  why: string;
}[];

test.each([...documents, 'default'])('%s is right', (name) =>
  expect(readPackText(readFileSync(join(folder, `${name}.json`), 'utf8')).faults).toEqual([])
);

type Json = null | string | number | boolean | Json[] | { [key: string]: Json };

/** A pack as its file has it. */
const jsonOf = (name: string): { [key: string]: Json } =>
  JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as { [key: string]: Json };

/** All sources within a part of a pack. */
function sourcesIn(part: Json | undefined): string[] {
  if (Array.isArray(part)) return part.flatMap(sourcesIn);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => (key === 'source' && typeof value === 'string' ? [value] : sourcesIn(value)));
}
const paragraphsOf = (source: string): string[] => /^paragraph (.+)$/.exec(source)?.[1]?.split(', ') ?? [];

/** A place of the table: clauses/7.2, conditions/emergency, roles/member, expectations, ownerRole. */
function partAt(pack: { [key: string]: Json }, place: string): Json | undefined {
  const [list = '', id] = place.split('/');
  const part = pack[list];
  if (id === undefined) return list === 'source' ? { source: pack.source ?? null } : part;
  return Array.isArray(part)
    ? part.find((one) => typeof one === 'object' && one !== null && !Array.isArray(one) && (one.id ?? one.number) === id)
    : undefined;
}

describe.each(documents)('paragraphs of %s', (name) => {
  const pack = packOf(name);
  const json = jsonOf(name);
  const rows = paragraphs.filter((row) => row.pack === name);

  test('each has a place in the pack, or a reason why it has none', () =>
    expect(rows.filter(({ where, why }) => (where === '') === (why === ''))).toEqual([]));

  test('each place is there, and says that it is from the paragraph', () => {
    const wrong = rows.flatMap(({ paragraph, where }) =>
      where
        .split(';')
        .filter((place) => place !== '')
        .filter((place) => !sourcesIn(partAt(json, place)).flatMap(paragraphsOf).includes(paragraph))
        .map((place) => `${paragraph}: ${place}`)
    );
    expect(wrong).toEqual([]);
  });

  test('no source names a paragraph that the document has not got', () => {
    const known = new Set(rows.map(({ paragraph }) => paragraph));
    const named = new Set(sourcesIn(json).flatMap(paragraphsOf));
    expect([...named].filter((paragraph) => !known.has(paragraph))).toEqual([]);
  });

  test('every clause is in the table', () => {
    const places = new Set(rows.flatMap(({ where }) => where.split(';')));
    expect(pack.clauses.map(({ number }) => `clauses/${number}`).filter((place) => !places.has(place))).toEqual([]);
  });
});

/** 3.1 to 3.9 and so on. */
const run = (section: number | string, last: number, form = (part: number): string => `.${part}`): string[] =>
  Array.from({ length: last }, (_, index) => `${section}${form(index + 1)}`);
const letters = (section: string, last: string): string[] =>
  [...'abcdefgh'].slice(0, 'abcdefgh'.indexOf(last) + 1).map((letter) => `${section}${letter}`);

/** The numbered paragraphs of each document, and those that it does not number but the pack does. */
const numbered: Record<string, string[]> = {
  'rugby-2022': ['1', '2', ...letters('2', 'e'), '3', ...letters('3', 'c'), '4', '4a', '4b', '5', ...letters('5', 'h')],
  'uttlesford-2017': ['1', '2.1', '2.2', ...[9, 3, 8, 4, 4, 4, 10, 6, 1, 1, 3, 3].flatMap((last, index) => run(index + 3, last))],
  'oadby-and-wigston-2014': ['1.1', '2.2', '1.3', '1.4', '1.5', '1.6', ...letters('1.6', 'h'), '1.7', 'A', 'B', 'C', 'D', 'E'],
  'surrey-2018': [...run('', 18, String), ...run(4, 5), ...run(14, 3)],
  'north-norfolk-2021': ['1.1', '1.2', ...run(2, 7), '3.1', '4']
};

test.each(documents)('of %s no paragraph is left out of the table', (name) => {
  const known = paragraphs.filter(({ pack }) => pack === name).map(({ paragraph }) => paragraph);
  expect((numbered[name] ?? ['?']).filter((paragraph) => !known.includes(paragraph))).toEqual([]);
});

test('the default pack speaks of no council, place or product of its sources', () => {
  const read = (part: Json | undefined): string[] => {
    if (typeof part === 'string') return [part];
    if (Array.isArray(part)) return part.flatMap(read);
    if (typeof part !== 'object' || part === null) return [];
    return Object.entries(part).flatMap(([key, value]) => (['source', 'reading'].includes(key) ? [] : read(value)));
  };
  const texts = read(jsonOf('default'));
  expect(
    texts.filter((text) => /uttlesford|rugby|oadby|wigston|surrey|norfolk|brocks|keep me posted|govdelivery|s-net|01223/i.test(text))
  ).toEqual([]);
});

test('sources of the default pack are paragraphs of the five documents', () => {
  const known = new Set(
    paragraphs.map(
      ({ pack, paragraph }) =>
        `${{ 'rugby-2022': 'Rugby', 'uttlesford-2017': 'Uttlesford', 'oadby-and-wigston-2014': 'Oadby and Wigston', 'surrey-2018': 'Surrey', 'north-norfolk-2021': 'North Norfolk' }[pack] ?? ''} ${paragraph}`
    )
  );
  const named = new Set(sourcesIn(jsonOf('default')).flatMap(paragraphsOf));
  expect([...named].filter((paragraph) => !known.has(paragraph))).toEqual([]);
});

describe('rules of the default pack', () => {
  const pack = packOf('default');
  const kind = (id: string): EnquiryKind => kindOf(pack, id) as EnquiryKind;
  /** Answers that nothing hangs on, and some that it does. */
  const outcome = (id: string, answers: Answers): Outcome =>
    outcomeOf(pack, kind(id), {
      urgent: false,
      askedBy: 'member',
      otherWards: false,
      neededBy: null,
      enoughNotice: true,
      earlierReference: null,
      ...answers
    });
  const own: Answers = { ownMatter: false, dayToDay: false, factsOrDispute: false };

  test.each<[string, string, Answers, Outcome['kind'], string[]]>([
    ['an ordinary matter of a resident goes on', 'casework', own, 'go on', []],
    ['an emergency goes to the out-of-hours line', 'casework', { ...own, urgent: true }, 'signpost', ['3.8']],
    ['a private matter is no enquiry', 'casework', { ...own, ownMatter: true }, 'not an enquiry', ['3.2', '7.2']],
    ['day-to-day running is no enquiry', 'ward-issue', { ...own, dayToDay: true }, 'not an enquiry', ['2.5']],
    ['uncertain facts: talk first', 'casework', { ...own, factsOrDispute: true }, 'go on with advice', ['5.4']],
    ['information for a private purpose is refused', 'information', { purpose: 'private' }, 'not an enquiry', ['7.2', '3.2']],
    [
      'information about people: need to know',
      'information',
      { purpose: 'role', bulletinChecked: true, forMeeting: false, aboutPeople: true },
      'go on with advice',
      ['7.4']
    ],
    [
      'information wanted too soon',
      'information',
      { purpose: 'role', bulletinChecked: true, forMeeting: true, aboutPeople: false, neededBy: '2026-12-01', enoughNotice: false },
      'go on with advice',
      ['7.3']
    ],
    ['a routine report goes to the service', 'service-request', {}, 'signpost', ['3.9']],
    ['chasing one is an enquiry', 'service-request', { earlierReference: 'AB12' }, 'go on', []],
    [
      'visiting an office: by appointment, and sign in',
      'meeting',
      { ownMatter: false, meetingType: 'office' },
      'go on with advice',
      ['3.9', '3.11']
    ],
    ['party business only is no enquiry', 'group-briefing', { business: 'party' }, 'not an enquiry', ['9.6']],
    [
      'outsiders at a group meeting',
      'group-briefing',
      { business: 'council', outsiders: true, officerLevel: 'senior' },
      'go on with advice',
      ['9.7', '9.2', '9.5', '9.9', '9.10']
    ],
    [
      'a concern about the Chief Executive goes to the Leader',
      'concern',
      { unlawful: false, about: 'chief-executive' },
      'signpost',
      ['10.4']
    ],
    ['unlawful conduct goes to whistle-blowing', 'concern', { unlawful: true }, 'signpost', ['10.6']],
    ["an officer's concern goes to their manager", 'concern', { askedBy: 'officer', unlawful: false }, 'signpost', ['10.5']],
    ['an interest: the Monitoring Officer advises', 'interest', { interestType: 'interest' }, 'go on with advice', ['11.1']],
    ['a relationship is declared', 'interest', { interestType: 'relationship' }, 'signpost', ['4.3']],
    ['media goes to Communications', 'media', {}, 'signpost', ['13.1', '13.2', '13.3']],
    ['operational subjects are for the liaison officer', 'conversation', { operational: true }, 'signpost', ['15.1', '15.2']],
    ['workstreams are for a Member Conversation', 'conversation', { operational: false }, 'go on with advice', ['15.1']],
    [
      'other wards are told as well',
      'ward-notice',
      { askedBy: 'officer', otherWards: true, noticeType: 'significant' },
      'go on with advice',
      ['6.5', '6.4']
    ],
    [
      'a report one disagrees with',
      'report-advice',
      { disagreement: 'report', authorAsked: true },
      'go on with advice',
      ['8.1', '8.2', '8.3', '8.5', '10.2']
    ]
  ])('%s', (_, id, answers, expected, clauses) => {
    const found = outcome(id, answers);
    expect(found.problems).toEqual([]);
    expect(found.unanswered).toEqual([]);
    expect(found.kind).toBe(expected);
    expect([...found.clauses].sort()).toEqual([...clauses].sort());
    if (expected === 'signpost') expect(found.signpost?.text).toBeTruthy();
  });

  test('who takes it: liaison officers operational matters, managers the rest, the Chief Executive a concern about a director', () => {
    const to = (id: string, answers: Answers): unknown => routeOf(pack, kind(id), answers).route?.to[0];
    expect(to('casework', {})).toEqual({ liaison: true });
    expect(to('information', {})).toEqual({ seniority: 'Manager' });
    expect(to('concern', { askedBy: 'member', unlawful: false, about: 'director' })).toEqual({ post: 'Chief Executive' });
    expect(to('interest', {})).toEqual({ post: 'Monitoring Officer' });
  });

  test('a ward matter is for the ward unless it is sensitive or for a constituent; a concern is restricted', () => {
    const who = (id: string, answers: Answers): unknown => audiencesOf(pack, kind(id), answers).chosen?.who;
    expect(who('ward-issue', { sensitive: false, forConstituent: false })).toBe('ward');
    expect(who('ward-issue', { sensitive: true, forConstituent: false })).toBe('member');
    expect(who('casework', { sensitive: false, forConstituent: true })).toBe('member');
    expect(who('concern', {})).toBe('restricted');
  });

  test('information may be declined on the grounds of the protocol; effort is for a director, a dispute for the Chief Executive', () => {
    const grounds = kind('information').declineGrounds ?? [];
    expect(grounds.map(({ id }) => id)).toEqual([
      'confidential',
      'commercially-sensitive',
      'data-protection',
      'private-purpose',
      'unreasonable-effort'
    ]);
    expect(grounds[4]).toMatchObject({ decidedBy: expect.stringContaining('Director') as string, disputeTo: 'Chief Executive' });
  });
});

test.each([...documents, 'default'])('no rule of %s fails, whatever is answered', (name) => {
  const pack = packOf(name);
  const answerTo = ({ type, options = [] }: Question): fc.Arbitrary<Answer> => {
    const values = options.map(({ value }) => value);
    const given: Record<Question['type'], fc.Arbitrary<Answer>> = {
      'yes or no': fc.boolean(),
      'one of': fc.constantFrom(...values, null),
      'some of': fc.subarray(values),
      text: fc.string(),
      date: fc.constantFrom('2026-11-27', '2027-01-04'),
      number: fc.integer()
    };
    return fc.oneof(given[type], fc.constant(null));
  };
  const common = {
    urgent: fc.boolean(),
    askedBy: fc.constantFrom('member', 'officer'),
    enoughNotice: fc.boolean(),
    sensitive: fc.boolean()
  };
  for (const kind of pack.kinds) {
    const questions = Object.fromEntries((kind.questions ?? []).map((question) => [question.id, answerTo(question)]));
    fc.assert(
      fc.property(fc.record({ ...common, ...questions }, { requiredKeys: [] }), (answers: Answers) => {
        expect(outcomeOf(pack, kind, answers).problems).toEqual([]);
        expect(questionsToAsk(pack, kind, answers).problems).toEqual([]);
        expect(routeOf(pack, kind, answers).problems).toEqual([]);
        expect(audiencesOf(pack, kind, answers).problems).toEqual([]);
      }),
      { numRuns: 50 }
    );
  }
});
