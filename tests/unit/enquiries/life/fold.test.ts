import * as fc from 'fast-check';
import {
  actionNames,
  fold,
  inOrder,
  nextOf,
  transitionOf,
  type Author,
  type Beginning,
  type EnquiryMessage,
  type EventDetails,
  type EventName,
  type Life
} from '../../../../src/domain/enquiries/life';

/** A Tuesday morning at which Amara sent an enquiry: acknowledged by Wednesday, answered by Tuesday 8 December. */
const beginning: Beginning = {
  ...{ isOfficers: false, isRestricted: false, senderId: 1 },
  standard: { acknowledge: 1, reply: 10, keepOpen: 5, extension: 15, dayEnds: '17:00' },
  isClosed: (day) => day === '2026-12-25' || day === '2026-12-28',
  ...{ come: '2026-11-24', acknowledgeBy: '2026-11-25', replyBy: '2026-12-08', officer: undefined, service: { id: 1, name: 'Streets' } }
};
const priya = { id: 10, name: 'Priya Raman' };

let id = 0;
const message = (
  event: EventName,
  author: Author,
  at: string,
  details: EventDetails = {},
  more: Partial<EnquiryMessage> = {}
): EnquiryMessage => {
  id += 1;
  return {
    ...{ id, key: `key-${id}`, event, text: `${event} text`, details, author },
    ...{ authorId: author === 'member' ? 1 : 50, authorName: author, created: new Date(at) },
    ...more
  };
};
const sent = (): EnquiryMessage => message('sent', 'member', '2026-11-24T10:00:00Z');
const replied = (): EnquiryMessage[] => [
  sent(),
  message('acknowledged', 'officer', '2026-11-24T14:00:00Z', { officer: priya }),
  message('reply', 'officer', '2026-12-01T10:00:00Z')
];

test('an enquiry is new until somebody acknowledges it, and then has who deals with it', () => {
  expect(fold(beginning, [sent()])).toMatchObject({ state: 'new', officer: undefined, acknowledged: undefined });
  const life = fold(beginning, replied().slice(0, 2));
  expect(life).toMatchObject({ state: 'acknowledged', officer: priya, acknowledged: new Date('2026-11-24T14:00:00Z') });
});

test('an update before it is acknowledged acknowledges it; naming who has it does not', () => {
  expect(fold(beginning, [sent(), message('update', 'officer', '2026-11-25T09:00:00Z')])).toMatchObject({
    ...{ state: 'inProgress', acknowledged: new Date('2026-11-25T09:00:00Z') }
  });
  expect(fold(beginning, [sent(), message('assigned', 'officer', '2026-11-25T09:00:00Z', { officer: priya })])).toMatchObject({
    ...{ state: 'new', officer: priya, acknowledged: undefined }
  });
});

test('the days for which an officer waits for the member are added to the day of the reply', () => {
  const life = fold(beginning, [
    sent(),
    message('question', 'officer', '2026-11-26T09:00:00Z'),
    message('answer', 'member', '2026-12-01T09:00:00Z')
  ]);
  // Thursday to Tuesday: three working days, from 8 to 11 December.
  expect(life).toMatchObject({ state: 'inProgress', replyBy: '2026-12-11', question: undefined, newFromMember: true });
});

test('the clock stands still while the member is waited for, whatever ends the wait', () => {
  const asked = [sent(), message('question', 'officer', '2026-11-26T09:00:00Z')];
  const rang = fold(beginning, [...asked, message('reply', 'officer', '2026-12-10T09:00:00Z')]);
  // Ten working days from 26 November on are added to 8 December.
  expect(rang).toMatchObject({ state: 'answered', replyBy: '2026-12-22', repliedInTime: true });
  const agreed = [...asked, message('extended', 'officer', '2026-12-01T09:00:00Z', { replyBy: '2026-12-15' })];
  const answered = fold(beginning, [...agreed, message('answer', 'member', '2026-12-02T09:00:00Z')]);
  // What was agreed counts from when it was agreed.
  expect(answered.replyBy).toBe('2026-12-16');
});

