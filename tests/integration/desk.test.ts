import { spfi } from '@pnp/sp';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import { EnquiryDesk } from '../../src/data/desk/act';
import { addNote } from '../../src/data/desk/notes';
import { catchUp } from '../../src/data/desk/catch-up';
import { markSeen, readOwnEnquiries } from '../../src/data/desk/own-enquiries';
import type { QueueReader } from '../../src/data/desk/queue-query';
import { Queues } from '../../src/data/desk/queues';
import { searchEnquiries } from '../../src/data/desk/search';
import { DataError } from '../../src/domain/dataProblem';
import { britishDateOf } from '../../src/domain/dates';
import { readCountable } from '../../src/data/desk/counts';
import { countsOf, type QueueName } from '../../src/domain/enquiries/desk';
import { control } from '../support/api';
import { act, atDesk, open, type AtDesk } from '../support/desk';
import { casework, cast, fillEnquirySite, ids, raise, sitePath, writer, type Writer } from '../support/enquiries';
import { people, TestServer } from '../support/server';

let server: TestServer;
let [amara, priya, handler, monitoring, support, tom]: AtDesk[] = [];
let amaraWrites: Writer;
beforeAll(async () => {
  server = await TestServer.start();
  await fillEnquirySite(server);
  amaraWrites = await writer(server, cast.amara, new Date());
  [amara, priya, handler, monitoring, support, tom] = await Promise.all(
    [cast.amara, cast.liaison, cast.handler, cast.monitoring, cast.support, cast.tom].map((login) => atDesk(server, login))
  );
});
afterAll(() => server.stop());

/** Somebody of the cast; they are there once the tests run. */
const who = (one: AtDesk | undefined): AtDesk => {
  if (!one) throw new Error('Nobody');
  return one;
};
const raised = async (answers = casework): Promise<number> => (await raise(amaraWrites, answers))[0]?.id ?? 0;
const inConfidence = { ...casework, audience: 'in-confidence' };
const rowOf = async (id: number): Promise<Record<string, unknown>> =>
  server.as(people.owner).web.getList(`${sitePath}/Lists/Enquiries`).items.getById(id)();
const requests = async (): Promise<number> => ((await (await fetch(`${server.origin}/_local/log`)).json()) as { count: number }).count;
const forgetLog = (): Promise<Response> => fetch(`${server.origin}/_local/log`, { method: 'DELETE' });
const reader = ({ start: { officerId, ownServices } }: AtDesk, today = '2026-11-24'): QueueReader => ({ officerId, ownServices, today });
const queue = async (by: AtDesk, name: QueueName, filter = {}, today?: string): Promise<number[]> =>
  (await new Queues(by.sp, sitePath).page({ queue: name, filter }, reader(by, today))).rows.map(({ id }) => id);
const priyaNamed = { id: ids.priya, name: 'Priya Raman' };

describe('who is at the desk', () => {
  test('is known by SharePoint’s permissions', () => {
    const rights = [amara, priya, handler, monitoring, support].map((one) => {
      const { handles, restricts, supports } = who(one).access;
      return { handles, restricts, supports };
    });
    expect(rights).toEqual([
      { handles: false, restricts: false, supports: false },
      { handles: true, restricts: false, supports: false },
      { handles: true, restricts: false, supports: false },
      { handles: true, restricts: true, supports: false },
      { handles: false, restricts: false, supports: true }
    ]);
    expect(who(amara).start.self?.name).toBe('Amara Whitfield');
    expect(who(priya).start).toMatchObject({ self: undefined, officerId: ids.priya, ownServices: [ids.streets] });
  });

  test('takes one request', async () => {
    await forgetLog();
    await atDesk(server, cast.liaison);
    expect(await requests()).toBe(1);
  });
});

