import { parseModernGov } from '../../../sharepoint/import/modern-gov';
import { isEmpty, planImport, type Plan } from '../../../sharepoint/import/plan';
import { FeedError } from '../../../sharepoint/import/feed-error';
import type { Register } from '../../../src/data/members/register';
import { usualParties } from '../../../src/domain/members/party';
import { councillors, feedXml, type FixtureCouncillor } from '../../support/feed';

const today = '2026-11-22';
const empty: Register = { members: [], wards: [], parties: usualParties };

const planOf = (wards: Record<string, FixtureCouncillor[]>, register: Register, force = false): Plan =>
  planImport(parseModernGov(feedXml(wards), 'feed.xml'), register, today, force);

/** The lists after a plan was carried out. */
function after(register: Register, plan: Plan): Register {
  const wards = [...register.wards.map((ward) => ({ ...ward, ...plan.changedWards.find(({ id }) => id === ward.id) }))];
  plan.newWards.forEach((ward, index) => wards.push({ id: register.wards.length + index + 1, ...ward }));
  const wardId = (name: string | undefined): number | undefined => wards.find((ward) => ward.name === name)?.id;
  const members = register.members.map((member) => {
    const change = plan.changed.find(({ id }) => id === member.id);
    const left = plan.left.find((leaving) => leaving.member.id === member.id);
    const { ward, ...changes } = change?.changes ?? {};
    return {
      ...member,
      modernGovId: left?.releasesId ? '' : (change?.modernGovId ?? member.modernGovId),
      serving: left ? false : member.serving || (change?.returns ?? false),
      details: { ...member.details, ...changes, ...(ward === undefined ? {} : { wardId: wardId(ward) }) }
    };
  });
  plan.added.forEach(({ modernGovId, details: { ward, ...details } }, index) =>
    members.push({
      id: register.members.length + index + 1,
      modernGovId,
      serving: true,
      photo: '',
      photoSource: '',
      details: { ...details, wardId: wardId(ward) }
    })
  );
  return { ...register, wards, members };
}

const council = { Castle: councillors().slice(0, 6), Mill: councillors().slice(6) };
const imported = after(empty, planOf(council, empty));

