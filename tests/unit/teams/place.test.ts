import fc from 'fast-check';
import { pageLink, parametersOf, placeFrom, placeIn, placeOf, subEntityOf, teamsLink, type Place } from '../../../src/domain/teams';

const id = fc.integer({ min: 1, max: 2_147_483_647 });
const clause = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9.()/-]{0,19}$/);
const place: fc.Arbitrary<Place> = fc.oneof(
  fc.record({ kind: fc.constantFrom('member' as const, 'officer' as const, 'service' as const, 'enquiry' as const), id }),
  clause.map((number): Place => ({ kind: 'clause', number })),
  fc.constantFrom<Place>({ kind: 'raise' }),
  id.map((serviceId): Place => ({ kind: 'raise', serviceId })),
  id.map((draftId): Place => ({ kind: 'raise', draftId }))
);

test('a place survives the way through a Teams link and through an address', () => {
  fc.assert(
    fc.property(place, (one) => {
      expect(placeFrom(subEntityOf(one))).toEqual(one);
      expect(placeIn(new URLSearchParams(parametersOf(one)))).toEqual(one);
      const page = pageLink('https://council.sharepoint.com/sites/members', one);
      expect(placeOf(page, 'https://council.sharepoint.com/sites/members', [])).toEqual(one);
      expect(placeOf(teamsLink('app', one, page), 'https://council.sharepoint.com/sites/members', ['app'])).toEqual(one);
    })
  );
});

test('nothing else is one', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const found = placeFrom(text);
      expect(found === undefined || subEntityOf(found) === text).toBe(true);
    })
  );
  for (const text of [
    'member/0',
    'member/-1',
    'member/1.5',
    'member/99999999999',
    'member',
    'enquiry/1/2',
    'raise/x',
    'clause/',
    'clause/<x>',
    'constructor/1'
  ])
    expect(placeFrom(text)).toBeUndefined();
});
