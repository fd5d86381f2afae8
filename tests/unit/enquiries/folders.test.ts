import fc from 'fast-check';
import { folderAt, folderPath } from '../../../src/domain/enquiries/folders';
import { enquiryIdFrom, referenceOf } from '../../../src/domain/enquiries/reference';

const id = fc.integer({ min: 1, max: 999_999_999 });

test('a folder is found again by its path', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        id.map((memberId) => ({ kind: 'member' as const, memberId })),
        id.map((memberId) => ({ kind: 'restricted' as const, memberId })),
        id.map((wardId) => ({ kind: 'ward' as const, wardId }))
      ),
      (folder) => {
        expect(folderAt(folderPath(folder))).toEqual(folder);
      }
    )
  );
});

test.each([
  '',
  'member-',
  'member-0',
  'member-1/',
  'member-1/restricted/2',
  'member-1/../ward-2',
  'ward-1/restricted',
  'Forms',
  'ward-٣',
  'member-01'
])('there is no folder at %j', (path) => {
  expect(folderAt(path)).toBeUndefined();
});

test('a reference is understood however it is written or read out', () => {
  fc.assert(
    fc.property(id, (number) => {
      const reference = referenceOf(number);
      for (const said of [
        reference,
        reference.toLowerCase(),
        reference.replace('-', ''),
        reference.replace('-', ' '),
        ` ${number} `,
        number.toLocaleString('en-GB')
      ])
        expect(enquiryIdFrom(said)).toBe(number);
    })
  );
});

test.each(['', 'EQ-', 'EQ-0', 'EQ-1a', 'FOI-12', '12/3', 'EQ-1.5'])('%j is no reference', (text) => {
  expect(enquiryIdFrom(text)).toBeUndefined();
});
