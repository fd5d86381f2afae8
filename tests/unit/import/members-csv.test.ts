import { parseMembersCsv } from '../../../sharepoint/import/members-csv';
import type { Feed } from '../../../sharepoint/import/modern-gov';
import { planImport, type Plan } from '../../../sharepoint/import/plan';
import { usualParties } from '../../../src/domain/members/party';

/** Lists of members in the shapes that councils and collections publish. The people in them are fictional. */

const parse = (text: string, council?: string): Feed => parseMembersCsv(text, 'members.csv', council);
const summary = ({ members }: Feed): string[] => members.map(({ name, ward, party }) => `${name.display}, ${ward}, ${party}`);

describe("a council's own list", () => {
  const heading = 'Name,Party,Ward,Telephone,Email,Page,Image\n';
  const page = (id: number): string => `https://democracy.council.example/mgUserInfo.aspx?UID=${id}`;

  test('gives name, party, ward, contact, photograph, and the Modern.Gov id out of the link', () => {
    const [member] = parse(
      `${heading}Councillor Ann Able OBE,Green Party,Castle,01632 960001,a.able@council.example,${page(4711)},https://council.example/a.jpg\n`
    ).members;
    expect(member).toMatchObject({
      modernGovId: '4711',
      name: { display: 'Ann Able', given: 'Ann', surname: 'Able', honours: 'OBE' },
      ward: 'Castle',
      party: 'Green Party',
      phone: '01632 960001',
      email: 'a.able@council.example',
      photos: ['https://council.example/a.jpg']
    });
  });

  test('knows everybody by name and ward where one link is missing', () => {
    const feed = parse(`${heading}Ann Able,Green,Castle,,,${page(1)},\nBen Baker,Green,Castle,,,,\n`);
    expect(feed.byName).toBe(true);
    expect(feed.members.map(({ modernGovId }) => modernGovId)).toEqual(['', '']);
  });

  test('counts vacant seats on their ward', () => {
    const feed = parse(`${heading}Ann Able,Green,Castle,,,,\nVacant seat,,Castle,,,,\nVACANCY,,Mill,,,,\n`);
    expect(feed.wards).toEqual([
      { name: 'Castle', vacancies: 1 },
      { name: 'Mill', vacancies: 1 }
    ]);
    expect(summary(feed)).toEqual(['Ann Able, Castle, Green']);
  });

  test('lines whose values stand under the wrong headings are named and left out', () => {
    const feed = parse(
      `${heading}Ann Able,Green,Castle,01632 960001,a.able@council.example,,\n` +
        `Green,Castle,01632 960002,b.baker@council.example,,,\n` +
        `c.chard@council.example,Green,Mill,,,,\n` +
        `Di Dunn,Green,Mill,,not an address,,\n` +
        `Ann Able,Green,Castle,,,,\n` +
        `,Green,Castle,,,,\n`
    );
    expect(summary(feed)).toEqual(['Ann Able, Castle, Green', 'Di Dunn, Mill, Green']);
    expect(feed.skipped.map(({ place, reason }) => `${place}: ${reason}`)).toEqual([
      'line 3 (Green): an e-mail address stands in the column of the phone: its columns are shifted',
      'line 4 (c.chard@council.example): the name is "c.chard@council.example": its columns are shifted',
      'line 6 (Ann Able): the same name in the same ward is there already, in line 2',
      'line 7: there is no name'
    ]);
    expect(feed.notes).toEqual([{ place: 'line 5 (Di Dunn)', text: '"not an address" is not an e-mail address' }]);
  });

  test('may have first name and surname apart, roles, surgeries and terms', () => {
    const [member] = parse(
      'Forename,Surname,Division,Roles,Surgeries,Date elected,Term ends,Prefers\n' +
        'Ann Mary,Le Fay,Castle,"Cabinet Member for Housing; Chair, Planning Committee","Library\nSaturdays",04/05/2023,unspecified,"E-mail, mornings"\n'
    ).members;
    expect(member).toMatchObject({
      name: { display: 'Ann Mary Le Fay', surname: 'Le Fay' },
      posts: { cabinet: ['Cabinet Member for Housing'], additional: ['Chair, Planning Committee'] },
      preferredContact: 'E-mail, mornings',
      surgeries: 'Library\nSaturdays',
      terms: [{ start: '2023-05-04' }]
    });
  });
});

