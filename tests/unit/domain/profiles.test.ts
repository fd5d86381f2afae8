import { parse } from 'vcard4';
import { faultOf, tidyLines } from '../../../src/domain/correction';
import { choicesOf, describeMembers, filterMembers, sortMembers } from '../../../src/domain/members/filter';
import { arrangePlaces, type Body, type Place } from '../../../src/domain/members/place';
import { rolesOf } from '../../../src/domain/members/roles';
import { searchMembers } from '../../../src/domain/members/search';
import { contactOf, memberAsSubject } from '../../../src/domain/members/member';
import { vCard } from '../../../src/domain/vcard';
import { groupByWard, neighbouringWards, wardColleagues } from '../../../src/domain/members/wards';
import { aMember } from '../../support/member';

const body = (id: number, name: string, kind = 'Committee'): Body => ({ id, name, kind, website: '' });
const planning = body(1, 'Planning Committee');
const trust = body(2, 'Canal Trust', 'Outside body');
const place = (memberId: number, on: Body, role = 'Member', more: Partial<Place> = {}): Place => ({ memberId, body: on, role, ...more });

describe('places', () => {
  const today = '2026-11-22';
  test('those that have not begun or have ended are not held; the last day counts', () => {
    const { byMember } = arrangePlaces(
      [planning],
      [
        place(1, planning, 'Member', { from: '2026-11-23' }),
        place(2, planning, 'Member', { to: '2026-11-21' }),
        place(3, planning, 'Member', { from: today, to: today })
      ],
      today
    );
    expect([...byMember.keys()]).toEqual([3]);
  });
  test('chairs stand first, substitutes last', () => {
    const audit = body(3, 'Audit Committee');
    const { byMember } = arrangePlaces(
      [planning, audit, trust],
      [place(1, audit, 'Substitute'), place(1, trust), place(1, planning, 'Vice-Chair'), place(1, body(4, 'Zoo Panel'), 'Chair')],
      today
    );
    expect(byMember.get(1)?.map(({ role }) => role)).toEqual(['Chair', 'Vice-Chair', 'Member', 'Substitute']);
  });
});

describe('roles', () => {
  test.each([
    [['Chair of the Audit Committee'], ['chair']],
    [['Vice-Chair of the Planning Committee'], ['viceChair']],
    [['Leader of the Opposition'], ['groupLeader']],
    [['Leader of the Liberal Democrat Group'], ['groupLeader']],
    [['Deputy Leader of the Labour Group'], []],
    [['Leader of the Council', 'Deputy Leader of the Labour Group'], []],
    [
      ['Group Leader, Conservative', 'Rural Champion'],
      ['groupLeader', 'champion']
    ],
    [['Deputy Mayor'], ['mayor']],
    [['Labour Group Whip'], ['whip']],
    [['Spokesperson for housing'], []]
  ])('%p means %p', (responsibilities, roles) => {
    expect([...rolesOf(aMember('Ann Able', { responsibilities }), [])]).toEqual(roles);
  });
  test('a place in the Cabinet or a portfolio is a role in the Cabinet; a chair on a body is a chair', () => {
    expect([...rolesOf(aMember('Ann Able', { cabinetRoles: ['Cabinet Member for Finance'] }), [])]).toEqual(['cabinet']);
    const places = [place(1, body(9, 'Cabinet', 'Cabinet')), place(1, planning, 'Chair')];
    expect([...rolesOf(aMember('Ann Able'), places)].sort()).toEqual(['cabinet', 'chair']);
    expect([...rolesOf(aMember('Ann Able'), [place(1, trust, 'Chair')])]).toEqual([]);
  });
});