describe('the life of an enquiry', () => {
  test('from acknowledgement to closing; the row follows, and everybody is shown the same', async () => {
    const id = await raised();
    const steps: [AtDesk, Parameters<typeof act>[1], Parameters<typeof act>[3], Parameters<typeof act>[4], string, string][] = [
      [who(priya), 'handler', 'acknowledge', { officer: priyaNamed }, 'acknowledged', 'Acknowledged'],
      [who(handler), 'handler', 'ask', { text: 'Which gate?' }, 'waiting', 'Waiting for the member'],
      [who(amara), 'member', 'answer', { text: 'The one in School Lane' }, 'inProgress', 'Waiting for the member'],
      [who(priya), 'handler', 'update', { text: 'A crew goes on Thursday' }, 'inProgress', 'In progress'],
      [who(priya), 'handler', 'reply', { text: 'It is swept.' }, 'answered', 'Answered'],
      [who(amara), 'member', 'askAgain', { text: 'There is more' }, 'inProgress', 'Answered'],
      [who(handler), 'handler', 'close', { outcome: 'done', text: 'Swept again' }, 'closed', 'Closed']
    ];
    for (const [by, actor, action, input, state, inRow] of steps) {
      const done = await act(by, actor, id, action, input);
      expect([action, done.kind, done.enquiry.life.state]).toEqual([action, 'done', state]);
      expect((await rowOf(id)).State).toBe(inRow);
      for (const other of [amara, priya, monitoring]) expect((await open(who(other), id))?.life.state).toBe(state);
    }
    const row = await rowOf(id);
    expect(row).toMatchObject({ OfficerId: ids.priya, Outcome: 'done', FromMember: false, RepliedLate: false });
    expect((await open(who(amara), id))?.messages.map(({ event, author }) => `${event} by ${author}`)).toEqual([
      ...['sent by member', 'acknowledged by officer', 'question by officer', 'answer by member', 'update by officer'],
      ...['reply by officer', 'asked again by member', 'closed by officer']
    ]);
  });

  test('takes three requests for an officer, two for a member, and one enquiry is read in one', async () => {
    const id = await raised();
    const seen = await open(who(priya), id);
    await forgetLog();
    await act(who(priya), 'handler', id, 'acknowledge', { officer: priyaNamed }, ...(seen ? [{ seen }] : []));
    expect(await requests()).toBe(3);
    const own = await open(who(amara), id);
    await forgetLog();
    await act(who(amara), 'member', id, 'inform', { text: 'More' }, ...(own ? [{ seen: own }] : []));
    expect(await requests()).toBe(2);
    await forgetLog();
    const { sp, start, kinds } = who(priya);
    const { readOneEnquiry } = await import('../../src/data/desk/one-enquiry');
    await readOneEnquiry(sp, sitePath, id, [{ kind: 'member', memberId: ids.amara }], start, kinds);
    expect(await requests()).toBe(1);
  });

  test('documents go with a message', async () => {
    const id = await raised();
    const documents = [{ name: 'gate.jpg', bytes: new TextEncoder().encode('picture').buffer as ArrayBuffer }];
    await act(who(priya), 'handler', id, 'update', { text: 'See the picture', documents: ['gate.jpg'] }, { documents });
    const seen = await open(who(amara), id);
    expect(seen?.documents).toMatchObject([{ name: 'gate.jpg', size: 7, authorName: 'Priya Raman' }]);
    expect(seen?.messages[1]?.details.documents).toEqual(['gate.jpg']);
  });

  test('notes of officers are seen by officers alone', async () => {
    const id = await raised();
    const seen = await open(who(priya), id);
    if (!seen) throw new Error('It is not there');
    const { sp, persistence } = who(priya);
    for (const isFirst of [true, false]) {
      await addNote(sp, sitePath, seen.row, 'Ask the county first', 'note-1', persistence, isFirst);
    }
    expect((await open(who(handler), id))?.notes).toMatchObject([{ text: 'Ask the county first', authorName: 'Priya Raman' }]);
    expect((await open(who(amara), id))?.notes).toBeUndefined();
  });
});

