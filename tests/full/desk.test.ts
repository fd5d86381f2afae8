import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import { loadSampleProtocols } from '../../sharepoint/commands/sample-protocols';
import { ensureMemberFolders } from '../../sharepoint/provisioning/member-folders';
import { provision } from '../../sharepoint/provisioning/provision';
import { catchUp } from '../../src/data/desk/catch-up';
import { lifeValues } from '../../src/data/desk/life-row';
import type { OneEnquiry } from '../../src/data/desk/one-enquiry';
import { problemOf } from '../../src/domain/dataProblem';
import { britishDateOf } from '../../src/domain/dates';
import { actorOf } from '../../src/domain/enquiries/desk';
import { actionsFor, fold, isPastOpenDays, type ActionInput } from '../../src/domain/enquiries/life';
import { act, atDesk, open, type AtDesk } from '../support/desk';
import { casework, raise, sitePath, writer } from '../support/enquiries';
import { TestServer } from '../support/server';

/** 2,000 things that 20 people do with the same 60 enquiries while SharePoint throttles and connections break. */

const actions = 2000;
const enquiryCount = 60;
const domain = 'wexcombe.example';
const admin = `admin@${domain}`;
const named = (what: string, count: number): string[] => Array.from({ length: count }, (_, n) => `${what}${n + 1}@${domain}`);
const members = named('member', 8);
const staff: [string, string[]][] = [
  ['Memberlink Liaison Officers', named('liaison', 4)],
  ['Memberlink Enquiry Handlers', named('handler', 5)],
  ['Memberlink Restricted Enquiries', named('monitoring', 1)],
  ['Memberlink Member Support', named('support', 2)]
];