describe('filters', () => {
  const ann = aMember('Ann Able', { party: 'Green', ward: { id: 1, name: 'Castle' }, skills: ['Canals'] });
  const bob = aMember('Bob Baker', { party: 'Labour', ward: { id: 1, name: 'Castle' } });
  const cat = aMember('Cat Cole', { party: 'Green', ward: { id: 2, name: 'Mill' }, responsibilities: ['Climate Champion'] });
  const dan = aMember('Dan Dean');
  const places = arrangePlaces([planning, trust], [place(ann.id, planning), place(cat.id, planning), place(bob.id, trust)], '2026-11-22');
  const all = describeMembers([ann, bob, cat, dan], places);
  const names = (found: typeof all): string[] => found.map(({ member: { name } }) => name);
  test.each([
    [{ party: 'Green' }, ['Ann Able', 'Cat Cole']],
    [{ ward: 'Castle' }, ['Ann Able', 'Bob Baker']],
    [{ body: 'Planning Committee' }, ['Ann Able', 'Cat Cole']],
    [{ role: 'champion' }, ['Cat Cole']],
    [{ skill: 'Canals' }, ['Ann Able']],
    [{ party: 'Green', ward: 'Castle' }, ['Ann Able']],
    [{ party: 'Nobody' }, []],
    [{}, ['Ann Able', 'Bob Baker', 'Cat Cole', 'Dan Dean']]
  ])('%p leaves %p', (filters, found) => expect(names(filterMembers(all, filters))).toEqual(found));
  test('choices are counted among those whom the other filters leave', () => {
    expect(choicesOf(all, { ward: 'Castle' }, 'party')).toEqual([
      { value: 'Green', count: 1 },
      { value: 'Labour', count: 1 }
    ]);
    expect(choicesOf(all, { party: 'Labour', ward: 'Castle' }, 'party').map(({ count }) => count)).toEqual([1, 1]);
    expect(choicesOf(all, { party: 'Gone' }, 'party')).toContainEqual({ value: 'Gone', count: 0 });
  });
  test('who has no ward or party stands last', () => {
    expect(names(sortMembers(all, 'ward'))).toEqual(['Ann Able', 'Bob Baker', 'Cat Cole', 'Dan Dean']);
    expect(names(sortMembers(all, 'party'))).toEqual(['Ann Able', 'Cat Cole', 'Bob Baker', 'Dan Dean']);
  });
  test('search looks at bodies and skills too; a typing error still finds', () => {
    const search = searchMembers([ann, bob, cat, dan], undefined, ({ id }) => places.byMember.get(id) ?? []);
    const found = (query: string): string[] => search.find(query).members.map(({ name }) => name);
    expect(found('planning')).toEqual(['Ann Able', 'Cat Cole']);
    expect(found('canals')).toEqual(['Ann Able']);
    expect(found('plannign')).toEqual(['Ann Able', 'Cat Cole']);
    expect(search.find('plannign').exact).toBe(false);
    expect(found('xylophone')).toEqual([]);
  });
  test('words that stand around names and wards tell nothing, unless somebody is called so', () => {
    const ward = aMember('John Ward', { ward: { id: 1, name: 'Castle' } });
    const other = aMember('John Able', { ward: { id: 1, name: 'Castle' } });
    const search = searchMembers([ward, other, bob]);
    const found = (query: string): string[] => search.find(query).members.map(({ name }) => name);
    expect(found('ward')).toEqual(['John Ward']);
    expect(found('Cllr John Ward')).toEqual(['John Ward']);
    expect(found('castle ward')).toEqual(['John Ward', 'John Able', 'Bob Baker']);
    expect(found('the party')).toHaveLength(3);
  });
});