describe('two at once', () => {
  test('the second of two officers is told what the first did, and nothing of theirs is written', async () => {
    const id = await raised();
    const seen = await open(who(handler), id);
    if (!seen) throw new Error('It is not there');
    await act(who(priya), 'handler', id, 'acknowledge', { officer: priyaNamed });
    const second = await act(who(handler), 'handler', id, 'acknowledge', { officer: { id: ids.director, name: 'Dee Long' } }, { seen });
    expect(second).toMatchObject({ kind: 'changed', enquiry: { life: { officer: priyaNamed } } });
    expect((await open(who(priya), id))?.messages).toHaveLength(2);
    // Having seen it, they can go on.
    expect((await act(who(handler), 'handler', id, 'update', { text: 'Text that was kept' })).kind).toBe('done');
  });

  test('of two at the very same moment one counts, the other is told, and the row says what counts', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await raised();
      const seen = await open(who(priya), id);
      if (!seen) throw new Error('It is not there');
      const names = [priyaNamed, { id: ids.director, name: 'Dee Long' }] as const;
      const results = await Promise.all(
        [who(priya), who(handler)].map((by, index) =>
          act(by, 'handler', id, 'acknowledge', { officer: names[index] ?? priyaNamed }, { seen })
        )
      );
      expect(results.map(({ kind }) => kind).sort()).toEqual(['changed', 'done']);
      const now = await open(who(priya), id);
      const winner = names[results.findIndex(({ kind }) => kind === 'done')];
      expect(now?.life.officer).toEqual(winner);
      expect((await rowOf(id)).OfficerId).toBe(winner?.id);
    }
  });

  test('whoever knows the row alone, as for several at once, is told as well', async () => {
    const desk = who(priya);
    const deed = { action: 'update' as const, input: { text: 'To several' }, actor: 'handler' as const, documents: [], now: new Date() };
    const [fresh, behind] = [await raised(), await raised()];
    const rows = await new Queues(desk.sp, sitePath).withIds([fresh, behind]);
    await act(who(amara), 'member', behind, 'inform', { text: 'Not in the row yet' });
    const kinds: string[] = [];
    for (const row of rows) {
      const done = await new EnquiryDesk(desk, { row }).perform({ ...deed, key: `several-${row.id}`, after: row.counted });
      kinds.push(`${row.id} ${done.kind}`);
    }
    expect(kinds.sort()).toEqual([`${fresh} done`, `${behind} changed`].sort());
  });

  test('tried again with the same key nothing happens twice', async () => {
    const id = await raised();
    const seen = await open(who(priya), id);
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const done = await act(who(priya), 'handler', id, 'reply', { text: 'Swept' }, { key: 'reply-once', ...(seen ? { seen } : {}) });
      expect(done.kind).toBe('done');
    }
    expect((await open(who(amara), id))?.messages.filter(({ event }) => event === 'reply')).toHaveLength(1);
  });

  test('what cannot be done any more is refused', async () => {
    const id = await raised();
    await act(who(amara), 'member', id, 'withdraw', {});
    expect(await act(who(priya), 'handler', id, 'reply', { text: 'Swept' })).toMatchObject({
      ...{ kind: 'refused', reason: 'not in this state', enquiry: { life: { state: 'withdrawn' } } }
    });
  });
});

