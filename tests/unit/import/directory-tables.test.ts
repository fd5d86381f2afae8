import { parseClosures } from '../../../sharepoint/import/tables/closures';
import { matchRows, parseOfficers, seniorityOf } from '../../../sharepoint/import/tables/officers';
import { officerFinder, parseServices } from '../../../sharepoint/import/tables/services';
import type { RegisteredOfficer, RegisteredService } from '../../../src/data/officers/register';

/** Tables of services and officers, as councils keep them. */

const waste = { id: 4, title: 'Waste' } as RegisteredService;
const officersIn = (text: string): ReturnType<typeof parseOfficers> => parseOfficers(text, 'officers.csv', [waste]);

describe('services', () => {
  test('are read with topics apart by semicolons, and what the file does not say is absent', () => {
    const { services } = parseServices('Service,Keywords,Head\nWaste,"missed bin; sofa, fridge",h@b.example', 'services.csv');
    expect(services).toEqual([{ line: 2, details: { title: 'Waste', topics: ['missed bin', 'sofa, fridge'] }, head: 'h@b.example' }]);
  });
  test.each([
    ['Service\n""\n', 'there is no name'],
    ['Service\nWaste\nWASTE\n', 'WASTE is there already, in line 2'],
    ['Service,Page\nWaste,javascript:alert(1)\n', '"javascript:alert(1)" is not the address of a web page'],
    [`Service\n${'x'.repeat(256)}\n`, 'a name is longer than 255 characters']
  ])('%j is left out, and said why', (text, reason) => {
    // A line of blanks is no line.
    const { skipped } = parseServices(
      text.replace('""', '"",').replace('Service\n"",', 'Service,Page\n,https://x.example'),
      'services.csv'
    );
    expect(skipped.map((one) => one.reason)).toEqual([reason]);
  });
});

describe('officers', () => {
  test('are read with service, seniority and absence', () => {
    const { officers, skipped, notes } = officersIn(
      'Name,Job title,Service,Level,CLO,Email,Telephone,Away from,Away to,Cover\n' +
        'Dr Ann Able,Waste Manager,waste,Team leader,Yes,a.able@b.example,01632 960001,01/12/2026,2026-12-24,b@b.example\n'
    );
    expect([skipped, notes]).toEqual([[], []]);
    expect(officers[0]?.details).toMatchObject({
      ...{ name: 'Ann Able', surname: 'Able', givenName: 'Ann', job: 'Waste Manager', serviceId: 4, seniority: 'Manager', isLiaison: true },
      ...{ awayFrom: '2026-12-01', awayTo: '2026-12-24', email: 'a.able@b.example' }
    });
    expect(officers[0]?.cover).toBe('b@b.example');
    expect(officers[0]?.details).not.toHaveProperty('profile');
  });
  test.each([
    ['Name,Email\n,a@b.example', 'there is no name'],
    ['Name,Email\nAnn Able,nobody', '"nobody" is not an e-mail address'],
    ['Name,Away from,Away to\nAnn Able,2026-12-24,2026-12-01', 'the absence ends before it begins, or has no first day'],
    ['Name,Away from,Away to\nAnn Able,,2026-12-01', 'the absence ends before it begins, or has no first day'],
    ['Name,Email\nAnn Able,a@b.example\nAnn Other,A@B.example', 'A@B.example is there already, in line 2'],
    ['Name,Away from\nAnn Able,31/02/2026', '"31/02/2026" is not a date'],
    ['Name,Job\nAnn Able', 'it has 1 columns, the heading has 2']
  ])('%j: left out, and said why', (text, reason) => expect(officersIn(text).skipped.map((one) => one.reason)).toEqual([reason]));
  test.each([
    ['Name,Service\nAnn Able,Parks', 'there is no service "Parks" in the list Services: import it first, with --services'],
    ['Name,Seniority\nAnn Able,Wizard', '"Wizard" is no level of seniority: Chief executive, Director, Head of service, Manager, Officer'],
    ['Name,Checked on\nAnn Able,soon', '"soon" is not a date']
  ])('%j: taken in with a note', (text, note) => {
    const { officers, notes } = officersIn(text);
    expect([officers.length, notes.map((one) => one.text)]).toEqual([1, [note]]);
  });
});

test.each([
  ['Heads of Service', 'Head of service'],
  ['Corporate Director', 'Director'],
  ['Assistant Director', 'Head of service'],
  ['Chief Executive', 'Chief executive'],
  ['Team Leader', 'Manager'],
  ['Assistant to the Chief Executive', 'Officer'],
  ['PA to Director', 'Officer'],
  ['Other staff', 'Officer'],
  ['Wizard', undefined]
])('“%s” is the level %s', (text, level) => expect(seniorityOf(text)).toBe(level));

test('a name that two officers have means neither', () => {
  const officer = (id: number, email: string): RegisteredOfficer => ({ id, name: 'Ann Able', email }) as RegisteredOfficer;
  const find = officerFinder([officer(1, 'a@b.example'), officer(2, 'b@b.example')]);
  expect(find('Ann Able')).toBeUndefined();
  expect(find('B@B.EXAMPLE')?.id).toBe(2);
});

test('closure days are read in either way to write dates; what is none is said', () => {
  const { days, skipped } = parseClosures('Date,Title\n25/12/2026,Christmas Day\n2026-12-29,\nsoon,Party\n2026-12-25,Again\n', 'days.csv');
  expect(days).toEqual([
    { day: '2026-12-25', name: 'Christmas Day' },
    { day: '2026-12-29', name: 'Closed' }
  ]);
  expect(skipped.map(({ line }) => line)).toEqual([4, 5]);
});

describe('a line is the row', () => {
  const row = (id: number, name: string, email: string, serviceId = 4): RegisteredOfficer =>
    ({ id, name, email, serviceId }) as RegisteredOfficer;
  const ids = (text: string, rows: RegisteredOfficer[]): (number | undefined)[] => {
    const { officers } = officersIn(text);
    const found = matchRows(officers, rows);
    return officers.map((officer) => found.get(officer)?.id);
  };
  test('of the same address, whatever the name', () =>
    expect(ids('Name,Email\nAnn Baker,a@b.example', [row(1, 'Ann Able', 'a@b.example')])).toEqual([1]));
  test('of the same name and service, if the address is new', () =>
    expect(ids('Name,Email,Service\nAnn Able,new@b.example,Waste', [row(1, 'Ann Able', 'a@b.example')])).toEqual([1]));
  test('each its own, of two of one name of whom one has an address', () => {
    const text = 'Name,Email,Service\nAnn Able,a@b.example,Waste\nAnn Able,,Waste';
    expect(ids(text, [row(1, 'Ann Able', ''), row(2, 'Ann Able', 'a@b.example')])).toEqual([2, 1]);
  });
  test('and no row is taken by two lines', () =>
    expect(ids('Name,Email,Service\nAnn Able,a@b.example,Waste\nAnn Able,c@b.example,Waste', [row(1, 'Ann Able', 'a@b.example')])).toEqual([
      1,
      undefined
    ]));
});