describe('compared with the lists', () => {
  const names = ['Ann Able', 'John Smith', ...Array.from({ length: 10 }, (_, index) => `Sam X${String.fromCharCode(97 + index)}le`)];
  const register = (): Parameters<typeof planImport>[1] => ({
    wards: [
      { id: 1, name: 'Castle', vacancies: 0 },
      { id: 2, name: 'Mill', vacancies: 0 }
    ],
    parties: usualParties,
    members: names.map((name, index) => ({
      ...{ id: index + 1, modernGovId: '', serving: true, photo: '', photoSource: '' },
      details: {
        ...{ name, givenName: String(name.split(' ')[0]), surname: String(name.split(' ')[1]), knownAs: '', title: '', honours: '' },
        ...{ wardId: 1, party: '', email: '', phone: '', preferredContact: '', cabinetRoles: [], responsibilities: [] },
        ...{ surgeries: '', termStart: undefined, termEnd: undefined }
      }
    }))
  });
  const lines = (all: string[]): string => `Name,Ward\n${all.join('\n')}\n`;
  const everybody = names.map((name) => `${name},Castle`);

  test.each([
    ['too many columns', 'Ann Able,Castle,extra'],
    ['surname first, too few columns', '"Able, Ann"']
  ])('who stands on a line with %s has not left', (_what, line) => {
    const plan = planImport(parse(lines([line, ...everybody.slice(1)])), register(), '2026-11-22', false);
    expect([plan.left, plan.skipped.length, plan.unchanged]).toEqual([[], 1, 11]);
  });

  test('who stands nowhere has', () => {
    const plan = planImport(parse(lines(everybody.slice(1))), register(), '2026-11-22', false);
    expect(plan.left.map(({ member }) => member.details.name)).toEqual(['Ann Able']);
  });

  test('two members of one name are two, whichever stands first', () => {
    for (const all of [
      [...everybody, 'John Smith,Mill'],
      ['John Smith,Mill', ...everybody]
    ]) {
      const plan = planImport(parse(lines(all)), register(), '2026-11-22', false);
      expect([plan.added.map(({ details }) => details.ward), plan.changed, plan.left, plan.unchanged]).toEqual([['Mill'], [], [], 12]);
    }
  });

  test('the only one of a name who moved to another ward is the same', () => {
    const plan = planImport(
      parse(lines(['John Smith,Mill', ...everybody.filter((line) => !line.startsWith('John'))])),
      register(),
      '2026-11-22',
      false
    );
    expect([plan.added, plan.left, plan.changed.map(({ differences }) => differences)]).toEqual([[], [], [['ward: Castle → Mill']]]);
  });
});

test('headings in other words are known', () => {
  const [member] = parse(
    'Title,First Name(s),Last Name,Ward(s),Party affiliation,Telephone No.,Email Address\nCllr Dr,Ann Mary,Le Fay,Castle,Green,01632 960001,a@council.example\n'
  ).members;
  expect(member).toMatchObject({
    name: { display: 'Ann Mary Le Fay', surname: 'Le Fay', title: 'Dr' },
    ...{ ward: 'Castle', party: 'Green', phone: '01632 960001', email: 'a@council.example' }
  });
});

describe('a collection of councils', () => {
  const heading =
    'council,ons_code,councilID,wardID,councillorID,wardName,councillorName,email,party,defending_party_if_vacant,byelection_date,election_date\n';
  const rows =
    'Wexcombe,E07009901,1,1,11,Castle,Ann Able,,LAB,,0000-00-00,2023-05-04\n' +
    'Wexcombe,E07009901,1,2,,Mill,,,,LD,2026-12-01,2023-05-04\n' +
    'North Wexcombe,E07009902,2,3,12,Hill,Ben Baker,,CON,,0000-00-00,2023-05-04\n';

  test('is narrowed to one, by name or by code, in any case', () => {
    expect(summary(parse(heading + rows, 'wexcombe'))).toEqual(['Ann Able, Castle, LAB']);
    expect(summary(parse(heading + rows, 'Wexcombe Borough Council'))).toEqual(['Ann Able, Castle, LAB']);
    expect(summary(parse(heading + rows, 'e07009902'))).toEqual(['Ben Baker, Hill, CON']);
    expect(parse(heading + rows, 'Wexcombe').wards).toEqual([
      { name: 'Castle', vacancies: 0 },
      { name: 'Mill', vacancies: 1 }
    ]);
  });

  test('asks which one is meant, and names those that are like it', () => {
    expect(() => parse(heading + rows, undefined)).toThrow(
      'members.csv holds 2 councils (Wexcombe, North Wexcombe ...). Name one with --council'
    );
    expect(() => parse(heading + rows, 'north')).toThrow('members.csv has no council "north". Did you mean North Wexcombe (E07009902)?');
    expect(() => parse('Name,Ward\nAnn Able,Castle\n', 'Wexcombe')).toThrow('has no column that says the council');
  });
});

test('what a list has no column for stays as it is', () => {
  const names = Array.from({ length: 12 }, (_, index) => `Sam X${String.fromCharCode(97 + index)}le`);
  const plan = (text: string, register: Parameters<typeof planImport>[1]): Plan => planImport(parse(text), register, '2026-11-22', false);
  const register: Parameters<typeof planImport>[1] = {
    wards: [{ id: 1, name: 'Castle', vacancies: 2 }],
    parties: usualParties,
    members: names.map((name, index) => ({
      id: index + 1,
      modernGovId: String(100 + index),
      serving: true,
      photo: '',
      photoSource: '',
      details: {
        ...{ name, givenName: 'Sam', surname: String(name.split(' ').pop()), knownAs: '', title: '', honours: '' },
        ...{
          wardId: 1,
          party: 'Green',
          email: '',
          phone: '01632 960001',
          preferredContact: '',
          cabinetRoles: ['Leader of the Council'],
          responsibilities: []
        },
        ...{ surgeries: '', termStart: '2023-05-04', termEnd: undefined }
      }
    }))
  };
  const same = plan(`Name,Party\n${names.map((name) => `${name},Green Party`).join('\n')}\n`, register);
  expect(same).toMatchObject({ added: [], changed: [], left: [], changedWards: [], absentWards: [], unchanged: 12 });
  const moved = plan(`Name,Telephone\n${names.map((name) => `${name},01632 960002`).join('\n')}\n`, register);
  expect(moved.changed).toHaveLength(12);
  expect(moved.changed[0]).toMatchObject({ differences: ['phone: 01632 960001 → 01632 960002'], modernGovId: '' });
});