test('closing it tells the member, and so acknowledges it', () => {
  const life = fold(beginning, [sent(), message('closed', 'officer', '2026-11-25T09:00:00Z', { outcome: 'same as another' })]);
  expect(life).toMatchObject({ state: 'closed', acknowledged: new Date('2026-11-25T09:00:00Z'), replied: undefined });
});

test('what a member says at the end is nothing new for officers', () => {
  expect(fold(beginning, [...replied(), message('settled', 'member', '2026-12-02T10:00:00Z')]).newFromMember).toBe(false);
  expect(fold(beginning, [sent(), message('withdrawn', 'member', '2026-12-02T10:00:00Z')]).newFromMember).toBe(false);
});

test('a reply keeps it open for five working days; asked again within them it is due anew', () => {
  const messages = replied();
  expect(fold(beginning, messages)).toMatchObject({ state: 'answered', openUntil: '2026-12-08', repliedInTime: true });
  const again = fold(beginning, [...messages, message('asked again', 'member', '2026-12-08T16:00:00Z')]);
  expect(again).toMatchObject({ state: 'inProgress', replyBy: '2026-12-22', repliedInTime: true });
  const late = message('asked again', 'member', '2026-12-09T00:30:00Z');
  const life = fold(beginning, [...messages, late]);
  expect(life.state).toBe('answered');
  expect(life.voids.get(late.id)).toBe('too late');
});

test('a reply after the day it was due is late, and stays so', () => {
  const messages = [sent(), message('reply', 'officer', '2026-12-09T10:00:00Z'), message('asked again', 'member', '2026-12-10T10:00:00Z')];
  expect(fold(beginning, messages)).toMatchObject({ repliedInTime: false, state: 'inProgress', replyBy: '2026-12-24' });
});

test('of two officers who acknowledge at once the first does, and the second is told that it was overtaken', () => {
  const first = message('acknowledged', 'officer', '2026-11-24T11:00:00Z', { officer: priya, after: 0 });
  const second = message('acknowledged', 'officer', '2026-11-24T11:00:00Z', { officer: { id: 11, name: 'Gil' }, after: 0 });
  const life = fold(beginning, [sent(), first, second]);
  expect(life.officer).toEqual(priya);
  expect(life.voids.get(second.id)).toBe('overtaken');
});

test('of two replies of which the second was written before its writer saw the first, the first counts', () => {
  const question = message('question', 'officer', '2026-11-25T11:00:00Z');
  const first = message('reply', 'officer', '2026-11-26T11:00:00Z', { after: question.id });
  const second = message('update', 'officer', '2026-11-26T11:00:01Z', { after: question.id });
  const life = fold(beginning, [sent(), question, first, second]);
  expect(life.state).toBe('answered');
  expect(life.voids.get(second.id)).toBe('overtaken');
});

test('a row that a browser sent twice counts once', () => {
  const before = replied();
  const again = message('reopened', 'officer', '2026-12-02T10:00:00Z');
  const messages = [...before, again, { ...again, id: again.id + 1 }];
  id += 1;
  expect(inOrder(messages)).toHaveLength(4);
  expect(fold(beginning, messages).voids.size).toBe(0);
});

test.each<[EventName, Author]>([
  ['acknowledged', 'member'],
  ['reply', 'colleague'],
  ['closed', 'support'],
  ['restricted', 'member'],
  ['extended', 'member'],
  ['withdrawn', 'colleague'],
  ['settled', 'colleague']
])('"%s" that a %s wrote past the screens does not count', (event, author) => {
  const forged = message(
    event,
    author,
    '2026-12-02T10:00:00Z',
    { officer: priya, replyBy: '2027-12-01', outcome: 'done' },
    { authorId: 77 }
  );
  const before = replied();
  const life = fold(beginning, [...before, forged]);
  expect(life.voids.get(forged.id)).toBe('not yours to do');
  expect({ ...life, voids: undefined, last: undefined }).toEqual({ ...fold(beginning, before), voids: undefined, last: undefined });
});

