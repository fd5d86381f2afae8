import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packJsonSchema } from '../../../sharepoint/protocols/schema';
import { describeFault, readPackFile, readPackText } from '../../../sharepoint/import/protocol/pack-file';
import { pathText, type PackFault } from '../../../src/domain/protocol/packFault';
import { readPack } from '../../../src/domain/protocol/readPack';
import { smallPack } from './smallPack';

/** Packs that are wrong: every fault is named at once, each with its place, and no pack comes of it. */

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- packs are broken here on purpose
type Json = Record<string, any>;
const broken = (change: (pack: Json) => void): unknown => {
  const pack = JSON.parse(JSON.stringify(smallPack())) as Json;
  change(pack);
  return pack;
};

const placesOf = (faults: readonly PackFault[]): string[] => faults.map(({ at }) => pathText(at)).sort();

test('the small pack is right', () => expect(readPack(smallPack()).faults).toEqual([]));

const cases: [string, (pack: Json) => void, [path: string, message: RegExp][]][] = [
  [
    'a value that is missing',
    (pack) => {
      delete pack.title;
      delete pack.clauses[0].heading;
    },
    [
      ['title', /missing; it must be text/],
      ['clauses[0].heading', /missing; it must be text/]
    ]
  ],
  [
    'values of another type',
    (pack) => {
      pack.council = 7;
      pack.clauses[1].topics = 'figures';
      pack.standards.default.reply.value = '10';
    },
    [
      ['council', /It is 7; it must be text/],
      ['clauses[1].topics', /"figures"; it must be a list/],
      ['standards.default.reply.value', /"10"; it must be a number/]
    ]
  ],
  [
    'keys that are misspelt',
    (pack) => {
      pack.clausses = [];
      pack.clauses[0].headin = 'x';
      pack.kinds[1].questions[0].hints = 'y';
    },
    [
      ['clausses', /"clausses" is no property here/],
      ['clauses[0].headin', /"headin" is no property/],
      ['kinds[1].questions[0].hints', /"hints" is no property/]
    ]
  ],
  [
    'texts that are empty or blank',
    (pack) => {
      pack.title = '';
      pack.clauses[0].text = '  ';
    },
    [
      ['title', /empty/],
      ['clauses[0].text', /some text/]
    ]
  ],
  [
    'lists that are empty',
    (pack) => {
      pack.clauses[0].speaksTo = [];
      pack.escalation[0].steps = [];
    },
    [
      ['clauses[0].speaksTo', /empty list/],
      ['escalation[0].steps', /empty list/]
    ]
  ],
  [
    'sources of no kind',
    (pack) => {
      pack.clauses[0].source = '1.1';
      pack.standards.default.acknowledge.source = 'paragraph';
    },
    [
      ['clauses[0].source', /"1.1"; it must be "paragraph/],
      ['standards.default.acknowledge.source', /must be "paragraph/]
    ]
  ],
  [
    'null with a source, and a value that is not set',
    (pack) => {
      pack.adopted = { value: null, source: 'paragraph 1' };
      pack.standards.default.keepOpen = { value: 5, source: 'not set' };
    },
    [
      ['adopted.value', /must be "not set"/],
      ['standards.default.keepOpen.source', /must be null/]
    ]
  ],
  [
    'days that there are not, or not as dates are written',
    (pack) => {
      pack.adopted.value = '2026-02-30';
      pack.nextReview.value = '15/01/2027';
    },
    [
      ['adopted.value', /no day 2026-02-30/],
      ['nextReview.value', /a date as 2027-06-30/]
    ]
  ],
  [
    'a review before the adoption',
    (pack) => {
      pack.nextReview.value = '2025-01-15';
    },
    [['nextReview.value', /not after the adoption/]]
  ],
  [
    'times and numbers of days that cannot be',
    (pack) => {
      pack.standards.default.dayEnds.value = '25:00';
      pack.standards.default.acknowledge.value = -1;
      pack.standards.default.reply.value = 1.5;
      pack.standards.information.reply.value = 9999;
    },
    [
      ['standards.default.dayEnds.value', /a time as 17:00/],
      ['standards.default.acknowledge.value', /0 or more/],
      ['standards.default.reply.value', /a whole number/],
      ['standards.information.reply.value', /250 or less/]
    ]
  ],
  [
    'clauses of one number, and ids that are there twice',
    (pack) => {
      pack.clauses.push({ ...pack.clauses[0] });
      pack.conditions.push({ ...pack.conditions[0] });
      pack.kinds[1].questions.push({ ...pack.kinds[1].questions[0] });
    },
    [
      ['clauses[2].number', /"1.1" is there already, at clauses\[0\]/],
      ['conditions[4].id', /already, at conditions\[0\]/],
      ['kinds[1].questions[2].id', /another question "purpose"/]
    ]
  ],
  [
    'ids with other characters',
    (pack) => {
      pack.routing[0].id = 'The usual';
    },
    [['routing[0].id', /an id: letters/]]
  ],
  [
    'clauses that there are not',
    (pack) => {
      pack.conditions[0].clauses = ['9.9'];
      pack.roles[0].does[0].clauses = ['1.1', '8.8'];
    },
    [
      ['conditions[0].clauses[0]', /no clause "9.9"/],
      ['roles[0].does[0].clauses[1]', /no clause "8.8"/]
    ]
  ],
  [
    'roles, kinds and signposts that there are not',
    (pack) => {
      pack.clauses[0].speaksTo = ['mayor'];
      pack.conditions[1].kinds = ['informations'];
      pack.conditions[0].signpost = 'police';
      pack.expectations[0].of = 'staff';
      pack.standards.complaint = {};
    },
    [
      ['clauses[0].speaksTo[0]', /no role "mayor"/],
      ['conditions[1].kinds[0]', /no kind "informations"/],
      ['conditions[0].signpost', /no signpost "police"/],
      ['expectations[0].of', /no role "staff"/],
      ['standards.complaint', /no kind "complaint"/]
    ]
  ],
  [
    'no role of officers',
    (pack) => {
      pack.roles[1].id = 'staff';
      pack.clauses[1].speaksTo = ['member'];
      pack.expectations[0].of = 'member';
    },
    [['roles', /no role with the id "officer"/]]
  ],
  [
    'questions that there are not, for the kind or at all',
    (pack) => {
      pack.conditions[0].when = { question: 'emergency', is: true };
      pack.conditions[3].kinds = ['casework'];
    },
    [
      ['conditions[0].when.question', /"emergency" is not asked for "casework", "information"/],
      ['conditions[3].when.all[1].question', /"forMeeting" is not asked for "casework"/]
    ]
  ],
  [
    'comparisons that do not go with the question',
    (pack) => {
      pack.conditions[0].when = { question: 'urgent', atLeast: 1 };
      pack.conditions[1].when = { question: 'purpose', is: 'leisure' };
      pack.conditions[2].when = { question: 'enoughNotice', is: 'no' };
      pack.routing[0].when = { question: 'neededBy', before: '2026-02-30' };
    },
    [
      ['conditions[0].when.atLeast', /cannot be used for "urgent"/],
      ['conditions[1].when.is', /"leisure" is none of the options/],
      ['conditions[2].when.is', /"no" is no answer to "enoughNotice"/],
      ['routing[0].when.before', /no day 2026-02-30/]
    ]
  ],
  [
    'conditions of no form, or of two',
    (pack) => {
      pack.conditions[0].when = {};
      pack.conditions[1].when = { question: 'purpose' };
      pack.conditions[2].when = { question: 'enoughNotice', is: false, isNot: true };
      pack.audiences[1].when = { condition: 'late', question: 'urgent', is: true };
    },
    [
      ['conditions[0].when', /exactly one of "all"/],
      ['conditions[1].when', /exactly one comparison .*it has none/],
      ['conditions[2].when', /it has "is", "isNot"/],
      ['audiences[1].when', /it has "condition", "question"/]
    ]
  ],
  [
    'operators that there are not',
    (pack) => {
      pack.conditions[0].when = { question: 'urgent', equals: true };
    },
    [['conditions[0].when.equals', /"equals" is no property/]]
  ],
  [
    'conditions that name one another in a circle, or none',
    (pack) => {
      pack.conditions[2].when = { condition: 'late-for-meeting' };
      pack.conditions[3].when = { condition: 'late' };
      pack.conditions[0].when = { not: { condition: 'nothing' } };
    },
    [
      ['conditions[0].when.not.condition', /no condition "nothing"/],
      ['conditions[2].when.condition', /circle/],
      ['conditions[3].when.condition', /circle/]
    ]
  ],
  [
    'outcomes without what they need',
    (pack) => {
      delete pack.conditions[0].signpost;
      delete pack.conditions[1].advice;
      delete pack.conditions[3].advice;
      pack.conditions[2] = { id: 'late', source: 'our default' };
    },
    [
      ['conditions[0].signpost', /missing: the outcome is "signpost"/],
      ['conditions[1].advice', /say why/],
      ['conditions[3].advice', /missing/],
      ['conditions[2].when', /missing/]
    ]
  ],
  [
    'an outcome that there is not',
    (pack) => {
      pack.conditions[0].outcome = 'refuse';
    },
    [['conditions[0].outcome', /"refuse"; it must be "go on with advice", "signpost" or "not an enquiry"/]]
  ],
  [
    'choices without options, and options without a choice',
    (pack) => {
      delete pack.kinds[1].questions[0].options;
      pack.kinds[1].questions[1].options = [{ value: 'a', label: 'A' }];
    },
    [
      ['kinds[1].questions[0].options', /needs what can be chosen/],
      ['kinds[1].questions[1].options', /has no options/]
    ]
  ],
  [
    'a question that turns on a later one, and one named as the form’s own',
    (pack) => {
      pack.kinds[1].questions.reverse();
      pack.kinds[1].questions.push({ id: 'urgent', text: 'Soon?', type: 'yes or no', source: 'our default' });
    },
    [
      ['kinds[1].questions[0].when.question', /asked after/],
      ['kinds[1].questions[2].id', /the form asks of every enquiry/]
    ]
  ],
  [
    'standards that contradict one another, or are not whole',
    (pack) => {
      pack.standards.default.acknowledge.value = 12;
      pack.standards.information.extension.value = 3;
      delete pack.standards.default.keepOpen;
    },
    [
      ['standards.default.acknowledge.value', /later than it is answered/],
      ['standards.information.extension.value', /less than the 20 working days/],
      ['standards.default.keepOpen', /missing; "default" has all five/]
    ]
  ],
  [
    'no standards for the kinds in general',
    (pack) => {
      delete pack.standards.default;
    },
    [['standards', /no "default"/]]
  ],
  [
    'whom to turn to without anybody, and routes to two at once',
    (pack) => {
      pack.signposts[0].contact = {};
      pack.routing[1].to = [{ liaison: true, seniority: 'Manager' }];
    },
    [
      ['signposts[0].contact', /names nobody/],
      ['routing[1].to[0]', /exactly one of/]
    ]
  ],
  [
    'addresses that are none',
    (pack) => {
      pack.reading[0].link = 'council.example';
      pack.signposts[0].contact = { link: 'javascript:alert(1)', email: 'nobody' };
    },
    [
      ['reading[0].link', /begins with https/],
      ['signposts[0].contact.link', /begins with https/],
      ['signposts[0].contact.email', /must be/]
    ]
  ],
  [
    'a nation and a seniority that there are not',
    (pack) => {
      pack.nation = 'wales';
      pack.routing[1].to[1].seniority = 'Boss';
    },
    [
      ['nation', /"wales"; it must be "england-and-wales"/],
      ['routing[1].to[1].seniority', /"Boss"; it must be "Chief executive"/]
    ]
  ],
  [
    'sources that leave open what is no value, and a rule that stops every enquiry',
    (pack) => {
      pack.clauses[0].source = 'not set';
      delete pack.conditions[0].when;
    },
    [
      ['clauses[0].source', /"not set"; it must be "paragraph/],
      ['conditions[0].when', /no enquiry of any kind could be raised/]
    ]
  ],
  [
    'a condition that names itself, and an audience that turns on nothing',
    (pack) => {
      pack.conditions[2].when = { condition: 'late' };
      pack.audiences[1].onlyWhen = { question: 'weather', is: 'fine' };
    },
    [
      ['audiences[1].onlyWhen.question', /"weather" is not asked for/],
      ['conditions[2].when.condition', /names itself/]
    ]
  ]
];

test('there are at least twenty kinds of wrong packs', () => expect(cases.length).toBeGreaterThanOrEqual(20));

test.each(cases)('%s: every fault is named, and only those', (_, change, expected) => {
  const { pack, faults } = readPack(broken(change));
  expect(pack).toBeUndefined();
  expect(placesOf(faults)).toEqual(expected.map(([path]) => path).sort());
  for (const [path, message] of expected) expect(faults.find(({ at }) => pathText(at) === path)?.message).toMatch(message);
});

test('faults of form and of reference are named together', () => {
  const { faults } = readPack(
    broken((pack) => {
      pack.title = 1;
      pack.conditions[0].clauses = ['9'];
      pack.clauses[0].text = 2;
      pack.kinds[1].title = '';
    })
  );
  expect(placesOf(faults)).toEqual(['clauses[0].text', 'conditions[0].clauses[0]', 'kinds[1].title', 'title']);
});

test.each([
  ['', 1, 'The file is empty'],
  ['  \n', 1, 'The file is empty'],
  ['{\n  "council": "A",\n}', 3, 'This is not JSON'],
  ['{"council": "A"', 1, 'This is not JSON'],
  ['<html></html>', 1, 'This is not JSON'],
  ['{\n"council": "A" // ours\n}', 2, 'This is not JSON']
])('a file that holds %j is refused with the line', (text, line, message) =>
  expect(readPackText(text)).toEqual({ pack: undefined, faults: [{ at: [], line, message: expect.stringContaining(message) as string }] })
);

test('faults come in the order of the file, each with its line; a key that stands twice is one', () => {
  const text = JSON.stringify(smallPack(), null, 1)
    .replace('"version": "1",', '"version": "1",\n"version": "2",')
    .replace('"heading": "Information"', '"heading": 5');
  expect(readPackText(text).faults.map(describeFault)).toEqual([
    'line 4, version: "version" stands twice here',
    expect.stringMatching(/^line 3\d, clauses\[1\]\.heading: It is 5; it must be text$/)
  ]);
});

test.each([[null], [[]], ['text'], [7]])('%p is no pack', (raw) => {
  const { pack, faults } = readPack(raw);
  expect(pack).toBeUndefined();
  expect(faults).toEqual([{ at: [], message: expect.stringContaining('it must be an object') as string }]);
});

test('a byte order mark does no harm', () => expect(readPackText(`\uFEFF${JSON.stringify(smallPack())}`).faults).toEqual([]));

test('the JSON schema that authors use is the one that packs are read by (npm run protocol -- --schema prints it)', () =>
  expect(readFileSync(join(__dirname, '../../../sharepoint/protocols/pack.schema.json'), 'utf8')).toBe(packJsonSchema()));

test('a file in another encoding is refused, and says how to save it', () => {
  const latin = Buffer.from(JSON.stringify({ ...smallPack(), title: 'Members – officers' }), 'latin1');
  latin[latin.indexOf('Members') + 8] = 0x96;
  for (const bytes of [latin, Buffer.from('\uFEFF{}', 'utf16le')])
    expect(readPackFile(bytes).faults).toEqual([{ at: [], line: 1, message: expect.stringContaining('not in UTF-8') as string }]);
});

test('the pack that the README shows is right', () => {
  const readme = readFileSync(join(__dirname, '../../../sharepoint/protocols/README.md'), 'utf8');
  const examples = [...readme.matchAll(/```json\n(.+?)```/gs)].map(([, json]) => String(json));
  expect(examples.length).toBeGreaterThan(0);
  for (const example of examples) expect(readPackText(example).faults).toEqual([]);
});
