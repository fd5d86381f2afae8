import '@pnp/sp/fields';
import '@pnp/sp/files';
import '@pnp/sp/folders';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import { addNote } from '../../src/data/desk/notes';
import { findHeld } from '../../src/data/desk/owners/held';
import { readHandOver } from '../../src/data/desk/owners/hand-over';
import { keptFrom, readDue, removeEnquiry } from '../../src/data/desk/owners/retention';
import { act, atDesk, open, type AtDesk } from '../support/desk';
import { casework, cast, fillEnquirySite, ids, raise, sitePath, writer, type Writer } from '../support/enquiries';
import { TestServer } from '../support/server';

let server: TestServer;
let [amara, priya, monitoring, admin]: AtDesk[] = [];
let amaraWrites: Writer;
beforeAll(async () => {
  server = await TestServer.start();
  await fillEnquirySite(server);
  amaraWrites = await writer(server, cast.amara, new Date());
  [amara, priya, monitoring, admin] = await Promise.all(
    [cast.amara, cast.liaison, cast.monitoring, cast.siteAdmin].map((login) => atDesk(server, login))
  );
});
afterAll(() => server.stop());
afterEach(() => fetch(`${server.origin}/_local/faults`, { method: 'DELETE' }));

const who = (one: AtDesk | undefined): AtDesk => {
  if (!one) throw new Error('Nobody');
  return one;
};
const raised = async (answers = casework): Promise<number> => (await raise(amaraWrites, answers))[0]?.id ?? 0;
const list = (name: string): ReturnType<AtDesk['sp']['web']['getList']> => who(admin).sp.web.getList(`${sitePath}/Lists/${name}`);
const countOf = async (name: string, filter: string): Promise<number> => (await list(name).items.filter(filter)()).length;
/** A closed enquiry with all that may belong to it. */
async function closed(answers = casework): Promise<number> {
  const id = await raised(answers);
  const by = answers.audience === 'in-confidence' ? who(monitoring) : who(priya);
  const actor = answers.audience === 'in-confidence' ? ('restricted' as const) : ('handler' as const);
  const documents = [{ name: 'photo.txt', bytes: new TextEncoder().encode('x').buffer as ArrayBuffer }];
  await act(by, actor, id, 'update', { text: 'On it', documents: ['photo.txt'] }, { documents });
  await act(by, actor, id, 'close', { outcome: 'done' });
  const enquiry = await open(by, id);
  if (enquiry) await addNote(by.sp, sitePath, enquiry.row, 'A note', `note-${id}`, by.persistence, true);
  return id;
}
const due = async (before: string): Promise<number[]> =>
  (await readDue(who(admin).sp, sitePath, before, who(admin).access.lastEnquiry)).map(({ row }) => row.id);

test.each([
  ['2026-11-27', 24, '2024-11-27'],
  ['2026-03-31', 1, '2026-02-28'],
  ['2028-03-31', 1, '2028-02-29'],
  ['2026-01-15', 12, '2025-01-15'],
  ['2026-01-15', 1, '2025-12-15']
])('on %s what is kept for %i months was closed on or after %s', (today, months, expected) => {
  expect(keptFrom(today, months)).toBe(expected);
});

test('the default protocol keeps enquiries for 24 months', () => {
  expect(who(admin).start.protocol?.retentionMonths).toBe(24);
  expect(who(admin).start.isSiteAdmin).toBe(true);
  expect(who(priya).start.isSiteAdmin).toBe(false);
});

test('what is due is closed, or answered and not asked again; nothing that is open', async () => {
  const done = await closed();
  const answered = await raised();
  await act(who(priya), 'handler', answered, 'reply', { text: 'Swept' });
  const running = await raised();
  const again = await closed();
  await act(who(priya), 'handler', again, 'reopen', { reason: 'More came' });
  const found = await due('2099-01-01');
  expect(found).toEqual(expect.arrayContaining([done, answered]));
  expect(found).not.toContain(running);
  expect(found).not.toContain(again);
  expect(await due('2020-01-01')).toEqual([]);
});

test('what is removed goes with messages, documents and notes, also of restricted ones, and it is recorded', async () => {
  for (const answers of [casework, { ...casework, audience: 'in-confidence' }]) {
    const id = await closed(answers);
    const [row] = (await readDue(who(admin).sp, sitePath, '2099-01-01', 999_999)).filter((one) => one.row.id === id);
    if (!row) throw new Error('It is not due');
    await removeEnquiry(who(admin).sp, sitePath, row, who(admin).persistence);
    expect(await countOf('Enquiries', `Id eq ${id}`)).toBe(0);
    expect(await countOf('EnquiryMessages', `Enquiry eq ${id}`)).toBe(0);
    expect(await countOf('OfficerNotes', `Enquiry eq ${id}`)).toBe(0);
    const [record] = await list('EnquiryRemovals').items.filter(`Title eq 'EQ-${id}'`)<Record<string, unknown>[]>();
    expect(record).toMatchObject({ Messages: 3, Documents: 1, Notes: 1 });
    // Nothing of what it said is kept.
    expect(JSON.stringify(record)).not.toContain('glass');
  }
});