describe('wards', () => {
  const castle = { id: 1, name: 'Castle', vacancies: 1, neighbours: [2] };
  const mill = { id: 2, name: 'Mill', vacancies: 0, neighbours: [] };
  const park = { id: 3, name: 'Park', vacancies: 2, neighbours: [1, 99] };
  const ann = aMember('Ann Able', { ward: castle });
  const bob = aMember('Bob Baker', { ward: castle });
  const cat = aMember('Cat Cole', { ward: mill });
  const dan = aMember('Dan Dean');
  const wards = [park, mill, castle];
  test('a ward without members is shown where vacancies count', () => {
    expect(groupByWard([ann, bob, cat, dan], wards, true).map(({ ward, members }) => [ward?.name, members.length])).toEqual([
      ['Castle', 2],
      ['Mill', 1],
      ['Park', 0],
      [undefined, 1]
    ]);
    expect(groupByWard([cat], wards, false).map(({ ward }) => ward?.name)).toEqual(['Mill']);
  });
  test('colleagues are of the same ward, neighbours across a border that either ward names', () => {
    expect(wardColleagues(ann, [ann, bob, cat])).toEqual([bob]);
    expect(wardColleagues(dan, [dan, aMember('Eve East')])).toEqual([]);
    expect(neighbouringWards(ann, [ann, bob, cat], wards).map(({ ward }) => ward?.name)).toEqual(['Mill', 'Park']);
    expect(neighbouringWards(cat, [ann, bob, cat], wards).map(({ members }) => members.length)).toEqual([2]);
    expect(neighbouringWards(dan, [ann], wards)).toEqual([]);
  });
});

describe('vCard', () => {
  const siân = aMember('Siân van der Meer', {
    surname: 'van der Meer',
    title: 'Dr',
    honours: 'OBE',
    knownAs: 'Shan',
    ward: { id: 1, name: 'Riverside; Quay, North' },
    party: 'Liberal Democrat',
    email: 's.meer@wexcombe.example',
    phone: '01632 960001 / 07700 900001',
    responsibilities: ['Chair, Planning', 'Bilingual: Cymraeg a Saesneg, a member of very many working parties and panels of the council']
  });
  const picture = { mediaType: 'image/png', base64: 'iVBORw0KGgo'.repeat(30) };
  const text = vCard(contactOf(siân, 'Wexcombe Council', 'https://x.example/?member=1&a=b'), picture);
  test('is read as it was written', () => {
    const card = [parse(text)].flat()[0];
    const value = (name: string): string => JSON.stringify(card?.getProperty(name));
    expect(value('FN')).toContain('Dr Siân van der Meer OBE');
    expect(value('N')).toContain('van der Meer');
    expect(value('EMAIL')).toContain('s.meer@wexcombe.example');
    expect(value('PHOTO')).toContain(picture.base64);
    expect(value('NOTE')).toContain('Riverside');
    expect(text).toContain('TEL;VALUE=uri;TYPE=work:tel:+441632960001\r\n');
    expect(text).toContain('NOTE:Riverside\\; Quay\\, North\\, Liberal Democrat');
  });
  test('has lines of at most 75 octets, and cuts no character', () => {
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replace(/\r\n /g, '')).toContain(siân.responsibilities.join('; ').replace(/[,;]/g, '\\$&'));
  });
  test('a name with line ends writes no property of its own', () => {
    const forged = vCard(contactOf(aMember('Eve\r\nTEL:999', { email: 'a@b.example\nNOTE:x' }), '', 'https://x.example/\r\nNOTE:y'));
    expect(forged.split('\r\n').filter((line) => /^(?:TEL|NOTE)/.test(line))).toEqual([]);
  });
});

describe('suggestions', () => {
  const ann = aMember('Ann Able', { email: 'a@b.example', skills: ['Canals', 'Welsh'] });
  test.each([
    [{ detail: 'Email', proposed: 'ann@b.example', remark: '' }, undefined],
    [{ detail: 'Email', proposed: 'nobody', remark: '' }, 'no e-mail address'],
    [{ detail: 'Email', proposed: ' a@b.example ', remark: '' }, 'no change'],
    [{ detail: 'Phone', proposed: '1'.repeat(256), remark: '' }, 'too long'],
    [{ detail: 'Skills', proposed: 'Canals\n\n Welsh ', remark: '' }, 'no change'],
    [{ detail: 'Skills', proposed: '', remark: '' }, undefined],
    [{ detail: 'Other', proposed: '', remark: ' ' }, 'nothing said'],
    [{ detail: 'Other', proposed: '', remark: 'The photograph is old' }, undefined]
  ] as const)('%p: %p', (suggestion, fault) => expect(faultOf(suggestion, memberAsSubject(ann))).toBe(fault));
  test('lines are tidied', () => expect(tidyLines(' a \r\n\r\n b')).toBe('a\nb'));
});
