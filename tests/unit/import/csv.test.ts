import { readCsv, severalOf, type CsvTable } from '../../../sharepoint/import/csv';
import { decode } from '../../../sharepoint/import/read-source';

const read = (text: string): CsvTable<'name' | 'ward'> =>
  readCsv<'name' | 'ward'>(text, 'list.csv', { name: ['Name', 'Councillor'], ward: ['Ward', 'Ward name'] }, [['name']]);
const names = ({ rows }: CsvTable<'name' | 'ward'>): string[] => rows.map((row) => row.text('name'));

describe('a table', () => {
  test('is read by its headings, whatever their order, case and signs', () => {
    const { rows } = read('Notes,WARD_NAME,councillor\nx,Castle,Ann Able\n');
    expect(rows.map((row) => [row.line, row.text('name'), row.text('ward')])).toEqual([[2, 'Ann Able', 'Castle']]);
  });

  test('may have a byte order mark, Windows line ends, semicolons or tabs', () => {
    expect(names(read('\ufeffName;Ward\r\nAnn Able;Castle\r\n'))).toEqual(['Ann Able']);
    expect(names(read('Name\tWard\nAnn Able\tCastle'))).toEqual(['Ann Able']);
    expect(read('sep=;\r\nName;Ward\r\nAnn Able;Castle, north\r\n').rows.map((row) => [row.line, row.text('ward')])).toEqual([
      [3, 'Castle, north']
    ]);
  });

  test('says of lines that are shifted or cut short which they are, and takes the others', () => {
    const table = read('Name,Ward\nAnn Able,Castle,extra\nBen Baker\n\n"Cy\nChard",Mill\nDi Dunn\nEd Elder,Mill,\n');
    expect(names(table)).toEqual(['Cy Chard', 'Ed Elder']);
    expect(table.rows.map(({ line }) => line)).toEqual([5, 8]);
    expect(table.skipped).toEqual([
      { line: 2, reason: 'it has 3 columns, the heading has 2', whole: 'Ann Able Castle extra' },
      { line: 3, reason: 'it has 1 columns, the heading has 2', whole: 'Ben Baker' },
      { line: 7, reason: 'it has 1 columns, the heading has 2', whole: 'Di Dunn' }
    ]);
  });

  test.each([
    ['', 'list.csv is empty.'],
    ['<!DOCTYPE html>', 'list.csv is not CSV: it begins with "<!DOCTYPE html>".'],
    [
      'Ward,Party\nCastle,Green',
      'list.csv has no column "Name" or "Councillor". Its first line has to name the columns; it has: Ward, Party.'
    ],
    ['Name,Ward\n"Ann Able,Castle', 'list.csv is not sound CSV'],
    ['N\0a\0m\0e\0', 'list.csv is not text, or of an encoding that is not known here.']
  ])('that is none is refused with its reason: %j', (text, reason) => expect(() => read(text)).toThrow(reason));
});

test('several values stand one a line, or apart by semicolons, bars or commas', () => {
  expect(severalOf('Canals; Planning, and law')).toEqual(['Canals', 'Planning, and law']);
  expect(severalOf('Canals|Law')).toEqual(['Canals', 'Law']);
  expect(severalOf('Canals\nLaw, housing')).toEqual(['Canals', 'Law, housing']);
  expect(severalOf('Canals, Law,')).toEqual(['Canals', 'Law']);
  expect(severalOf(' ')).toEqual([]);
});

test('letters survive UTF-8, Windows-1252 and UTF-16', () => {
  const text = 'Siân Ó Néill – “Zoë”';
  const windows = Buffer.from(text.replace('–', '\x96').replace('“', '\x93').replace('”', '\x94'), 'latin1');
  expect(decode(Buffer.from(text, 'utf8'))).toBe(text);
  expect(decode(windows)).toBe(text);
  expect(decode(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]))).toBe(text);
});