describe('what goes wrong', () => {
  const bytes = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer as ArrayBuffer;

  test('a document of a name that is there already gets another, and none is lost', async () => {
    const id = await raised();
    const stale = await open(who(amara), id);
    if (!stale) throw new Error('It is not there');
    const document = (text: string): { name: string; bytes: ArrayBuffer } => ({ name: 'image.jpg', bytes: bytes(text) });
    await act(who(priya), 'handler', id, 'update', { text: 'Ours', documents: ['image.jpg'] }, { documents: [document('officer')] });
    const theirs = { documents: [document('the member’s own')], seen: stale };
    await act(who(amara), 'member', id, 'inform', { text: 'Mine', documents: ['image.jpg'] }, theirs);
    const now = await open(who(priya), id);
    expect(now?.documents.map(({ name }) => name).sort()).toEqual(['image (2).jpg', 'image.jpg']);
    expect(now?.messages.map(({ details }) => details.documents ?? [])).toEqual([[], ['image.jpg'], ['image (2).jpg']]);
  });

  test('words that were changed after a try that was stored are not taken as sent', async () => {
    const id = await raised();
    const seen = await open(who(priya), id);
    const more = { key: 'changed-words', ...(seen ? { seen } : {}) };
    await act(who(priya), 'handler', id, 'update', { text: 'The first words' }, more);
    expect((await act(who(priya), 'handler', id, 'update', { text: 'Other words' }, more)).kind).toBe('changed');
    expect((await act(who(priya), 'handler', id, 'update', { text: 'The first words' }, more)).kind).toBe('done');
  });

  test('an officer who is gone from the list keeps neither the action nor other rows back', async () => {
    const officers = server.as(people.owner).web.getList(`${sitePath}/Lists/Officers`).items;
    const gone = ((await officers.add({ Title: 'Gone Soon', Surname: 'Soon', Seniority: 'Officer' })) as { Id: number }).Id;
    const id = await raised();
    await act(who(priya), 'handler', id, 'acknowledge', { officer: { id: gone, name: 'Gone Soon' } });
    await officers.getById(gone).delete();
    expect((await act(who(priya), 'handler', id, 'update', { text: 'On it' })).kind).toBe('done');
    expect((await rowOf(id)).State).toBe('In progress');
    await act(who(amara), 'member', id, 'inform', { text: 'More' });
    const other = await raised();
    await act(who(amara), 'member', other, 'inform', { text: 'More' });
    const now = await atDesk(server, cast.handler);
    await catchUp(now, now.access.lastMessage);
    expect((await rowOf(other)).FromMember).toBe(true);
  });

  test('a row that is refused for want of rights does not lose its officer', async () => {
    const id = await raised();
    await act(who(priya), 'handler', id, 'acknowledge', { officer: { id: ids.priya, name: 'Priya Raman' } });
    let refused = 0;
    const sp = spfi(who(priya).sp).using((instance) => {
      instance.on.pre((url: string, init: RequestInit, result: unknown) => {
        const { 'X-HTTP-Method': method } = init.headers as Record<string, string | undefined>;
        if (method === 'MERGE' && refused === 0) {
          refused += 1;
          throw new DataError({ kind: 'no access', list: 'Enquiries' });
        }
        return Promise.resolve([url, init, result]);
      });
      return instance;
    });
    expect((await act({ ...who(priya), sp }, 'handler', id, 'update', { text: 'On it' })).kind).toBe('done');
    expect(refused).toBe(1);
    expect((await rowOf(id)).OfficerId).toBe(ids.priya);
  });

  test('what was brought over without messages keeps what its row says', async () => {
    await control(server, 'seed', {
      ...{ list: 'Enquiries', folder: `member-${ids.amara}` },
      items: [
        {
          ...{
            Title: 'From another system',
            SubmissionKey: 'brought-over',
            State: 'Closed',
            Kind: 'casework',
            AskedBy: 'member',
            MemberId: ids.amara
          },
          ...{ Came: '2026-01-05T12:00:00Z', Replied: '2026-01-09T12:00:00Z', Closed: '2026-01-20T12:00:00Z', Outcome: 'done' }
        }
      ]
    });
    const [row] = await server.as(people.owner).web.getList(`${sitePath}/Lists/Enquiries`).items.filter("SubmissionKey eq 'brought-over'")<
      { Id: number }[]
    >();
    const id = row?.Id ?? 0;
    const fresh = await raised();
    for (const [action, input] of [
      ['link', { other: fresh }],
      ['reopen', { reason: 'More came' }],
      ['reply', { text: 'Done' }]
    ] as const) {
      expect((await act(who(priya), 'handler', id, action, input)).kind).toBe('done');
    }
    const now = await rowOf(id);
    expect(now).toMatchObject({ State: 'Answered', RepliedLate: false });
    expect(String(now.Replied)).toMatch(/^2026-01-0[89]/);
    expect((await open(who(priya), id))?.life.voids.size).toBe(0);
  });

  test('history stays as it was when somebody changes their group', async () => {
    const id = await raised();
    await act(who(handler), 'handler', id, 'acknowledge', { officer: priyaNamed });
    await act(who(handler), 'handler', id, 'reply', { text: 'Swept' });
    const moved = { ...who(priya), start: { ...who(priya).start, support: new Set([who(handler).start.user.id]) } };
    const now = await open(moved, id);
    expect([now?.life.state, now?.life.voids.size]).toEqual(['answered', 0]);
    // What they write from now on is for the member.
    const { addToFolder } = await import('../../src/data/enquiries/folder-items');
    const { enquiryMessages } = await import('../../src/lists');
    const list = who(handler).sp.web.getList(`${sitePath}/Lists/EnquiryMessages`);
    await addToFolder(list, sitePath, enquiryMessages, { kind: 'member', memberId: ids.amara }, [
      { FieldName: 'Title', FieldValue: 'x' },
      { FieldName: 'Enquiry', FieldValue: String(id) },
      { FieldName: 'MessageKey', FieldValue: 'no-handler-any-more' },
      { FieldName: 'Event', FieldValue: 'closed' },
      { FieldName: 'Details', FieldValue: '{"outcome":"done"}' }
    ]);
    const after = await open(moved, id);
    expect([after?.life.state, [...(after?.life.voids.values() ?? [])]]).toEqual(['answered', ['not yours to do']]);
  });

  test('of two rows of one submission only the lower is shown', async () => {
    const item = { Title: 'Twice', SubmissionKey: 'twice', State: 'New', Kind: 'casework', AskedBy: 'member', MemberId: ids.amara };
    await control(server, 'seed', { list: 'Enquiries', folder: `member-${ids.amara}`, items: [item, item] });
    const rows = (await new Queues(who(priya).sp, sitePath).page({ queue: 'new', filter: {}, sort: 'latest' }, reader(who(priya)))).rows;
    expect(rows.filter(({ summary }) => summary === 'Twice')).toHaveLength(1);
  });
});