test('under faults, and tried again, it is removed once and recorded once', async () => {
  const id = await closed();
  const [row] = (await readDue(who(admin).sp, sitePath, '2099-01-01', 999_999)).filter((one) => one.row.id === id);
  if (!row) throw new Error('It is not due');
  const rules = [
    { fault: 'status', status: 503, retryAfter: 0, path: '/_api', share: 0.2 },
    { fault: 'drop', when: 'after', path: '/_api', share: 0.2 }
  ];
  await fetch(`${server.origin}/_local/faults`, { method: 'PUT', body: JSON.stringify({ seed: 3, rules }) });
  await removeEnquiry(who(admin).sp, sitePath, row, { tries: 20, wait: async () => undefined });
  await fetch(`${server.origin}/_local/faults`, { method: 'DELETE' });
  expect(await countOf('Enquiries', `Id eq ${id}`)).toBe(0);
  expect(await countOf('EnquiryRemovals', `Title eq 'EQ-${id}'`)).toBe(1);
});

test('nobody but a site collection administrator can remove one', async () => {
  const id = await closed();
  const [row] = (await readDue(who(admin).sp, sitePath, '2099-01-01', 999_999)).filter((one) => one.row.id === id);
  if (!row) throw new Error('It is not due');
  for (const other of [amara, priya]) {
    await expect(removeEnquiry(who(other).sp, sitePath, row, { tries: 1, wait: async () => undefined })).rejects.toThrow();
  }
  expect((await open(who(priya), id))?.messages).toHaveLength(3);
});

test('all that names a constituent is found: enquiries, messages, notes, drafts, names of documents', async () => {
  const id = await raised({
    ...casework,
    ...{ forConstituent: true, constituent: 'Zebedee Quillfeather', constituentContact: '', authority: 'asked' as const },
    ...{ sensitive: false, othersNamed: false }
  });
  const other = await raised({ ...casework, audience: 'in-confidence', description: 'QUILLFEATHER, Zébedée came to my surgery.' });
  const bytes = new TextEncoder().encode('x').buffer as ArrayBuffer;
  await act(
    who(priya),
    'handler',
    id,
    'update',
    { text: 'I rang Zebedee Quillfeather.', documents: ['Zebedee Quillfeather.txt'] },
    {
      documents: [{ name: 'Zebedee Quillfeather.txt', bytes }]
    }
  );
  const enquiry = await open(who(priya), id);
  if (!enquiry) throw new Error('It is not there');
  await addNote(who(priya).sp, sitePath, enquiry.row, 'Mr Zebedee Quillfeather is difficult', 'held-note', who(priya).persistence, true);
  await amaraWrites.drafts.add('held-draft', 'About Zebedee Quillfeather', casework);
  await raised({ ...casework, description: 'Zebedee is another person' });
  const shares: [number, number][] = [];
  const held = await findHeld(who(admin).sp, sitePath, 'Zebedee Quillfeather', (...share) => shares.push(share));
  const found = held.map(({ where, enquiryId }) => `${where} ${enquiryId ?? ''}`.trim());
  expect(new Set(found)).toEqual(
    new Set([`enquiry ${id}`, `enquiry ${other}`, `message ${id}`, `message ${other}`, `note ${id}`, 'draft', `document ${id}`])
  );
  expect(held.find(({ where }) => where === 'note')).toMatchObject({ isWhole: true, excerpt: 'Mr Zebedee Quillfeather is difficult' });
  expect(held.find(({ enquiryId }) => enquiryId === other)?.isWhole).toBe(false);
  const last = shares[shares.length - 1];
  expect(last?.[0]).toBe(last?.[1]);
  expect(await findHeld(who(admin).sp, sitePath, 'Nobody Atall')).toEqual([]);
});

test('what a member has open is there to be handed over, with whom it was for', async () => {
  const id = await raised({
    ...casework,
    ...{ forConstituent: true, constituent: 'Ida Nettle', constituentContact: '01632 960123', authority: 'asked' as const },
    ...{ sensitive: false, othersNamed: false }
  });
  const gone = await closed();
  const all = await readHandOver(who(admin).sp, sitePath, ids.amara);
  expect(all.find(({ row }) => row.id === id)).toMatchObject({ constituent: 'Ida Nettle', constituentContact: '01632 960123' });
  expect(all.map(({ row }) => row.id)).not.toContain(gone);
  expect(await readHandOver(who(admin).sp, sitePath, ids.tom)).toEqual([]);
});

test('a column that was not provisioned yet is named to whoever opens the desk', async () => {
  await who(admin).sp.web.getList(`${sitePath}/Lists/Enquiries`).fields.getByInternalNameOrTitle('NotCounted').delete();
  for (const login of [cast.liaison, cast.amara]) {
    await expect(atDesk(server, login)).rejects.toMatchObject({
      problem: { kind: 'missing column', list: 'Enquiries', column: 'NotCounted' }
    });
  }
});
