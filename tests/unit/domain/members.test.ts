import * as fc from 'fast-check';
import { britishDateOf, monthAndYear } from '../../../src/domain/dates';
import { initialsOf } from '../../../src/domain/initials';
import { bySurname, type Member } from '../../../src/domain/members/member';
import { partyKey, reconcileParty, usualParties } from '../../../src/domain/members/party';
import { parsePosts, splitPosts } from '../../../src/domain/members/posts';
import { searchMembers } from '../../../src/domain/members/search';
import { aMember } from '../../support/member';
import { currentTerm, parseFeedDate } from '../../../src/domain/members/term';
import { isVacancy } from '../../../src/domain/members/vacancy';
import { numberToDial } from '../../../src/domain/phone';
import { fromDate, toDate } from '../../../src/data/values';

describe('vacant seats', () => {
  test.each([
    'Vacancy',
    'Vacant seat',
    'VACANT SEAT',
    'Councillor Vacancy',
    'Cllr Vacant',
    'Seat vacant',
    'Currently vacant',
    'Vacant - by-election 4 May',
    'Awaiting by-election',
    'To be elected',
    'TBC',
    'Sedd Wag',
    'Councillor To Be Confirmed',
    'New Councillor TBC',
    'By-election 3 October 2026',
    'Bye-election',
    'V A C A N T',
    'Vacent',
    'Deceased',
    'Not in post',
    'There is a vacancy in this ward',
    'Empty seat',
    'Cynghorydd Gwag',
    'Lle Gwag'
  ])('%s is nobody', (text) => expect(isVacancy(text)).toBe(true));
  test.each(['Councillor Ann Seaton', 'Tim Vacher', 'Vaughan Nonesuch', 'Bella Tobey', 'Councillor Unknownson'])('%s is a person', (text) =>
    expect(isVacancy(text)).toBe(false)
  );
});

test('somebody called Vacant is somebody where a party or a term stands beside the name', () => {
  expect(isVacancy('Cllr Tracey Vacant', true)).toBe(false);
  expect(isVacancy('Castle ward vacancy')).toBe(true);
  expect(isVacancy('Vacant', true)).toBe(true);
});

describe('parties', () => {
  test.each([
    ['Labour', 'Labour'],
    ['Labour Party', 'Labour'],
    ['The Labour Party', 'Labour'],
    ['LABOUR', 'Labour'],
    ['Scottish Labour', 'Labour'],
    ['Labour and Co-operative', 'Labour and Co-operative'],
    ['Labour (Co-op)', 'Labour and Co-operative'],
    ['Conservative Group', 'Conservative'],
    ['Scottish Conservative and Unionists', 'Conservative'],
    ['Liberal Democrats', 'Liberal Democrat'],
    ['U K Independence Party', 'UK Independence Party'],
    ['United Kingdom Independence Party', 'UK Independence Party'],
    ['Green Party', 'Green'],
    ['Valley Independent', 'Valley Independent'],
    ['Independent Conservative', 'Independent Conservative'],
    ['MEXFORD FIRST', 'Mexford First'],
    ['Conservative (Group Leader)', 'Conservative'],
    ['', ''],
    ['  ', ''],
    ['unspecified', ''],
    ['Not specified', ''],
    ['No Political Party', ''],
    ['Local Conservatives', 'Conservative'],
    ['Conservative and Unionist Party', 'Conservative'],
    ['Labour & Co-operative Party', 'Labour and Co-operative'],
    ['Plaid Cymru / Party of Wales', 'Plaid Cymru'],
    ['Plaid Cymru/The Party of Wales', 'Plaid Cymru'],
    ['Llafur/Labour', 'Labour'],
    ['Grŵp Annibynnol', 'Independent'],
    ['Independent (non-aligned)', 'Independent'],
    ['Reform UK', 'Reform UK'],
    ['Wexford Residents Association', 'Wexford Residents Association']
  ])('%p is %p', (spelling, party) => expect(reconcileParty(spelling, usualParties)).toBe(party));

  test('owners extend the table', () => {
    const own = [...usualParties, { name: 'Wexcombe Residents', spellings: ['Residents of Wexcombe', 'WRA'], colour: '#123456' }];
    expect(reconcileParty('wra', own)).toBe('Wexcombe Residents');
    expect(reconcileParty('The Residents of Wexcombe Group', own)).toBe('Wexcombe Residents');
  });

  test('no spelling stands for two parties', () => {
    const keys = usualParties.flatMap(({ name, spellings }) => [...new Set([name, ...spellings].map(partyKey))]);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });
});

