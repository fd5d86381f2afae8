import * as fc from 'fast-check';
import { SharePointError } from '../../../sharepoint/local/errors';
import { parseBatch } from '../../../sharepoint/local/rest/batch';
import { parseFilter } from '../../../sharepoint/local/rest/filter';
import { argument, parsePath } from '../../../sharepoint/local/rest/path';
import { formatOf } from '../../../sharepoint/local/rest/render';
import { parseFieldXml } from '../../../sharepoint/local/store/field-xml';

const none = new Map<string, string>();

describe('addresses', () => {
  test('a slash, a bracket and a doubled quote inside quotes are text', () => {
    const [, folder] = parsePath("web/getFolderByServerRelativePath(decodedUrl='/sites/a (b)/it''s')/files", none);
    expect(folder && argument(folder, 'DecodedUrl')).toBe("/sites/a (b)/it's");
  });
  test('an alias takes its value from the query', () => {
    const [users] = parsePath('siteusers(@v)', new Map([['@v', "'i:0#.f|membership|a@b.example'"]]));
    expect(users && argument(users, 'loginName')).toBe('i:0#.f|membership|a@b.example');
  });
  test.each(["lists('", 'lists(a)', "lists('x'))", 'items(@p)', '(1)'])('%s is not valid', (path) => {
    expect(() => parsePath(path, none)).toThrow(SharePointError);
  });
  test('any text is read or refused, never a crash', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (path) => {
        try {
          parsePath(path, none);
        } catch (error) {
          expect(error).toBeInstanceOf(SharePointError);
        }
      })
    );
  });
});

describe('$filter', () => {
  test('"and" binds tighter than "or"', () => {
    expect(parseFilter("A eq 1 or B eq 2 and C eq 'x'")).toMatchObject({ kind: 'or', left: { kind: 'compare' }, right: { kind: 'and' } });
  });
  test('quotes are doubled inside text', () => {
    expect(parseFilter("Title eq 'O''Rourke'")).toMatchObject({ right: { value: "O'Rourke" } });
  });
  test('startswith takes the column first, substringof the text', () => {
    expect(parseFilter("startswith(Title,'a') and substringof('b',Title)")).toMatchObject({
      left: { kind: 'startswith', text: { path: 'Title' }, part: { value: 'a' } },
      right: { kind: 'substringof', text: { path: 'Title' }, part: { value: 'b' } }
    });
  });
  test.each([
    "endswith(Title,'a')",
    "tolower(Title) eq 'a'",
    'Title eq',
    "Title eq 'a' and",
    'A add 1 eq 2',
    "Title eq 'a",
    '()',
    `${'('.repeat(200)}A eq 1${')'.repeat(200)}`
  ])('%s is not valid', (filter) => expect(() => parseFilter(filter)).toThrow(SharePointError));
  test('any text is read or refused, never a crash', () => {
    const words = fc.constantFrom(
      'Title',
      'eq',
      'and',
      'or',
      'not',
      '(',
      ')',
      "'a'",
      '1',
      'null',
      'true',
      ',',
      'startswith',
      "datetime'2020-01-01'",
      '/'
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words, { maxLength: 12 }).map((parts) => parts.join(' '))
        ),
        (filter) => {
          try {
            parseFilter(filter);
          } catch (error) {
            expect(error).toBeInstanceOf(SharePointError);
          }
        }
      ),
      { numRuns: 1000 }
    );
  });
});

describe('$batch', () => {
  const body = (text: string): Uint8Array => new TextEncoder().encode(text);
  const part = 'Content-Type: application/http\nContent-Transfer-Encoding: binary\n\n';
  const batch = `--batch_1\n${part}GET http://localhost/sites/a/_api/web?$select=Title HTTP/1.1\naccept: application/json\n\n--batch_1\nContent-Type: multipart/mixed; boundary="changeset_2"\n\n--changeset_2\n${part}MERGE http://localhost/sites/a/_api/web HTTP/1.1\nIF-MATCH: *\n\n{"Title":"a"}\n\n--changeset_2--\n\n--batch_1--\n`;
  test.each([
    ['LF', batch],
    ['CRLF', batch.replace(/\n/g, '\r\n')]
  ])('with %s line ends it is read in order', (_ends, text) => {
    const requests = parseBatch(body(text), 'multipart/mixed; boundary=batch_1', 'http://localhost/sites/a');
    expect(requests.map(({ method, address }) => [method, address])).toEqual([
      ['GET', '_api/web?$select=Title'],
      ['MERGE', '_api/web']
    ]);
    expect(requests[1]?.headers['if-match']).toBe('*');
    expect(JSON.parse(new TextDecoder().decode(requests[1]?.body))).toEqual({ Title: 'a' });
  });
  test('one for another site is refused', () => {
    expect(() => parseBatch(body(batch), 'multipart/mixed; boundary=batch_1', 'http://localhost/sites/b')).toThrow(SharePointError);
  });
  test('one that is cut off is refused', () => {
    expect(() => parseBatch(body(batch.slice(0, -14)), 'multipart/mixed; boundary=batch_1', 'http://localhost/sites/a')).toThrow(
      SharePointError
    );
    expect(() => parseBatch(body(batch), 'application/json', 'http://localhost/sites/a')).toThrow(SharePointError);
  });
});

test.each([
  ['application/json;odata=verbose', 'verbose'],
  ['application/json', 'minimal'],
  ['application/json;odata=nometadata', 'none'],
  ['application/json;odata.metadata=none', 'none'],
  ['*/*', 'atom'],
  [undefined, 'atom']
])('Accept: %s is answered in the format %s', (accept, format) => expect(formatOf({ accept }).metadata).toBe(format));

test('a column keeps the name in its XML only with the option for it', () => {
  const xml = '<Field Type="Text" Name="Short" DisplayName="A long title" Required="TRUE" MaxLength="20" />';
  expect(parseFieldXml(xml, true)).toMatchObject({ InternalName: 'Short', Title: 'A long title', Required: true, MaxLength: 20 });
  expect(parseFieldXml(xml, false)).toMatchObject({ InternalName: 'A_x0020_long_x0020_title' });
});
