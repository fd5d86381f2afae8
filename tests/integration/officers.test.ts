import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import { provision } from '../../sharepoint/provisioning/provision';
import { readUnresolved } from '../../src/data/officers/accounts';
import { readDirectoryBackground } from '../../src/data/officers/background';
import {
  readCovers,
  readOfficer,
  readOfficerDirectory,
  readOfficersBeginning,
  readOfficersByLetter,
  readOfficersOf
} from '../../src/data/officers/directory';
import { Corrections } from '../../src/data/corrections';
import type { Correction } from '../../src/domain/correction';
import { firstContact } from '../../src/domain/officers/contact';
import { officerAsSubject, serviceAsSubject, type OfficerDirectory } from '../../src/domain/officers/officer';
import { control } from '../support/api';
import { people } from '../support/server';
import { withServer } from '../support/with-server';

/** The directory read from lists that pass SharePoint's threshold, and what it costs. */

const site = withServer();
const path = '/sites/members';
const list = (name: string): ReturnType<typeof site.sp.web.getList> => site.sp.web.getList(`${path}/Lists/${name}`);
const today = '2026-11-27';
const add = async (name: string, row: object): Promise<number> =>
  ((await list(name).items.add(row as Record<string, unknown>)) as { Id: number }).Id;

/** How many requests reach the server while something is read. */
async function requestsOf<T>(work: () => Promise<T>): Promise<{ result: T; requests: number }> {
  await fetch(`${site.server.origin}/_local/log`, { method: 'DELETE' });
  const result = await work();
  const log = (await (await fetch(`${site.server.origin}/_local/log`)).json()) as { requests: { address: string }[] };
  return { result, requests: log.requests.filter(({ address }) => address.includes('/_api/')).length };
}

let ids: Record<'waste' | 'parks' | 'liaison' | 'second' | 'third' | 'head', number>;
const member = (): ReturnType<typeof site.server.as> => site.server.as(people.member);

beforeAll(async () => {
  await provision(site.sp, () => undefined);
  const waste = await add('Services', { Title: 'Waste', Topics: 'missed bin\npotholes', Directorate: 'Environment' });
  const parks = await add('Services', { Title: 'Parks', GeneralContact: true });
  const officer = (name: string, details: object): Promise<number> =>
    add('Officers', {
      Title: name,
      GivenName: name.split(' ')[0],
      Surname: name.split(' ')[1],
      Seniority: 'Officer',
      ServiceId: waste,
      ...details
    });
  const away = { AwayFrom: '2026-11-02T12:00:00Z', AwayTo: '2026-12-24T12:00:00Z' };
  const third = await officer('Cy Chard', {});
  const second = await officer('Bo Baker', { ...away, CoverId: third });
  const head = await officer('Hal Head', { Seniority: 'Head of service' });
  const liaison = await officer('Ann Able', { ...away, Role: 'Liaison officer', CoverId: second, Email: people.owner });
  await list('Services').items.getById(waste).update({ HeadOfServiceId: head });
  await add('ClosureDays', { Title: 'Boxing Day', Day: '2026-12-28T12:00:00Z' });
  ids = { waste, parks, liaison, second, third, head };
  await control(site.server, 'seed', {
    list: 'Officers',
    count: 6000,
    items: [{ Title: 'Zed Number{n}', GivenName: 'Zed', Surname: 'Number{n}', JobTitle: 'Clerk', Seniority: 'Officer', ServiceId: parks }]
  });
}, 120_000);

test('services, liaison officers and heads come in one request, and one more for a cover who is neither', async () => {
  const { result, requests } = await requestsOf(() => readOfficerDirectory(member(), path, today));
  expect([...result.officers.keys()].sort()).toEqual([ids.liaison, ids.second, ids.third, ids.head].sort());
  expect(result.services.map(({ title }) => title)).toEqual(['Parks', 'Waste']);
  expect(result.closures).toEqual(new Set(['2026-12-28']));
  expect(requests).toBe(2);
});

test('chains of different lengths are followed as far as they are known before anybody is asked for', async () => {
  const person = (name: string, details: object): Promise<number> =>
    add('Officers', { Title: name, Surname: name, Seniority: 'Officer', ...details });
  const away = { AwayFrom: '2026-11-02T12:00:00Z', AwayTo: '2026-12-24T12:00:00Z' };
  const last = await person('Last', {});
  const middle = await person('Middle', { ...away, CoverId: last });
  const present = await person('Present', {});
  const liaison = [
    await person('First', { ...away, Role: 'Liaison officer', CoverId: middle }),
    await person('Other', { ...away, Role: 'Liaison officer', CoverId: present })
  ];
  const { result, requests } = await requestsOf(() => readOfficerDirectory(member(), path, today));
  expect([last, middle, present, ...liaison].every((id) => result.officers.has(id))).toBe(true);
  expect(requests).toBe(2);
  for (const id of [...liaison, middle, present, last]) await list('Officers').items.getById(id).delete();
});

