import { documentFault, freeName, largestDocument } from '../../../src/domain/enquiries/documents';

const file = (name: string, size = 10): { name: string; size: number } => ({ name, size });

test.each([
  ['a.pdf', undefined],
  ['What’s #1 & 100 %, it\'s "ours".pdf', 'name characters'],
  ["It's 100 % #1, damp & mould (Müller) 日本.docx", undefined],
  [`${'a'.repeat(196)}.jpg`, undefined],
  [`${'a'.repeat(197)}.jpg`, 'name length'],
  ['run.exe', 'kind'],
  ['noending', 'kind'],
  ['page.html', 'kind'],
  ['.pdf', 'name'],
  ['~$letter.docx', 'name'],
  ['CON.txt', 'name'],
  ['a:b.txt', 'name characters'],
  [' lead.txt', 'name'],
  ['a/b.txt', 'name characters']
])('a document called %s', (name, fault) => {
  expect(documentFault(file(name))).toBe(fault);
});

test('size: up to 50 MB, and not empty', () => {
  expect(documentFault(file('a.pdf', largestDocument))).toBeUndefined();
  expect(documentFault(file('a.pdf', largestDocument + 1))).toBe('too large');
  expect(documentFault(file('a.pdf', 0))).toBe('empty');
});

test('pictures that a phone calls alike get names of their own', () => {
  expect(freeName('image.jpg', ['Image.JPG', 'image (2).jpg'])).toBe('image (3).jpg');
  expect(freeName('image.jpg', [])).toBe('image.jpg');
});
