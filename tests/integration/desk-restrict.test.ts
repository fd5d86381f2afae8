import '@pnp/sp/files';
import '@pnp/sp/folders';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import { EnquiryDesk, lastSeen } from '../../src/data/desk/act';
import { addNote } from '../../src/data/desk/notes';
import { isHalfRestricted, restrictEnquiry, type RestrictStep } from '../../src/data/desk/restrict';
import type { OneEnquiry } from '../../src/data/desk/one-enquiry';
import type { Done } from '../../src/data/desk/act';
import { act, atDesk, open, type AtDesk } from '../support/desk';
import { casework, cast, fillEnquirySite, ids, raise, sitePath, writer, type Writer } from '../support/enquiries';
import { people, TestServer } from '../support/server';

let server: TestServer;
let [amara, priya, monitoring, tom]: AtDesk[] = [];
let amaraWrites: Writer;
beforeAll(async () => {
  server = await TestServer.start();
  await fillEnquirySite(server);
  amaraWrites = await writer(server, cast.amara, new Date());
  [amara, priya, monitoring, tom] = await Promise.all(
    [cast.amara, cast.liaison, cast.monitoring, cast.tom].map((login) => atDesk(server, login))
  );
});
afterAll(() => server.stop());
afterEach(() => fetch(`${server.origin}/_local/faults`, { method: 'DELETE' }));

const who = (one: AtDesk | undefined): AtDesk => {
  if (!one) throw new Error('Nobody');
  return one;
};
/** An enquiry of Amara's with messages, documents and a note. */
async function whole(answers = casework): Promise<{ id: number; enquiry: OneEnquiry }> {
  const id = (await raise(amaraWrites, answers))[0]?.id ?? 0;
  const documents = ['one.txt', 'two.txt'].map((name) => ({ name, bytes: new TextEncoder().encode(name).buffer as ArrayBuffer }));
  await act(who(priya), 'handler', id, 'update', { text: 'On our way', documents: ['one.txt', 'two.txt'] }, { documents });
  const enquiry = await open(who(monitoring), id);
  if (!enquiry) throw new Error('It is not there');
  await addNote(who(priya).sp, sitePath, enquiry.row, 'A note', `note-${id}`, who(priya).persistence, true);
  return { id, enquiry };
}
const restrict = (enquiry: OneEnquiry, progress?: (step: RestrictStep) => void): Promise<Done> =>
  restrictEnquiry(
    who(monitoring),
    enquiry,
    { input: { reason: 'It names a child' }, actor: 'restricted', after: lastSeen(enquiry), now: new Date() },
    progress
  );
/** All that is held about an enquiry, by list, with where it is: as whoever may see everything. */
async function held(id: number): Promise<string[]> {
  const { web } = server.as(people.owner);
  const rows = async (list: string, filter: string): Promise<string[]> =>
    (
      await web.getList(`${sitePath}/Lists/${list}`).items.select('Id', 'FileDirRef').filter(filter)<{ Id: number; FileDirRef: string }[]>()
    ).map(({ Id, FileDirRef }) => `${list} ${Id} ${FileDirRef.split('/').slice(5).join('/')}`);
  const files = async (folder: string): Promise<string[]> =>
    (
      await web
        .getFolderByServerRelativePath(`${sitePath}/EnquiryDocuments/${folder}/${id}`)
        .files.select('Name')<{ Name: string }[]>()
        .catch(() => [])
    ).map(({ Name }) => `document ${Name} ${folder}`);
  return [
    ...(await rows('Enquiries', `Id eq ${id}`)),
    ...(await rows('EnquiryMessages', `Enquiry eq ${id}`)),
    ...(await rows('OfficerNotes', `Enquiry eq ${id}`)),
    ...(await files(`member-${ids.amara}`)),
    ...(await files(`member-${ids.amara}/restricted`)),
    ...(await files(`ward-${ids.castle}`))
  ];
}
const restrictedPlace = `member-${ids.amara}/restricted`;

test('everything moves and keeps its ID, and only the member and whoever sees restricted enquiries see it then', async () => {
  const { id, enquiry } = await whole();
  const before = await held(id);
  const result = await restrict(enquiry);
  expect(result).toMatchObject({ kind: 'done', enquiry: { row: { id, folder: { kind: 'restricted', memberId: ids.amara } } } });
  const after = await held(id);
  expect(after.every((one) => one.endsWith(restrictedPlace))).toBe(true);
  const idsOf = (all: string[]): string[] => all.map((one) => one.split(' ').slice(0, 2).join(' '));
  // One thing more: that it was restricted.
  expect(idsOf(after)).toEqual(expect.arrayContaining(idsOf(before)));
  expect(after).toHaveLength(before.length + 1);
  expect(await open(who(priya), id)).toBeUndefined();
  const own = await open(who(amara), id);
  expect(own?.messages.map(({ event }) => event)).toEqual(['sent', 'update', 'restricted']);
  expect(own?.documents.map(({ name }) => name)).toEqual(['one.txt', 'two.txt']);
  expect((await open(who(monitoring), id))?.notes).toMatchObject([{ text: 'A note', authorName: 'Priya Raman' }]);
  // It goes on: the member answers, the Monitoring Officer replies.
  expect((await act(who(monitoring), 'restricted', id, 'reply', { text: 'Done' })).kind).toBe('done');
  expect((await act(who(amara), 'member', id, 'settle', {})).kind).toBe('done');
});

test('what a ward saw is seen by the ward no more', async () => {
  const { id, enquiry } = await whole({ ...casework, kind: 'ward-issue', questions: {} });
  expect(await open(who(tom), id)).toBeDefined();
  await restrict(enquiry);
  expect(await open(who(tom), id)).toBeUndefined();
  expect((await held(id)).every((one) => one.endsWith(restrictedPlace))).toBe(true);
});

