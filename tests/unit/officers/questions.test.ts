import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { directoryFromCsv } from '../../../sharepoint/import/tables/directory-from-csv';
import { findText } from '../../../src/domain/officers/findText';
import { searchServices } from '../../../src/domain/officers/search';
import { sampleCouncil } from '../../../sharepoint/commands/paths';

/** Questions in plain words, written from the lists of council services before there was a search, and who is right. */

const table = (file: string): string => readFileSync(file, 'utf8');
const questions = parse(table(join(__dirname, 'questions.csv')), { columns: true }) as { Words: string; Service: string }[];
const directory = directoryFromCsv(
  table(join(sampleCouncil, 'services.csv')),
  table(join(sampleCouncil, 'officers.csv')),
  table(join(sampleCouncil, 'closure-days.csv'))
);
const search = searchServices(directory);
const first = (words: string): string | undefined => search.find(words)[0]?.service.title;

test('of 60 plain questions at least 57 find the right service first', () => {
  const wrong = questions.filter(({ Words, Service }) => first(Words) !== Service).map(({ Words }) => `${Words}: ${first(Words)}`);
  expect(questions).toHaveLength(60);
  expect(wrong.length > 3 ? wrong : []).toEqual([]);
});

test('every right answer is a service of the sample council', () => {
  const titles = directory.services.map(({ title }) => title);
  expect(questions.filter(({ Service }) => !titles.includes(Service))).toEqual([]);
});

test.each([
  ['missed bin', 'Waste and recycling'],
  ['missed bin on church street', 'Waste and recycling'],
  ['potholes', 'Highways'],
  ["my neighbour's bonfire", 'Environmental protection'],
  ['taxi licence', 'Licensing'],
  ['mrs patel planning', 'Planning'],
  ['recyling', 'Waste and recycling'],
  ['flytipping', 'Street cleaning'],
  ['fly tipping', 'Street cleaning'],
  ['pot hole', 'Highways'],
  ['streetlight', 'Street lighting and signals'],
  ['dogs', 'Environmental protection'],
  ['derelict buildings', 'Private housing and empty homes'],
  ['bonfires', 'Environmental protection'],
  ['', undefined],
  ['?!', undefined],
  ['xyzzy', undefined]
])('“%s” finds %s', (words, service) => expect(first(words)).toBe(service));

test('a word that the services know is no slip of a name, and a name no slip of theirs', () => {
  const lines = (words: string): string[] => findText(words, directory, [], '2026-11-27');
  expect(lines('pot hole').every((line) => /^(?:Highways|Legal)/.test(line))).toBe(true);
  expect(lines('patel').every((line) => line.includes(' Patel | '))).toBe(true);
  expect(lines('&')).toEqual(lines('xyzzy').map((line) => expect.stringContaining(line.slice(0, 20))));
});

test('names and service together find the officer, with a slip as well', () => {
  const found = (words: string): string[] => findText(words, directory, [], '2026-11-27').filter((line) => line.startsWith('Anita'));
  expect(found('mrs patel planning')).toHaveLength(1);
  expect(found('anita patle')).toHaveLength(1);
});

test('where nothing is found the general contact is named', () => {
  expect(findText('xyzzy', directory, [], '2026-11-27')).toEqual([expect.stringMatching(/^Customer services \| .+ \| .+, 01632 96\d{4}$/)]);
});

test.each(['__proto__', 'constructor', "'; drop table --", 'a'.repeat(5000), '<b>', '\u0000', '👍'])(
  '%p is a question like another',
  (words) => expect(() => search.find(words)).not.toThrow()
);