describe('a plan', () => {
  test('takes everybody in where there is nobody', () => {
    const plan = planOf(council, empty);
    expect(plan.newWards.map(({ name }) => name)).toEqual(['Castle', 'Mill']);
    expect(plan.added).toHaveLength(12);
    expect(plan.added[0]).toMatchObject({
      modernGovId: '100',
      details: { name: 'Sam Able', party: 'Labour', ward: 'Castle', termStart: '2023-05-04' }
    });
  });

  test('is empty the second time', () => {
    const plan = planOf(council, imported);
    expect(isEmpty(plan)).toBe(true);
    expect(plan.unchanged).toBe(12);
  });

  test('is empty the second time where a text had to be shortened at a blank', () => {
    const long = { id: '500', name: 'Una New', party: `${'x'.repeat(254)} and more` };
    const wards = { Castle: [long, ...council.Castle], Mill: council.Mill };
    const plan = planOf(wards, imported);
    expect(plan.added[0]?.details.party).toBe('x'.repeat(254));
    expect(isEmpty(planOf(wards, after(imported, plan)))).toBe(true);
  });

  test('names what changed', () => {
    const [first, ...others] = council.Castle;
    const plan = planOf(
      { Castle: others, Mill: [...council.Mill, { ...(first as FixtureCouncillor), phone: '01632 960777', posts: 'Mayor' }] },
      imported
    );
    expect(plan.changed).toHaveLength(1);
    expect(plan.changed[0]?.differences).toEqual([
      'ward: Castle → Mill',
      'phone: 01632 960100 → 01632 960777',
      'additional responsibilities: nothing → Mayor'
    ]);
  });

  test('keeps who left as former, and takes them back', () => {
    const without = { Castle: council.Castle.slice(1), Mill: council.Mill };
    const plan = planOf(without, imported);
    expect(plan.left.map(({ member }) => member.details.name)).toEqual(['Sam Able']);
    const gone = after(imported, plan);
    expect(isEmpty(planOf(without, gone))).toBe(true);
    const back = planOf(council, gone);
    expect(back.changed).toMatchObject([{ name: 'Sam Able', returns: true, differences: ['is serving again'] }]);
  });

  test('a new surname is a marriage, not another person', () => {
    const [first, ...others] = council.Castle as [FixtureCouncillor, ...FixtureCouncillor[]];
    const plan = planOf({ Castle: [{ ...first, name: 'Councillor Sam Newname' }, ...others], Mill: council.Mill }, imported);
    expect(plan.changed).toMatchObject([{ changes: { surname: 'Newname' } }]);
    expect(plan.left).toEqual([]);
  });

  test('somebody whose entry is faulty has not left', () => {
    const plan = planOf({ Castle: [{ id: '100', name: '' }, ...council.Castle.slice(1)], Mill: council.Mill }, imported);
    expect(plan.left).toEqual([]);
    expect(plan.skipped).toHaveLength(1);
  });

  test('nor has somebody whose id is missing or no number', () => {
    const [first, second, ...others] = council.Castle as [FixtureCouncillor, FixtureCouncillor, ...FixtureCouncillor[]];
    const plan = planOf({ Castle: [{ ...first, id: '' }, { ...second, id: 'x' }, ...others], Mill: council.Mill }, imported);
    expect(plan.left).toEqual([]);
    expect(plan.skipped).toHaveLength(2);
  });

  test('takes over a member whom owners entered by hand', () => {
    const [byHand, ...rest] = imported.members;
    if (!byHand) throw new Error('There is nobody.');
    const register: Register = {
      ...imported,
      members: [{ ...byHand, modernGovId: '', details: { ...byHand.details, phone: '' } }, ...rest]
    };
    const plan = planOf(council, register);
    expect(plan.added).toEqual([]);
    expect(plan.changed).toMatchObject([{ id: byHand.id, modernGovId: '100', adopted: true, changes: { phone: '01632 960100' } }]);
    expect(isEmpty(planOf(council, after(register, plan)))).toBe(true);
  });

  test('a change of line breaks or of where one post ends is a change', () => {
    const [first, ...others] = council.Castle as [FixtureCouncillor, ...FixtureCouncillor[]];
    const withSurgery = (surgery: string[]): Record<string, FixtureCouncillor[]> => ({
      Castle: [{ ...first, surgery }, ...others],
      Mill: council.Mill
    });
    const one = after(imported, planOf(withSurgery(['a b']), imported));
    expect(planOf(withSurgery(['a', 'b']), one).changed).toMatchObject([{ changes: { surgeries: 'a\nb' } }]);
  });

  test('a ward that the feed no longer has keeps no vacant seats', () => {
    const vacant = after(imported, planOf({ Castle: council.Castle, Mill: [...council.Mill, { id: '1', name: 'Vacancy' }] }, imported));
    const plan = planOf({ Castle: [...council.Castle, ...council.Mill] }, vacant);
    expect(plan.absentWards).toEqual(['Mill']);
    expect(plan.changedWards).toMatchObject([{ name: 'Mill', before: 1, vacancies: 0 }]);
  });

  test('what owners filled in stays where the feed is blank, but a post that ended goes', () => {
    const withPost = after(
      imported,
      planOf(
        {
          Castle: [{ ...(council.Castle[0] as FixtureCouncillor), posts: 'Leader of the Council' }, ...council.Castle.slice(1)],
          Mill: council.Mill
        },
        imported
      )
    );
    const blank = { ...(council.Castle[0] as FixtureCouncillor), email: '', phone: '' };
    const plan = planOf({ Castle: [blank, ...council.Castle.slice(1)], Mill: council.Mill }, withPost);
    expect(plan.changed.map(({ differences }) => differences)).toEqual([['Cabinet and portfolio: Leader of the Council → nothing']]);
  });

  test('counts vacant seats up and down', () => {
    const vacant = planOf({ Castle: [...council.Castle, { id: '1', name: 'Vacancy' }], Mill: council.Mill }, imported);
    expect(vacant.changedWards).toMatchObject([{ name: 'Castle', before: 0, vacancies: 1 }]);
    expect(planOf(council, after(imported, vacant)).changedWards).toMatchObject([{ before: 1, vacancies: 0 }]);
  });

  test('a party that the table does not know is kept and named', () => {
    const plan = planOf(
      { Castle: [{ id: '500', name: 'Una New', party: 'Valley Independent' }, ...council.Castle], Mill: council.Mill },
      imported
    );
    expect(plan.unknownParties).toEqual(['Valley Independent']);
    expect(plan.added[0]?.details.party).toBe('Valley Independent');
  });
});

describe('a feed that should not be imported', () => {
  test('has fewer than ten members', () => {
    expect(() => planOf({ Castle: councillors(9) }, empty)).toThrow(
      new FeedError(
        'The feed has 9 members. A council has at least 10, so something is likely to be wrong with it. To import it all the same, add --force.'
      )
    );
    expect(planOf({ Castle: councillors(9) }, empty, true).added).toHaveLength(9);
  });
  test("is another council's: few serving members match by id and surname", () => {
    const others = { Elsewhere: councillors().map((one) => ({ ...one, name: `Councillor Kit ${one.name.split(' ').pop()}son` })) };
    expect(() => planOf(others, imported)).toThrow(/Only 0 of the 12 serving members are in the feed/);
    // With --force nobody turns into another person, although the ids are the same.
    const plan = planOf(others, imported, true);
    expect(plan.changed).toEqual([]);
    expect(plan.left.map(({ releasesId }) => releasesId)).toEqual(Array.from({ length: 12 }, () => true));
    expect(plan.added).toHaveLength(12);
    expect(isEmpty(planOf(others, after(imported, plan), false))).toBe(true);
  });
  test('three of twelve in common are enough (25 %), two are not (17 %)', () => {
    const share = (number: number): Record<string, FixtureCouncillor[]> => ({
      Castle: [...councillors().slice(0, number), ...councillors().map((one, index) => ({ ...one, id: String(900 + index) }))]
    });
    expect(planOf(share(3), imported).left).toHaveLength(9);
    expect(() => planOf(share(2), imported)).toThrow(FeedError);
  });
});