test('dates in what a member writes do not count: the council reckons by its own calendar', () => {
  const asked = [sent(), message('question', 'officer', '2026-11-26T09:00:00Z')];
  const life = fold(beginning, [...asked, message('answer', 'member', '2026-11-26T10:00:00Z', { replyBy: '2026-11-26' })]);
  expect(life.replyBy).toBe('2026-12-08');
});

test('an officer who raised it for a member may say for them that it is settled', () => {
  const messages = replied().map((one) => ({ ...one, ...(one.event === 'sent' ? { author: 'officer' as const, authorId: 50 } : {}) }));
  const life = fold({ ...beginning, senderId: 50 }, [...messages, message('settled', 'officer', '2026-12-02T10:00:00Z')]);
  expect(life).toMatchObject({ state: 'closed', outcome: 'settled' });
});

test('what was brought over without messages stands as its row says', () => {
  expect(fold(beginning, [], 'closed').state).toBe('closed');
});

const anyMessage = fc.record({
  action: fc.constantFrom(...actionNames),
  author: fc.constantFrom<Author>('member', 'colleague', 'support', 'officer'),
  minutes: fc.integer({ min: 0, max: 60 * 24 * 60 }),
  seen: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined })
});
const anyLife = fc.array(anyMessage, { maxLength: 30 }).map((rows) =>
  rows.map(({ action, author, minutes, seen }, index): EnquiryMessage => ({
    ...{ id: index + 2, key: `k${index}`, event: transitionOf(action).event, text: 'text', author, authorId: author === 'member' ? 1 : 9 },
    details: { officer: priya, replyBy: '2026-12-15', outcome: 'done', other: 3, ...(seen === undefined ? {} : { after: seen }) },
    ...{ authorName: author, created: new Date(Date.parse('2026-11-24T10:00:00Z') + minutes * 60_000) }
  }))
);
const comparable = ({ voids, ...life }: Life): object => ({ ...life, voids: [...voids] });

test('the order in which messages are read, and how often each, changes nothing', () => {
  fc.assert(
    fc.property(anyLife, fc.integer(), (messages, seed) => {
      const mixed = [...messages, ...messages].sort((a, b) => ((a.id * seed) % 7) - ((b.id * seed) % 7));
      expect(comparable(fold(beginning, mixed))).toEqual(comparable(fold(beginning, messages)));
    })
  );
});

test('what does not count changes nothing: without it the enquiry stands the same', () => {
  fc.assert(
    fc.property(anyLife, (messages) => {
      const { voids, last: _last, ...life } = fold(beginning, messages);
      const {
        voids: none,
        last: _before,
        ...again
      } = fold(
        beginning,
        messages.filter((one) => !voids.has(one.id))
      );
      expect(again).toEqual(life);
      expect(none.size).toBe(0);
    })
  );
});

test.each([
  ['2026-11-24T12:00:00Z', { what: 'acknowledge', urgency: 'soon', workingDays: 1 }],
  ['2026-11-25T23:59:00Z', { what: 'acknowledge', urgency: 'today', workingDays: 0 }],
  ['2026-11-26T00:01:00Z', { what: 'acknowledge', urgency: 'overdue', workingDays: 1 }],
  // A Sunday: Thursday and Friday are gone.
  ['2026-11-29T12:00:00Z', { what: 'acknowledge', urgency: 'overdue', workingDays: 2 }]
])('what is next, and how near, at %s', (now, expected) => {
  const life = fold(beginning, [sent()]);
  expect(nextOf({ ...life, isOfficers: false, respondBy: undefined }, new Date(now), beginning.isClosed)).toMatchObject(expected);
});

test('working days to a day far ahead are not counted one by one', () => {
  const life = { ...fold(beginning, [sent()]), state: 'inProgress' as const, replyBy: '2099-01-04' };
  const next = nextOf({ ...life, isOfficers: false, respondBy: undefined }, new Date('2026-11-24T12:00:00Z'), beginning.isClosed);
  expect(next).toEqual({ what: 'reply', by: '2099-01-04', urgency: 'later' });
});