describe('posts', () => {
  test.each<[string, string[], string[]]>([
    ['Leader of the Council', ['Leader of the Council'], []],
    ['Deputy Leader of the Council and Cabinet Member for Housing', ['Deputy Leader of the Council', 'Cabinet Member for Housing'], []],
    ['Cabinet Member for Strategy, Finance and Corporate Issues', ['Cabinet Member for Strategy, Finance and Corporate Issues'], []],
    ['Leader of the Council and Labour Group', ['Leader of the Council and Labour Group'], []],
    ['Leader of the Labour Group', [], ['Leader of the Labour Group']],
    ['Leader of the Opposition', [], ['Leader of the Opposition']],
    [
      'Deputy Leader of the Opposition and Shadow Cabinet Member for Roads',
      [],
      ['Deputy Leader of the Opposition', 'Shadow Cabinet Member for Roads']
    ],
    [
      'Depute Provost, Policy Lead for Planning, Chair of the Planning Committee',
      ['Policy Lead for Planning'],
      ['Depute Provost', 'Chair of the Planning Committee']
    ],
    [
      'Executive Member for Customers (including libraries, post and print)',
      ['Executive Member for Customers (including libraries, post and print)'],
      []
    ],
    ['Deputy Mayor and Portfolio holder for Adult Social Care', ['Deputy Mayor', 'Portfolio holder for Adult Social Care'], []],
    ['Chair of Audit; Armed Forces Champion', [], ['Chair of Audit', 'Armed Forces Champion']],
    ['Deputy Cabinet Member for Parks', [], ['Deputy Cabinet Member for Parks']],
    ['Lord Mayor', [], ['Lord Mayor']],
    ['Chair of the Cabinet Scrutiny Committee', [], ['Chair of the Cabinet Scrutiny Committee']],
    ['Chairman of the Cabinet', ['Chairman of the Cabinet'], []],
    ['<p>Leader of the Council</p><p>Trustee of the Mill.</p>', ['Leader of the Council'], ['Trustee of the Mill']],
    ['- Armed Forces Champion', [], ['Armed Forces Champion']],
    ['Aelod Cabinet dros Addysg', ['Aelod Cabinet dros Addysg'], []],
    ['Former Leader of the Council', [], ['Former Leader of the Council']],
    ['Cabinet Adviser for Youth', [], ['Cabinet Adviser for Youth']],
    ['Leader - Green Group', [], ['Leader - Green Group']],
    ['Leader - Economic Development', ['Leader - Economic Development'], []],
    ['Executive Board Member for Care', ['Executive Board Member for Care'], []],
    ['Is-arweinydd y Cyngor', ['Is-arweinydd y Cyngor'], []],
    ['Dirprwy Arweinydd y Cyngor', ['Dirprwy Arweinydd y Cyngor'], []],
    ['Friend of the canal', [], ['Friend of the canal']],
    ['', [], []]
  ])('%s', (text, cabinet, additional) => expect(parsePosts(text)).toEqual({ cabinet, additional }));

  test('no word is lost by splitting', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Leader of X', 'Chair', 'and', ',', 'for Roads', '(a, b)', '&', 'Champion'), { maxLength: 8 }),
        (parts) => {
          const letters = (text: string): string => text.replace(/\band\b/g, '').replace(/[^A-Za-z]/g, '');
          const text = parts.join(' ');
          expect(letters(splitPosts(text).join(' '))).toBe(letters(text));
        }
      )
    );
  });
});

describe('terms', () => {
  test.each([
    ['04/05/2023', '2023-05-04'],
    ['unspecified', undefined],
    ['2024-05-02T00:00:00', '2024-05-02'],
    ['02/05/2024 00:00:00', '2024-05-02'],
    ['02-05-2024', '2024-05-02'],
    ['0000-00-00', undefined],
    ['00/00/0000', undefined],
    ['31/02/2023', undefined],
    ['31/12/9999', undefined],
    ['', undefined]
  ])('%p is %p', (text, date) => expect(parseFeedDate(text)).toBe(date));

  test('the term that began last among those that contain today is shown', () => {
    const terms = [{ start: '2005-11-20' }, { start: '2011-05-09', end: '2015-05-11' }, { start: '2015-05-11', end: '2019-05-06' }];
    expect(currentTerm(terms, '2016-02-12')).toEqual({ start: '2015-05-11', end: '2019-05-06' });
  });
  test('on the day on which two terms meet the new one is shown', () => {
    expect(currentTerm([{ start: '2011-05-09', end: '2015-05-11' }, { start: '2015-05-11' }], '2015-05-11')).toEqual({
      start: '2015-05-11'
    });
  });
  test('a member whose last term ran out in the feed keeps it', () => {
    expect(currentTerm([{ start: '2011-05-09', end: '2015-05-11' }], '2020-01-01')).toEqual({ start: '2011-05-09', end: '2015-05-11' });
  });
  test('an end before the start is left out', () => {
    expect(currentTerm([{ start: '2019-05-07', end: '2019-05-02' }], '2020-01-01')).toEqual({ start: '2019-05-07' });
  });
});

