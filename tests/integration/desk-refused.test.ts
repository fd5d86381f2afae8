import '@pnp/sp/folders';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import { addToFolder } from '../../src/data/enquiries/folder-items';
import {
  actionNames,
  lifeStates,
  transit,
  transitionOf,
  type ActionName,
  type Actor,
  type LifeState
} from '../../src/domain/enquiries/life';
import { enquiries, enquiryMessages, officerNotes, type ListDefinition } from '../../src/lists';
import { act, atDesk, open, type AtDesk } from '../support/desk';
import { casework, cast, fillEnquirySite, ids, raise, sitePath, writer, type Person, type Writer } from '../support/enquiries';
import { TestServer } from '../support/server';

/** What somebody may not do, tried past the screens: over REST, as the wrong person, in each state. */

let server: TestServer;
let amaraWrites: Writer;
const desks = new Map<Person, AtDesk>();
/** A ward matter, which a colleague sees too, in each state. */
const inState = new Map<LifeState, number>();
const wrongPeople: readonly [Person, Actor][] = [
  ['amara', 'member'],
  ['tom', 'colleague'],
  ['support', 'support'],
  ['handler', 'handler']
];
const folder = { kind: 'ward', wardId: ids.castle } as const;

const desk = (person: Person): AtDesk => {
  const found = desks.get(person);
  if (!found) throw new Error('Nobody');
  return found;
};

beforeAll(async () => {
  server = await TestServer.start();
  await fillEnquirySite(server);
  amaraWrites = await writer(server, cast.amara, new Date());
  for (const person of ['amara', 'tom', 'support', 'handler', 'liaison', 'monitoring', 'officer', 'rashid'] as const) {
    desks.set(person, await atDesk(server, cast[person]));
  }
  const officer = { officer: { id: ids.priya, name: 'Priya Raman' } };
  for (const state of lifeStates) {
    const id = (await raise(amaraWrites, { ...casework, kind: 'ward-issue', questions: {}, summary: `Is ${state}` }))[0]?.id ?? 0;
    inState.set(state, id);
    if (state === 'acknowledged') await act(desk('liaison'), 'handler', id, 'acknowledge', officer);
    if (state === 'inProgress') await act(desk('liaison'), 'handler', id, 'update', { text: 'On it' });
    if (state === 'waiting') await act(desk('liaison'), 'handler', id, 'ask', { text: 'Which?' });
    if (state === 'answered') await act(desk('liaison'), 'handler', id, 'reply', { text: 'Done' });
    if (state === 'closed') await act(desk('liaison'), 'handler', id, 'close', { outcome: 'done' });
    if (state === 'withdrawn') await act(desk('amara'), 'member', id, 'withdraw', {});
  }
});
afterAll(() => server.stop());

/** A message as somebody can send it by hand. */
function forge(by: AtDesk, list: ListDefinition, id: number, event: string, key: string): Promise<unknown> {
  const details = {
    officer: { id: 2, name: 'Dee Long' },
    service: { id: 2, name: 'Council housing' },
    replyBy: '2099-12-01',
    outcome: 'done',
    other: id
  };
  return addToFolder(by.sp.web.getList(`${sitePath}/${list.url}`), sitePath, list, folder, [
    { FieldName: 'Title', FieldValue: 'Forged' },
    { FieldName: 'Enquiry', FieldValue: String(id) },
    ...(list === enquiryMessages
      ? [
          { FieldName: 'MessageKey', FieldValue: key },
          { FieldName: 'Event', FieldValue: event },
          { FieldName: 'Details', FieldValue: JSON.stringify(details) }
        ]
      : []),
    { FieldName: 'Text', FieldValue: 'Forged' }
  ]);
}

const standing = { isOfficers: false, isRestricted: false, isPastOpenDays: false, hasOfficer: true };
const refused = wrongPeople.flatMap(([person, actor]) =>
  actionNames.flatMap((action) =>
    lifeStates.flatMap((state) => ('refused' in transit(action, actor, { ...standing, state }) ? [{ person, actor, action, state }] : []))
  )
);

test('there are refusals for each person', () => {
  expect(new Set(refused.map(({ person }) => person)).size).toBe(wrongPeople.length);
  expect(refused.length).toBeGreaterThan(200);
});

test.each(wrongPeople)('%s: nothing that they may not do counts, in any state', async (person, actor) => {
  const by = desk(person);
  for (const state of lifeStates) {
    const id = inState.get(state) ?? 0;
    const before = await open(desk('monitoring'), id);
    const tried: ActionName[] = refused.filter((one) => one.actor === actor && one.state === state).map(({ action }) => action);
    for (const action of tried) {
      // The desk says why; SharePoint would have let the message in, since everybody who sees an enquiry may add one.
      if (action !== 'restrict' || actor !== 'handler')
        await forge(by, enquiryMessages, id, transitionOf(action).event, `${person}-${state}-${action}`);
    }
    const after = await open(desk('monitoring'), id);
    const { voids, last: _last, ...stands } = after?.life ?? { voids: new Map<number, string>(), last: 0 };
    const { voids: _voids, last: _before, ...stood } = before?.life ?? { voids: new Map<number, string>(), last: 0 };
    expect([state, stands]).toEqual([state, stood]);
    const forged = (after?.messages ?? []).filter(({ key }) => key.startsWith(`${person}-${state}-`));
    expect(forged.every((message) => voids.has(message.id))).toBe(true);
  }
});

test.each<Person>(['officer', 'rashid'])('%s, who does not see the enquiry, cannot add to it', async (person) => {
  const id = inState.get('new') ?? 0;
  for (const list of [enquiryMessages, officerNotes]) await expect(forge(desk(person), list, id, 'reply', 'x')).rejects.toThrow();
  expect(await open(desk(person), id)).toBeUndefined();
});

test.each<Person>(['amara', 'tom', 'support', 'officer'])(
  '%s can neither change the row nor a message, nor write a note',
  async (person) => {
    const id = inState.get('new') ?? 0;
    const { web } = desk(person).sp;
    await expect(web.getList(`${sitePath}/${enquiries.url}`).items.getById(id).update({ State: 'Closed' })).rejects.toThrow();
    await expect(web.getList(`${sitePath}/${enquiries.url}`).items.getById(id).delete()).rejects.toThrow();
    const message = (await open(desk('monitoring'), id))?.messages[0]?.id ?? 0;
    await expect(
      web.getList(`${sitePath}/${enquiryMessages.url}`).items.getById(message).update({ Text: 'Other words' })
    ).rejects.toThrow();
    await expect(forge(desk(person), officerNotes, id, '', '')).rejects.toThrow();
  }
);

test('officers who handle enquiries change no message either', async () => {
  const message = (await open(desk('monitoring'), inState.get('new') ?? 0))?.messages[0]?.id ?? 0;
  const item = desk('handler').sp.web.getList(`${sitePath}/${enquiryMessages.url}`).items.getById(message);
  await expect(item.update({ Text: 'Other words' })).rejects.toThrow();
  await expect(item.delete()).rejects.toThrow();
});