test('killed at every step, it is finished by doing it again, and nothing is lost or doubled', async () => {
  const steps: string[] = [];
  const { enquiry: sample } = await whole();
  await restrict(sample, ({ kind, done }) => steps.push(`${kind} ${done}`));
  expect(steps).toEqual(['documents 0', 'documents 1', 'messages 0', 'messages 1', 'messages 2', 'notes 0', 'enquiry 0']);
  for (const step of steps) {
    const { id, enquiry } = await whole();
    const before = await held(id);
    const kill = restrict(enquiry, ({ kind, done }) => {
      if (`${kind} ${done}` === step) throw new Error('killed');
    });
    await expect(kill).rejects.toThrow('killed');
    const half = await open(who(monitoring), id);
    if (!half) throw new Error('It is not there');
    expect([step, half.row.folder.kind]).toEqual([step, 'member']);
    await restrict(half);
    const after = await held(id);
    expect([step, after.length]).toEqual([step, before.length + 1]);
    expect(after.every((one) => one.endsWith(restrictedPlace))).toBe(true);
    expect((await open(who(monitoring), id))?.messages.filter(({ event }) => event === 'restricted')).toHaveLength(1);
  }
});

test('whoever comes to one that was stopped sees that it is to be finished', async () => {
  const { id, enquiry } = await whole();
  await expect(
    restrict(enquiry, ({ kind }) => {
      if (kind === 'documents') throw new Error('killed');
    })
  ).rejects.toThrow('killed');
  const half = await open(who(monitoring), id);
  expect(half && (await isHalfRestricted(who(monitoring), half))).toBe(true);
});

test('under faults it is moved whole all the same', async () => {
  const { id, enquiry } = await whole();
  const rules = [
    { fault: 'status', status: 429, retryAfter: 0, path: '/_api', share: 0.2 },
    { fault: 'drop', when: 'after', path: '/_api', share: 0.15 }
  ];
  const { status } = await fetch(`${server.origin}/_local/faults`, { method: 'PUT', body: JSON.stringify({ seed: 5, rules }) });
  expect(status).toBeLessThan(300);
  await restrict(enquiry);
  await fetch(`${server.origin}/_local/faults`, { method: 'DELETE' });
  const after = await held(id);
  expect(after.every((one) => one.endsWith(restrictedPlace))).toBe(true);
  expect(after).toHaveLength(7);
});

test('nobody else can', async () => {
  const { id } = await whole();
  const seen = await open(who(priya), id);
  if (!seen) throw new Error('It is not there');
  const deed = { input: { reason: 'x' }, actor: 'handler' as const, after: lastSeen(seen), now: new Date() };
  expect(await restrictEnquiry(who(priya), seen, deed)).toMatchObject({ kind: 'refused', reason: 'not yours to do' });
  // Past the screens: SharePoint itself refuses the move.
  const place = `${sitePath}/Lists/Enquiries/member-${ids.amara}`;
  const leaf = `${id}_.000`;
  const move = who(priya).sp.web.getFileByServerRelativePath(`${place}/${leaf}`).moveByPath(`${place}/restricted/${leaf}`, false);
  await expect(move).rejects.toThrow();
  expect((await open(who(priya), id))?.row.folder.kind).toBe('member');
});

test('who wrote on a page that was open before is told, and what they wrote goes nowhere but where few see it', async () => {
  const { id, enquiry } = await whole();
  const stale = await open(who(amara), id);
  if (!stale) throw new Error('It is not there');
  await restrict(enquiry);
  const first = await act(who(amara), 'member', id, 'inform', { text: 'SECRET about a child' }, { seen: stale });
  expect(first).toMatchObject({ kind: 'changed', enquiry: { row: { folder: { kind: 'restricted' } } } });
  expect((await act(who(amara), 'member', id, 'inform', { text: 'SECRET about a child' }, { seen: first.enquiry })).kind).toBe('done');
  expect((await held(id)).every((one) => one.endsWith(restrictedPlace))).toBe(true);
  const note = new EnquiryDesk(who(monitoring), enquiry).note('A note from before', `late-note-${id}`, true);
  expect((await note).kind).toBe('changed');
});

test('stopped after the enquiry itself had moved, what is left behind is found and finished', async () => {
  const { id, enquiry } = await whole();
  const { addToFolder } = await import('../../src/data/enquiries/folder-items');
  const { enquiryMessages } = await import('../../src/lists');
  let late: Promise<unknown> | undefined;
  const kill = restrict(enquiry, ({ kind }) => {
    if (late) throw new Error('killed');
    // A handler, who had it open, writes while it moves.
    if (kind === 'enquiry') {
      late = addToFolder(who(priya).sp.web.getList(`${sitePath}/Lists/EnquiryMessages`), sitePath, enquiryMessages, enquiry.row.folder, [
        { FieldName: 'Title', FieldValue: 'x' },
        { FieldName: 'Enquiry', FieldValue: String(id) },
        { FieldName: 'MessageKey', FieldValue: `late-${id}` },
        { FieldName: 'Event', FieldValue: 'update' }
      ]);
    }
  });
  await Promise.allSettled([kill]);
  await late;
  const moved = await open(who(monitoring), id);
  if (!moved) throw new Error('It is not there');
  expect(moved.row.folder.kind).toBe('restricted');
  expect((await held(id)).filter((one) => !one.endsWith(restrictedPlace))).toHaveLength(1);
  expect(await isHalfRestricted(who(monitoring), moved)).toBe(true);
  await restrict(moved);
  expect((await held(id)).every((one) => one.endsWith(restrictedPlace))).toBe(true);
  const now = await open(who(monitoring), id);
  expect(now && (await isHalfRestricted(who(monitoring), now))).toBe(false);
});