test('who covers for an officer whom the directory does not hold is read with them', async () => {
  const { officers } = await readOfficerDirectory(member(), path, today);
  const zed = await add('Officers', {
    Title: 'Zed Away',
    Surname: 'Away',
    Seniority: 'Officer',
    AwayFrom: '2026-11-02T12:00:00Z',
    CoverId: ids.third
  });
  const zoe = await add('Officers', {
    Title: 'Zoe Away',
    Surname: 'Away',
    Seniority: 'Officer',
    AwayFrom: '2026-11-02T12:00:00Z',
    CoverId: zed
  });
  const officer = await readOfficer(member(), path, zoe);
  if (!officer) throw new Error('She is not there.');
  const known = new Map([...officers].filter(([id]) => id !== ids.third));
  expect((await readCovers(member(), path, officer, known)).map(({ id }) => id)).toEqual([zoe, zed, ids.third]);
  for (const id of [zed, zoe]) await list('Officers').items.getById(id).delete();
});

test('a change to an officer or a service is suggested by anybody and carried out by an owner', async () => {
  const { officers, services } = await readOfficerDirectory(member(), path, today);
  const officer = officers.get(ids.head);
  const service = services.find(({ id }) => id === ids.waste);
  if (!officer || !service) throw new Error('They are not there.');
  const own = new Corrections(member(), path);
  await own.add(officerAsSubject(officer), 'Hal Head: Works', { detail: 'WorkingPattern', proposed: 'Mon to Wed', remark: '' });
  await own.add(serviceAsSubject(service), 'Waste: Topics', { detail: 'Topics', proposed: 'missed bin\nnappies', remark: '' });
  const owner = new Corrections(site.sp, path);
  expect(await owner.open(['member'])).toEqual([]);
  const open = await owner.open(['officer', 'service']);
  expect(open.map(({ subject: { kind, name } }) => [kind, name])).toEqual([
    ['officer', 'Hal Head'],
    ['service', 'Waste']
  ]);
  await expect(own.apply(open[0] as Correction, '')).rejects.toThrow();
  for (const correction of await owner.open(['officer', 'service'])) expect(await owner.apply(correction, '')).toEqual({ kind: 'done' });
  const changed = await readOfficerDirectory(member(), path, today);
  expect(changed.officers.get(ids.head)?.workingPattern).toBe('Mon to Wed');
  expect(changed.services.find(({ id }) => id === ids.waste)?.topics).toEqual(['missed bin', 'nappies']);
  expect((await own.of('officer', ids.head)).map(({ state }) => state)).toEqual(['applied']);
});

test('the first contact is whoever covers for the cover', async () => {
  const directory: OfficerDirectory = await readOfficerDirectory(member(), path, today);
  const waste = directory.services.find(({ id }) => id === ids.waste);
  expect(waste && firstContact(waste, today, directory)).toMatchObject({
    kind: 'cover',
    officer: { id: ids.third },
    for: { id: ids.liaison }
  });
});

test.each([
  ['beginnings of names', (): Promise<{ name: string }[]> => readOfficersBeginning(member(), path, ['ch', "o'"]), ['Cy Chard']],
  ['a letter', (): Promise<{ name: string }[]> => readOfficersByLetter(member(), path, 'B'), ['Bo Baker']]
])('officers by %s come in one request, however long the list', async (_, read, names) => {
  const { result, requests } = await requestsOf(read);
  expect(result.map(({ name }) => name)).toEqual(names);
  expect(requests).toBe(1);
});

test('officers of a service and single ones too', async () => {
  expect((await readOfficersOf(member(), path, ids.waste)).map(({ id }) => id).sort()).toEqual(
    [ids.liaison, ids.second, ids.third, ids.head].sort()
  );
  expect(await readOfficer(member(), path, ids.head)).toMatchObject({ name: 'Hal Head', seniority: 'Head of service' });
  expect(await readOfficer(member(), path, 999_999)).toBeUndefined();
});

test('people whom Microsoft 365 does not know are told', async () => {
  const { officers } = await readOfficerDirectory(site.sp, path, today);
  const known = officers.get(ids.liaison);
  const gone = known && { ...known, id: 7, email: 'gone@wexcombe.example' };
  expect(await readUnresolved(site.sp, known && gone ? [known, gone] : [])).toEqual([gone]);
});

test('without the lists of suggestions and closures the directory stands all the same', async () => {
  expect((await readDirectoryBackground(site.sp, path)).isOwner).toBe(true);
  expect((await readDirectoryBackground(member(), path)).isOwner).toBe(false);
  await list('Corrections').delete();
  await list('ClosureDays').delete();
  expect(await readDirectoryBackground(site.sp, path)).toEqual({ isOwner: false, openCorrections: 0 });
  expect((await readOfficerDirectory(member(), path, today)).closures.size).toBe(0);
  await list('Officers').delete();
  await expect(readOfficerDirectory(member(), path, today)).rejects.toThrow('missing list: Officers');
});
