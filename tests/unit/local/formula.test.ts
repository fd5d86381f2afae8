import * as fc from 'fast-check';
import { SharePointError } from '../../../sharepoint/local/errors';
import { parseFormula, renameInFormula, type FormulaValue } from '../../../sharepoint/local/store/formula';

test('a formula follows a column that is renamed, texts and functions of that name stay', () => {
  expect(renameInFormula('=AND([Find]<>"Find, [Find]",FIND("x",Find,1)>0,ISBLANK([Other]))', 'find', 'Seek it')).toBe(
    '=AND([Seek it]<>"Find, [Find]",FIND("x",[Seek it],1)>0,ISBLANK([Other]))'
  );
});

const now = new Date('2026-11-22T10:30:00Z');
const columns: Record<string, FormulaValue> = {
  Email: 'a@b.example',
  'Term from': 45000,
  'Term to': 45001,
  Seats: 3,
  Empty: null,
  On: true
};
const value = (text: string): FormulaValue | undefined => parseFormula(text).evaluate((name) => columns[name] ?? null, now);

test.each([
  ['=1+2*3', 7],
  ['=(1+2)*3', 9],
  ['=2^3^2', 64],
  ['=-2+5', 3],
  ['="a"&"b"&1', 'ab1'],
  ['=[Term to]>=[Term from]', true],
  ['=[Term to]<[Term from]', false],
  ['=Seats<>3', false],
  ['="ABC"="abc"', true],
  ['=EXACT("ABC","abc")', false],
  ['=ISBLANK([Empty])', true],
  ['=ISBLANK(Seats)', false],
  ['=[Empty]=""', true],
  ['=[Empty]=0', true],
  ['=ISNUMBER(FIND("@",[Email],2))', true],
  ['=ISNUMBER(FIND("@","@b",2))', false],
  ['=ISERROR(FIND("z",[Email]))', true],
  ['=SEARCH("B","abc")', 2],
  ['=FIND("B","abc")', undefined],
  ['=IF(Seats>2,"many","few")', 'many'],
  ['=IF(FALSE,1/0,"safe")', 'safe'],
  ['=1/0', undefined],
  ['=AND(On,Seats=3,NOT(FALSE))', true],
  ['=OR(FALSE,Seats=4)', false],
  ['=LEN(TRIM("  a   b "))', 3],
  ['=LEFT("abc",2)&RIGHT("abc",1)&MID("abc",2,1)', 'abcb'],
  ['=YEAR(TODAY())', 2026],
  ['=MONTH(DATE(2026,2,28))*100+DAY(DATE(2026,2,28))', 228],
  ['=WEEKDAY(DATE(2026,11,22))', 1],
  ['=MOD(-1,3)', 2],
  ['=MAX(1,Seats,2)', 3],
  ['="say ""yes"""', 'say "yes"']
])('%s is %p', (text, expected) => expect(value(text)).toEqual(expected));

test.each([
  '=',
  '=1+',
  '=(1',
  '=FOO(1)',
  '=AND()',
  '=IF(1)',
  '=[Unclosed',
  '="open',
  '=1 2',
  '=constructor(1)',
  `=${'('.repeat(500)}1${')'.repeat(500)}`,
  `=${'1+'.repeat(600)}1`
])('%s is no formula', (text) => expect(() => parseFormula(text)).toThrow('The formula contains a syntax error or is not supported.'));

test('whatever comes, an answer or a refusal', () => {
  const part = fc.constantFrom('=', '(', ')', ',', '"', '[', ']', 'IF', 'AND', '1', '+', '<>', 'a', '@', ' ', 'TODAY');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
      try {
        parseFormula(parts.join('')).evaluate(() => null, now);
      } catch (error) {
        expect(error).toBeInstanceOf(SharePointError);
      }
    }),
    { numRuns: 2000 }
  );
});