let folder: string;
let server: TestServer;
let everybody: AtDesk[];
let ids: number[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'desk-'));
  const account = (login: string, groups: string[], more = {}): object => ({
    login,
    name: login.split('@')[0],
    email: login,
    groups,
    ...more
  });
  const accounts = [
    account(admin, ['Memberlink Owners'], { siteAdmin: true }),
    ...members.map((login) => account(login, ['Memberlink Members'])),
    ...staff.flatMap(([group, logins]) => logins.map((login) => account(login, [group])))
  ].map((one, index) => ({ ...one, aadObjectId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}` }));
  const accountsFile = join(folder, 'accounts.json');
  writeFileSync(accountsFile, JSON.stringify(accounts));
  server = await TestServer.start({ accountsFile });
  const sp = server.as(admin);
  await provision(sp, () => undefined);
  const add = (list: string, row: Record<string, unknown>): Promise<unknown> => sp.web.getList(`${sitePath}/Lists/${list}`).items.add(row);
  for (const Title of ['Castle', 'Quay', 'Mill', 'Keep']) await add('Wards', { Title });
  await add('Services', { Title: 'Street cleaning', GeneralContact: true });
  for (const [index, login] of members.entries()) {
    await add('Members', { Title: login.split('@')[0], Email: login, WardId: 1 + (index % 4), Status: 'Serving' });
  }
  for (const login of staff.flatMap(([, logins]) => logins)) {
    await add('Officers', { Title: login.split('@')[0], Surname: login.split('@')[0], Email: login, ServiceId: 1, Seniority: 'Officer' });
  }
  await loadSampleProtocols({ sp, sitePath }, () => undefined);
  await ensureMemberFolders(sp, { changed: () => undefined, differs: () => undefined });
  everybody = await Promise.all([...members, ...staff.flatMap(([, logins]) => logins)].map((login) => atDesk(server, login)));
  const writers = await Promise.all(members.map((login) => writer(server, login, new Date())));
  ids = [];
  for (let number = 0; number < enquiryCount; number += 1) {
    const by = writers[number % writers.length];
    if (!by) continue;
    const ward = number % 3 === 0 ? { kind: 'ward-issue', questions: {} } : {};
    ids.push((await raise(by, { ...casework, serviceId: 1, summary: `Enquiry ${number}`, ...ward }))[0]?.id ?? 0);
  }
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** 30 of 100 requests meet a fault. */
const faults = {
  seed: 7,
  rules: [
    { fault: 'status', status: 429, retryAfter: 0, path: '/_api', share: 0.08 },
    { fault: 'status', status: 503, retryAfter: 0, path: '/_api', share: 0.07 },
    { fault: 'drop', when: 'before', path: '/_api', share: 0.06 },
    { fault: 'drop', when: 'after', path: '/_api', share: 0.06 },
    { fault: 'delay', milliseconds: 60, path: '/_api', share: 0.06 }
  ]
};

/** The same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

async function again<T>(action: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await action();
    } catch (error) {
      const { kind } = problemOf(error);
      if (kind !== 'busy' && kind !== 'offline' && kind !== 'timed out') throw error;
    }
  }
}

const input = (number: number): ActionInput => ({
  ...{ text: `What was said in ${number}`, reason: `Why in ${number}`, officer: { id: 1 + (number % 12), name: `officer ${number % 12}` } },
  ...{ service: { id: 1, name: 'Street cleaning' }, replyBy: '2099-12-01', outcome: 'done', other: ids[0] ?? 0 },
  ...{ ground: { id: 'other', text: 'A ground' }, escalation: { situation: 'unsettled', title: 'x', step: 0, text: 'y' } }
});

test(`${actions} actions by 20 people under faults: where each enquiry stands is what was acknowledged`, async () => {
  const { status } = await fetch(`${server.origin}/_local/faults`, { method: 'PUT', body: JSON.stringify(faults) });
  expect(status).toBeLessThan(300);
  const results = new Map<string, { id: number; kind: string }>();
  let begun = 0;
  const somebody = async (by: AtDesk, seed: number): Promise<void> => {
    const random = randomFrom(seed);
    const seen = new Map<number, OneEnquiry>();
    while (begun < actions) {
      const id = ids[Math.floor(random() * ids.length)] ?? 0;
      // One in three acts on what they saw some time ago, as people do.
      const before = random() < 0.33 ? seen.get(id) : undefined;
      const enquiry = before ?? (await again(() => open(by, id)));
      const actor = enquiry && actorOf(enquiry.row, by.start.self, by.access);
      if (!enquiry || !actor) continue;
      seen.set(id, enquiry);
      const possible = actionsFor(actor, {
        ...{ state: enquiry.life.state, isOfficers: false, isRestricted: false, hasOfficer: enquiry.life.officer !== undefined },
        isPastOpenDays: isPastOpenDays(enquiry.life, britishDateOf(new Date()))
      }).filter((action) => action !== 'restrict');
      const action = possible[Math.floor(random() * possible.length)];
      if (action === undefined || begun >= actions) continue;
      const number = (begun += 1);
      const key = `full-${number}`;
      const done = await again(() => act(by, actor, id, action, input(number), { seen: enquiry, key }));
      results.set(key, { id, kind: done.kind });
    }
  };
  await Promise.all(everybody.map(somebody));
  await fetch(`${server.origin}/_local/faults`, { method: 'DELETE' });
  const kinds = [...results.values()].reduce<Record<string, number>>((all, { kind }) => ({ ...all, [kind]: (all[kind] ?? 0) + 1 }), {});
  console.log(`done ${kinds.done}, changed ${kinds.changed ?? 0}, refused ${kinds.refused ?? 0}`);
  expect(results.size).toBe(actions);
  // There were conflicts, and most was done all the same.
  expect(kinds.changed).toBeGreaterThan(50);
  expect(kinds.done).toBeGreaterThan(1000);

  const handler = await atDesk(server, named('handler', 1)[0] ?? '');
  while ((await catchUp(handler, handler.access.lastMessage)) > 0);
  for (const id of ids) {
    const enquiry = await open(handler, id);
    if (!enquiry) throw new Error(`EQ-${id} is gone`);
    const { messages, life, beginning } = enquiry;
    const acknowledged = [...results].filter(([, result]) => result.id === id && result.kind === 'done').map(([key]) => key);
    const counted = messages.filter((message) => message.event !== 'sent' && !life.voids.has(message.id)).map(({ key }) => key);
    // Everything that somebody was told is done is there once, and counts; nothing else does.
    expect([id, [...counted].sort()]).toEqual([id, [...acknowledged].sort()]);
    const replayed = fold(
      beginning,
      messages.filter(({ key, event }) => event === 'sent' || acknowledged.includes(key))
    );
    const { voids: _voids, last: _last, ...stands } = life;
    const { voids, last: _lastReplayed, ...again2 } = replayed;
    expect(again2).toEqual(stands);
    expect(voids.size).toBe(0);
    const row = await server.as(admin).web.getList(`${sitePath}/Lists/Enquiries`).items.getById(id)<Record<string, unknown>>();
    const wanted = lifeValues(life);
    expect({
      State: row.State,
      OfficerId: row.OfficerId,
      FromMember: row.FromMember,
      Outcome: row.Outcome ?? '',
      Counted: row.Counted
    }).toEqual({
      ...{
        State: wanted.State,
        OfficerId: wanted.OfficerId,
        FromMember: wanted.FromMember,
        Outcome: wanted.Outcome,
        Counted: wanted.Counted
      }
    });
  }
}, 600_000);
