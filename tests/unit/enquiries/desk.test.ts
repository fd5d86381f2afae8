import {
  actorOf,
  authorOf,
  mentions,
  noticeOf,
  toldOf,
  unreadOf,
  type DeskMember,
  type Happening
} from '../../../src/domain/enquiries/desk';

const amara: DeskMember = {
  id: 1,
  name: 'Amara',
  wardId: 3,
  accountId: 11,
  logins: ['a.w@council.example', 'amara@council.example'],
  email: '',
  isServing: true
};
const tom: DeskMember = { ...amara, id: 2, name: 'Tom', accountId: undefined, logins: ['tom@council.example'] };
const people = { members: [amara, tom], support: new Set([50]) };

test('who wrote is known by their account, else by how they sign in or their address', () => {
  const author = (id: number, login: string, forMember = false): string => authorOf({ id, logins: [login] }, 1, people, forMember);
  expect(author(11, 'another@council.example')).toBe('member');
  expect(author(99, 'amara@council.example')).toBe('member');
  expect(author(98, 'tom@council.example')).toBe('colleague');
  expect(author(50, 's@council.example')).toBe('support');
  expect(author(60, 'o@council.example')).toBe('officer');
  expect(author(60, 'o@council.example', true)).toBe('support');
});

test('as whom somebody acts follows from SharePoint’s permissions, and whose enquiry it is', () => {
  const none = { handles: false, restricts: false, supports: false };
  const own = { member: { id: 1, name: 'Amara' }, folder: { kind: 'ward', wardId: 3 } } as const;
  expect(actorOf(own, amara, none)).toBe('member');
  expect(actorOf(own, tom, none)).toBe('colleague');
  expect(actorOf({ ...own, folder: { kind: 'member', memberId: 1 } }, tom, none)).toBeUndefined();
  expect(actorOf(own, undefined, { ...none, supports: true })).toBe('support');
  expect(actorOf(own, undefined, { ...none, handles: true })).toBe('handler');
  expect(actorOf(own, undefined, { ...none, handles: true, restricts: true })).toBe('restricted');
});

const row = { member: { id: 1, name: 'Amara' }, folder: { kind: 'member', memberId: 1 } } as const;
const priya = { id: 10, name: 'Priya' };

test('told is who acts next, or is answered; nobody of what they did themselves', () => {
  expect(toldOf('reply', row, priya, 10)).toEqual([{ kind: 'member', id: 1, name: 'Amara' }]);
  expect(toldOf('answer', row, priya, undefined)).toEqual([{ kind: 'officer', officer: priya }]);
  expect(toldOf('assigned', row, priya, 10)).toEqual([]);
  expect(toldOf('assigned', row, priya, 12)).toEqual([{ kind: 'officer', officer: priya }]);
  expect(toldOf('acknowledged', row, priya, 12)).toHaveLength(2);
  expect(toldOf('linked', row, priya, 12)).toEqual([]);
});

test('of a restricted enquiry, and that one be restricted, only those are told who see restricted ones; never by its summary', () => {
  const restricted = { ...row, folder: { kind: 'restricted', memberId: 1 } } as const;
  expect(toldOf('information', restricted, priya, undefined)).toEqual([{ kind: 'restricted' }]);
  expect(toldOf('restriction asked for', row, priya, undefined)).toEqual([{ kind: 'restricted' }]);
  expect(noticeOf({ id: 12, summary: 'It names a child', folder: restricted.folder })).toBe('EQ-12');
  expect(noticeOf({ id: 12, summary: 'A lamp', folder: row.folder })).toBe('EQ-12: A lamp');
});

const happening = (id: number, authorId: number, more: Partial<Happening> = {}): Happening => ({
  ...{ id, enquiryId: 7, event: 'update', authorId, upTo: 0 },
  ...more
});

test('unread is what others did since one saw it, or wrote oneself', () => {
  expect(unreadOf([happening(1, 9), happening(2, 9)], 5).get(7)).toBe(2);
  expect(unreadOf([happening(1, 9), happening(2, 5), happening(3, 9)], 5).get(7)).toBe(1);
  // What came between looking and keeping that one looked is still unread.
  expect(unreadOf([happening(1, 9), happening(2, 9), happening(3, 5, { event: 'seen', upTo: 1 })], 5).get(7)).toBe(1);
  expect(unreadOf([happening(1, 9), happening(2, 5, { event: 'seen', upTo: 1 })], 5).size).toBe(0);
});

test.each([
  ['Zebedee Quill', 'I rang Zebedee Quill today', true],
  ['Zebedee Quill', 'QUILL, Zébédée', false],
  ["Siobhán O'Neill", 'Ms Siobhan ONeill', true],
  ['Zebedee Quill', 'Zebedee is another', undefined],
  ['  ', 'anything', undefined]
])('%j in %j', (name, text, isWhole) => {
  expect(mentions(name)(['', text])?.isWhole).toBe(isWhole);
});