describe('rows that are behind', () => {
  test('what a member wrote is found by the next who handles enquiries', async () => {
    const id = await raised();
    await act(who(priya), 'handler', id, 'ask', { text: 'Which gate?' });
    await act(who(amara), 'member', id, 'answer', { text: 'The left one' });
    expect(await rowOf(id)).toMatchObject({ State: 'Waiting for the member', FromMember: false });
    const now = await atDesk(server, cast.handler);
    expect(await catchUp(now, now.access.lastMessage)).toBeGreaterThan(0);
    expect(await rowOf(id)).toMatchObject({ State: 'In progress', FromMember: true });
    expect(await queue(who(handler), 'from members')).toContain(id);
    // There is nothing left to be brought up.
    expect(await catchUp(now, now.access.lastMessage)).toBe(0);
  });

  test('a message that does not count is looked at once', async () => {
    const id = await raised();
    const seen = await open(who(amara), id);
    if (!seen) throw new Error('It is not there');
    const { addToFolder } = await import('../../src/data/enquiries/folder-items');
    const { enquiryMessages } = await import('../../src/lists');
    const list = who(amara).sp.web.getList(`${sitePath}/Lists/EnquiryMessages`);
    await addToFolder(list, sitePath, enquiryMessages, seen.row.folder, [
      { FieldName: 'Title', FieldValue: 'x' },
      { FieldName: 'Enquiry', FieldValue: String(id) },
      { FieldName: 'MessageKey', FieldValue: 'forged' },
      { FieldName: 'Event', FieldValue: 'closed' },
      { FieldName: 'Details', FieldValue: '{"outcome":"done"}' }
    ]);
    const now = await atDesk(server, cast.handler);
    await catchUp(now, now.access.lastMessage);
    expect(await rowOf(id)).toMatchObject({ State: 'New' });
    expect(await catchUp(now, now.access.lastMessage)).toBe(0);
  });
});

describe('queues', () => {
  test('hold what is in each state, by the protocol’s dates', async () => {
    const fresh = await raised();
    const mine = await raised();
    await act(who(priya), 'handler', mine, 'acknowledge', { officer: priyaNamed });
    const waiting = await raised();
    await act(who(priya), 'handler', waiting, 'ask', { text: 'Which?' });
    const closed = await raised();
    await act(who(priya), 'handler', closed, 'close', { outcome: 'explained' });
    const restricted = await raised(inConfidence);
    const { AcknowledgeBy } = await rowOf(fresh);
    const day = String(AcknowledgeBy).slice(0, 10);
    const later = '2099-01-01';
    expect(await queue(who(priya), 'new')).toContain(fresh);
    expect(await queue(who(priya), 'new')).not.toContain(mine);
    expect(await queue(who(priya), 'mine')).toContain(mine);
    expect(await queue(who(priya), 'service')).toEqual(expect.arrayContaining([fresh, mine, waiting]));
    expect(await queue(who(priya), 'waiting')).toContain(waiting);
    expect(await queue(who(priya), 'today', {}, day)).toContain(fresh);
    expect(await queue(who(priya), 'overdue', {}, day)).not.toContain(fresh);
    expect(await queue(who(priya), 'overdue', {}, later)).toEqual(expect.arrayContaining([fresh, mine]));
    // Nothing is overdue that waits for the member.
    expect(await queue(who(priya), 'overdue', {}, later)).not.toContain(waiting);
    expect(await queue(who(priya), 'closed')).toContain(closed);
    expect(await queue(who(priya), 'restricted')).toEqual([]);
    expect(await queue(who(monitoring), 'restricted')).toContain(restricted);
    await act(who(priya), 'handler', fresh, 'askRestriction', { reason: 'It names a child' });
    expect(await queue(who(monitoring), 'to be restricted')).toContain(fresh);
    expect(await queue(who(priya), 'open', { memberId: ids.amara, serviceId: ids.streets, kind: 'casework' })).toContain(fresh);
    expect(await queue(who(priya), 'open', { memberId: ids.rashid })).toEqual([]);
    expect(await queue(who(priya), 'open', { from: '2099-01-01' })).toEqual([]);
  });
});

