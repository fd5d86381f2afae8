import { findAlike, wardMatters, type OpenEnquiry } from '../../../src/domain/enquiries/alike';

let next = 0;
const open = (summary: string, more: Partial<OpenEnquiry> = {}): OpenEnquiry => ({
  ...{ id: (next += 1), summary, description: '', place: '', topic: '', serviceId: undefined, kind: 'casework', state: 'New' },
  ...{ isOfficers: false, respondBy: undefined, folder: 'member-1', created: new Date('2026-11-01'), ...more }
});

const all = [
  open('Damp in flats at Canal Court', { serviceId: 2, place: 'Canal Court' }),
  open('Broken glass by the school', { serviceId: 1, place: 'School Lane' }),
  open('Parking on School Lane', { serviceId: 5 }),
  open('Missed bins in Mill Street', { serviceId: 1, description: 'Third week in a row' }),
  open('Street light out', { serviceId: 3 })
];
const found = (words: string, serviceId?: number, place = ''): string[] =>
  findAlike(all)({ words, serviceId, place }).map(({ summary }) => summary);

test.each([
  ['damp flat, Canal Court', undefined, ['Damp in flats at Canal Court']],
  ['Glass outside school', 1, ['Broken glass by the school']],
  ['bins missed on Mill Street again', 1, ['Missed bins in Mill Street']],
  ['Street lights', 3, ['Street light out']],
  ['A tree that is too tall', undefined, []],
  ['school places', undefined, []],
  ['', undefined, []]
])('%s', (words, serviceId, summaries) => {
  expect(found(words, serviceId)).toEqual(summaries);
});

test('at most three are offered, the likeliest first', () => {
  const many = Array.from({ length: 10 }, () => open('Pothole in High Road'));
  const close = open('Pothole in High Road', { serviceId: 4 });
  const some = findAlike([...many, close])({ words: 'pothole high road', place: '', serviceId: 4 });
  expect(some).toHaveLength(3);
  expect(some[0]).toBe(close);
});

test('what officers ask a ward’s members: the soonest first, what is past left out', () => {
  const matters = [
    open('No date', { isOfficers: true }),
    open('Later', { isOfficers: true, respondBy: '2026-12-10' }),
    open('Past', { isOfficers: true, respondBy: '2026-11-23' }),
    open('Today', { isOfficers: true, respondBy: '2026-11-24' }),
    open('A member’s')
  ];
  expect(wardMatters(matters, '2026-11-24').map(({ summary }) => summary)).toEqual(['Today', 'Later', 'No date']);
});