describe('dates', () => {
  test('a date survives SharePoint in summer time and in winter time', () => {
    // What SharePoint answers for a date-only column of a site in London.
    expect(toDate('2026-05-06T23:00:00Z')).toBe('2026-05-07');
    expect(toDate('2026-01-07T00:00:00Z')).toBe('2026-01-07');
    const date = fc.date({ min: new Date('1950-01-01'), max: new Date('2090-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(date, (moment) => {
        const day = moment.toISOString().slice(0, 10);
        expect(toDate(fromDate(day))).toBe(day);
      })
    );
  });
  test('the date at midnight in July is that of London', () => expect(britishDateOf(new Date('2026-07-01T23:30:00Z'))).toBe('2026-07-02'));
  test('months are written out', () => expect(monthAndYear('2024-05-02')).toBe('May 2024'));
});

const member = (name: string, ward: string, party: string): Member =>
  aMember(name, {
    party,
    ward: { id: 1, name: ward },
    knownAs: name === 'Siân Prosser' ? 'Shan' : '',
    responsibilities: name.includes('Rourke') ? ['Chair of Housing'] : []
  });

describe('search', () => {
  const all = [
    member('Siân Prosser', 'Dunholme', 'Liberal Democrat'),
    member("Catherine O'Rourke", 'Hillside', 'Conservative'),
    member('Ann Hill-Jones', 'St Aidan’s', 'Labour')
  ];
  const found = (query: string): string[] =>
    searchMembers(all, (party) => (party === 'Liberal Democrat' ? ['Lib Dems', 'Liberal Democrats'] : []))
      .find(query)
      .members.map(({ name }) => name);
  test.each([
    ['sian', ['Siân Prosser']],
    ['pros', ['Siân Prosser']],
    ['orourke', ["Catherine O'Rourke"]],
    ["o'rou", ["Catherine O'Rourke"]],
    ['hill', ["Catherine O'Rourke", 'Ann Hill-Jones']],
    ['hill lab', ['Ann Hill-Jones']],
    ['st aidans', ['Ann Hill-Jones']],
    ['liberal', ['Siân Prosser']],
    ['lib dems', ['Siân Prosser']],
    ['liberal democrats', ['Siân Prosser']],
    ['shan', ['Siân Prosser']],
    ['cllr prosser', ['Siân Prosser']],
    ['Councillor Siân Prosser', ['Siân Prosser']],
    ['hillside ward', ["Catherine O'Rourke"]],
    ['housing', ["Catherine O'Rourke"]],
    ['saint aidan', ['Ann Hill-Jones']],
    ['osser', []],
    ['prossr', ['Siân Prosser']],
    ['cathrine o rourk', ["Catherine O'Rourke"]],
    ['consrvative', ["Catherine O'Rourke"]],
    ['', all.map(({ name }) => name)]
  ])('%p finds %p', (query, names) => expect(found(query)).toEqual(names));
});

test('members stand in the order of their surnames, accents and apostrophes aside', () => {
  const sorted = ['Zoë Able', "Pat O'Brien", 'Una Obi', 'Émile Évian', 'Ed Evans'].map((name) => member(name, '', '')).sort(bySurname);
  expect(sorted.map(({ name }) => name)).toEqual(['Zoë Able', 'Ed Evans', 'Émile Évian', 'Una Obi', "Pat O'Brien"]);
});

test.each([
  ['Tom Haldane', 'TH'],
  ['Laurence van der Meer', 'LM'],
  ['Émile', 'É'],
  ["Patricia O'Brien", 'PO'],
  ['', '']
])('initials of %p are %p', (name, initials) => expect(initialsOf(name)).toBe(initials));

test.each([
  ['01632 960001', '01632960001'],
  ['(01632) 960001', '01632960001'],
  ['+44 (0)1632 960001', '+441632960001'],
  ['01632 960001 / 07700 900001', '01632960001'],
  ['01632 960001 or 07700 900001', '01632960001'],
  ['01632 960001 ext 12', '01632960001'],
  ['01632 960001 x12', '01632960001'],
  ['01632 960001 (Cabinet)', '01632960001'],
  ['01632-960-001', '01632960001'],
  ['960001', undefined],
  ['ask the office', undefined],
  ['', undefined]
])('for %p one dials %p', (phone, number) => expect(numberToDial(phone)).toBe(number));