test('the numbers beside the queues are those of the queues', async () => {
  const desk = who(monitoring);
  const own = reader(desk, '2099-01-01');
  const counted = countsOf((await readCountable(desk.sp, sitePath)) ?? [], { ...own, officerId: ids.priya, ownServices: [ids.streets] });
  for (const name of ['new', 'mine', 'service', 'today', 'overdue', 'waiting', 'ward', 'restricted', 'open'] as const) {
    const page = await new Queues(desk.sp, sitePath).page(
      { queue: name, filter: {} },
      { ...own, officerId: ids.priya, ownServices: [ids.streets] }
    );
    // A queue of more than a page is longer than its first.
    const shown = page.next ? `over ${page.rows.length}` : String(page.rows.length);
    expect([name, shown]).toEqual([name, page.next ? shown : String(counted[name])]);
  }
  expect(counted.open).toBeGreaterThan(5);
});

describe('a member’s own', () => {
  test('and their ward’s, with what is unread on all their devices', async () => {
    const id = await raised({ ...casework, kind: 'ward-issue', questions: {} });
    const own = async (by: AtDesk): ReturnType<typeof readOwnEnquiries> => {
      const { sp, start } = by;
      if (!start.self) throw new Error('No member');
      return readOwnEnquiries(sp, sitePath, start.self, start.user.id, britishDateOf(new Date()));
    };
    expect((await own(who(amara))).rows.map((row) => row.id)).toContain(id);
    expect((await own(who(tom))).rows.map((row) => row.id)).toContain(id);
    expect((await own(who(amara))).unread.get(id)).toBeUndefined();
    await act(who(priya), 'handler', id, 'update', { text: 'On our way' });
    expect((await own(who(amara))).unread.get(id)).toBe(1);
    const seen = await open(who(amara), id);
    if (!seen) throw new Error('It is not there');
    await markSeen(who(amara).sp, sitePath, seen.row, who(amara).start.user.id, seen.life.last);
    expect((await own(who(amara))).unread.get(id)).toBeUndefined();
    // A colleague of the ward has not.
    expect((await own(who(tom))).unread.get(id)).toBe(2);
    // Seeing is nothing that happened.
    expect((await open(who(priya), id))?.life.newFromMember).toBe(false);
  });

  test('are seen by nobody else', async () => {
    const id = await raised(inConfidence);
    expect(await open(who(tom), id)).toBeUndefined();
    expect(await open(who(priya), id)).toBeUndefined();
    expect(await open(who(support), id)).toBeUndefined();
    expect((await open(who(monitoring), id))?.row.folder).toEqual({ kind: 'restricted', memberId: ids.amara });
  });
});

describe('words', () => {
  const find = (by: AtDesk, words: string): Promise<number[]> =>
    searchEnquiries(by.sp, server.siteUrl, sitePath, words).then((rows) => rows.map(({ id }) => id));

  test('are found in what a member wrote and in what was answered, by who may see it alone', async () => {
    const id = await raised({ ...casework, summary: 'A heron on the weathervane', description: 'It does not fly away.' });
    const secret = await raised({ ...inConfidence, summary: 'Another heron' });
    await act(who(priya), 'handler', id, 'update', { text: 'The falconer comes tomorrow' });
    expect(await find(who(priya), 'heron weather')).toEqual([id]);
    expect(await find(who(priya), 'falcon')).toEqual([id]);
    expect(await find(who(priya), 'heron')).toEqual([id]);
    expect(await find(who(monitoring), 'HERON')).toEqual([secret, id]);
    expect(await find(who(priya), 'unicorn')).toEqual([]);
  });

  test.each(['" OR *', 'path:"x"', 'NOT heron', ')(', '*', 'a'.repeat(500)])(
    'such as %s do no more than find nothing or something',
    async (words) => {
      expect(Array.isArray(await find(who(priya), words))).toBe(true);
    }
  );
});
