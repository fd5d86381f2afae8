import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as fc from 'fast-check';
import { FeedError } from '../../../sharepoint/import/feed-error';
import { parseModernGov } from '../../../sharepoint/import/modern-gov';
import { councillors, feedXml } from '../../support/feed';

const parse = (source: string): ReturnType<typeof parseModernGov> => parseModernGov(source, 'feed.xml');

describe('a Modern.Gov feed', () => {
  test('gives members with their ward, contact, posts, surgeries and terms', () => {
    const feed = parse(
      feedXml({
        'Maxton, Elms Vale & Priory': [
          {
            id: '7',
            name: 'Councillor Dr Jo Able OBE',
            party: 'The Labour Party',
            posts: 'Leader of the Council',
            email: 'jo.able@council.example (for ward specific issues)',
            phone: '01632 960001',
            photo: 'http://council.example/pic.jpg',
            surgery: ['line one', 'two', '3', '4', '5', '6', '7', '8', '9', 'line ten'],
            terms: [['04/05/2023', 'unspecified']]
          }
        ]
      })
    );
    expect(feed.skipped).toEqual([]);
    expect(feed.wards).toEqual([{ name: 'Maxton, Elms Vale & Priory', vacancies: 0 }]);
    expect(feed.members).toMatchObject([
      {
        modernGovId: '7',
        ward: 'Maxton, Elms Vale & Priory',
        name: { display: 'Jo Able', title: 'Dr', honours: 'OBE' },
        party: 'The Labour Party',
        email: 'jo.able@council.example',
        phone: '01632 960001',
        posts: { cabinet: ['Leader of the Council'] },
        surgeries: 'line one\ntwo\n3\n4\n5\n6\n7\n8\n9\nline ten',
        terms: [{ start: '2023-05-04' }]
      }
    ]);
  });

  test('nothing of the home block is read', () => {
    const feed = parse(feedXml({ Castle: [{ id: '7', name: 'Jo Able' }] }));
    expect(JSON.stringify(feed)).not.toMatch(/Secret|ZZ1|960999|900999|secret/);
    expect(feed.members[0]).toMatchObject({ email: '', phone: '' });
  });

  test('a vacant seat is a vacancy of the ward and nobody', () => {
    const feed = parse(
      feedXml({
        Castle: [
          { id: '9', name: 'Vacant seat' },
          { id: '7', name: 'Jo Able' }
        ],
        Mill: [{ id: '', name: 'Vacancy' }]
      })
    );
    expect(feed.wards).toEqual([
      { name: 'Castle', vacancies: 1 },
      { name: 'Mill', vacancies: 1 }
    ]);
    expect(feed.members.map(({ modernGovId }) => modernGovId)).toEqual(['7']);
    expect(feed.skipped).toEqual([]);
  });

  test('a vacancy is one whatever stands where the party should be', () => {
    const feed = parse(
      feedXml({
        Castle: [
          { id: '9', name: 'Castle ward vacancy', party: 'Vacant' },
          { id: '8', name: 'Tracey Vacant', party: 'Labour' }
        ]
      })
    );
    expect(feed.wards).toEqual([{ name: 'Castle', vacancies: 1 }]);
    expect(feed.members.map(({ name }) => name.display)).toEqual(['Tracey Vacant']);
  });

  test('what cannot be taken is named with its place and the reason', () => {
    const feed = parse(
      feedXml({
        Castle: [
          { id: '1', name: '' },
          { id: '', name: 'Jo Able' },
          { id: 'x1', name: 'Al Baker' },
          { id: '2', name: 'Cy Chard' }
        ],
        Mill: [{ id: '2', name: 'Cy Chard' }]
      })
    );
    expect(feed.skipped).toEqual([
      { place: 'ward Castle, councillor 1', reason: 'there is no name', modernGovId: '1' },
      { place: 'ward Castle, councillor 2 (Jo Able)', reason: 'there is no councillorid', name: 'Jo Able' },
      {
        place: 'ward Castle, councillor 3 (Al Baker)',
        reason: 'the councillorid "x1" is not a number',
        modernGovId: 'x1',
        name: 'Al Baker'
      },
      {
        place: 'ward Mill, councillor 1 (Cy Chard)',
        reason: 'the councillorid 2 is there already, in ward Castle',
        modernGovId: '2',
        name: 'Cy Chard'
      }
    ]);
    expect(feed.members).toHaveLength(1);
  });

  test.each([
    ['phil.bale@council.example (for ward specific issues)', 'phil.bale@council.example'],
    ['mailto:a@council.example', 'a@council.example'],
    ['a@council.example; b@council.example', 'a@council.example'],
    ['a@council.example b@council.example', 'a@council.example'],
    ["marielle.o'neill@council.example", "marielle.o'neill@council.example"],
    ['john smith@council.example', ''],
    ['a . b @council.example', ''],
    ['see website', '']
  ])('the e-mail "%s" is read as "%s"', (email, read) => {
    const feed = parse(feedXml({ Castle: [{ id: '1', name: 'Jo Able', email }] }));
    expect(feed.members[0]?.email).toBe(read);
    expect(feed.notes.map(({ text }) => text)).toEqual(read === '' ? [`"${email}" is not an e-mail address`] : []);
  });

  test('what is longer than SharePoint takes is shortened and named', () => {
    const feed = parse(feedXml({ Castle: [{ id: '1', name: 'Jo Able', party: 'x'.repeat(300), posts: `Leader of ${'y'.repeat(600)}` }] }));
    expect(feed.members[0]?.party).toHaveLength(255);
    expect(feed.members[0]?.posts.cabinet[0]?.length).toBeGreaterThan(600);
    expect(feed.notes).toEqual([
      { place: 'ward Castle, councillor 1 (Jo Able)', text: 'the party is longer than 255 characters and was shortened' }
    ]);
  });

  test('entities are decoded, those of HTML and those encoded twice too', () => {
    const source = feedXml({ Castle: [{ id: '1', name: 'NAME' }] }).replace('NAME', 'Si&acirc;n Caf&amp;eacute; &#x26; Sons');
    expect(parse(source).members[0]?.name.display).toContain('Siân Café');
  });

  test('a title alone is no name', () => {
    expect(parse(feedXml({ Castle: [{ id: '1', name: 'Councillor' }] })).skipped).toMatchObject([{ reason: 'there is no name' }]);
  });

  test("Modern.Gov's picture for a missing one is no photograph, and tba is no phone", () => {
    const feed = parse(
      feedXml({ Castle: [{ id: '1', name: 'Jo Able', photo: 'http://x.example/mgimages/missingbigmug.gif', phone: 'tba' }] })
    );
    expect(feed.members[0]).toMatchObject({ photos: [], phone: '' });
  });

  test('a byte order mark and blank lines before the XML do no harm', () => {
    expect(parse(`\ufeff\n${feedXml({ Castle: councillors() })}`).members).toHaveLength(12);
  });

  test('entities in an entity declaration are not expanded', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE councillorsbyward [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><councillorsbyward><wards><ward><wardtitle>&b;&b;&b;&b;</wardtitle></ward></wards></councillorsbyward>`;
    const size = ((): number => {
      try {
        return JSON.stringify(parse(bomb)).length;
      } catch (error) {
        expect(error).toBeInstanceOf(Error);
        return 0;
      }
    })();
    expect(size).toBeLessThan(2000);
  });
});

describe('what is not a feed', () => {
  const whole = feedXml({ Castle: councillors() });
  test.each([
    [
      'an HTML page',
      '\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0"><html><head><title>\n Error\n</title></head><body/></html>',
      /is an HTML page with the title "Error"/
    ],
    ['a script of a firewall', '<script src="/_Incapsula_Resource"></script>', /is an HTML page/],
    ['another reply', '<?xml version="1.0"?><string>oops</string>', /holds <string>, not <councillorsbyward>/],
    ['nothing', '  \n', /is empty/],
    ['text', 'Service unavailable', /is not XML. It begins with "Service unavailable"/],
    ['a truncated feed', whole.slice(0, whole.length / 2), /is damaged or cut off: line \d+/]
  ])('%s is named as what it is', (_what, source, message) => {
    expect(() => parse(source)).toThrow(FeedError);
    expect(() => parse(source)).toThrow(message);
  });

  test('a feed that is cut off anywhere is refused, never half read', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: whole.trimEnd().length - 1 }), (end) => {
        expect(() => parse(whole.slice(0, end))).toThrow(FeedError);
      })
    );
  });
});

/** Real feeds, where they are beside the project; they are not part of it. */
const shared = resolve(__dirname, '../../../../shared/data/moderngov');
const expected: [string, number, number][] = [
  ['argyll-bute.gov.uk', 11, 35],
  ['barking-dagenham.gov.uk', 17, 51],
  ['cardiff.co.uk', 29, 75],
  ['doncaster.co.uk', 21, 56],
  ['dover.gov.uk', 21, 45],
  ['erewash.gov.uk', 19, 47],
  ['huntingdonshire.gov.uk', 29, 52],
  ['kirklees.gov.uk', 23, 69],
  ['lbbd.gov.uk', 17, 51],
  ['london.gov.uk', 13, 26],
  ['oadby-wigston.gov.uk', 10, 26],
  ['online.eastherts.gov.uk', 0, 0],
  ['staffordshire.gov.uk', 60, 62]
];

(existsSync(shared) ? describe : describe.skip)('real feeds', () => {
  test.each(expected)('%s has %i wards and %i members', (name, wards, members) => {
    const feed = parse(readFileSync(join(shared, `${name}.xml`), 'utf8'));
    expect([feed.wards.length, feed.members.length, feed.skipped.length]).toEqual([wards, members, 0]);
    for (const member of feed.members) {
      expect(member.name.surname).not.toBe('');
      expect(member.name.display).not.toMatch(/Councillor|Cllr|\bOBE\b|\bMBE\b|[()[\]]/);
    }
  });
  test('Leeds is an HTML page', () => {
    expect(() => parse(readFileSync(join(shared, 'leeds.gov.uk.xml'), 'utf8'))).toThrow(/is an HTML page with the title "Error"/);
  });
});
