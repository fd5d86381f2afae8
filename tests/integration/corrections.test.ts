import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import { provision } from '../../sharepoint/provisioning/provision';
import { Corrections } from '../../src/data/corrections';
import { readBackground } from '../../src/data/members/places';
import { toMember, type MemberRow } from '../../src/data/members/profile-rows';
import type { Correction } from '../../src/domain/correction';
import { memberAsSubject, type Member } from '../../src/domain/members/member';
import { people } from '../support/server';
import { withServer } from '../support/with-server';

/** Suggested changes, as several people see and decide them. */

const site = withServer();
const path = '/sites/members';
const list = (name: string): ReturnType<typeof site.sp.web.getList> => site.sp.web.getList(`${path}/Lists/${name}`);
const storeOf = (login: string): Corrections => new Corrections(site.server.as(login), path);
const row = (): Promise<MemberRow> => list('Members').items.getById(1)<MemberRow>();

let member: Member;
beforeAll(async () => {
  await provision(site.sp, () => undefined);
  await list('Members').items.add({ Title: 'Ann Able', Surname: 'Able', Status: 'Serving', Phone: '01632 960001' });
});
beforeEach(async () => {
  await list('Members').items.getById(1).update({ Phone: '01632 960001' });
  member = toMember(await row());
});

async function suggested(proposed: string): Promise<Correction> {
  await storeOf(people.member).add(memberAsSubject(member), 'Ann Able: Phone', { detail: 'Phone', proposed, remark: '' });
  const found = (await storeOf(people.owner).open(['member'])).find((one) => one.proposed === proposed);
  if (!found) throw new Error('The owner does not see the suggestion.');
  return found;
}
const stateOf = async (id: number): Promise<Correction | undefined> =>
  (await storeOf(people.owner).of('member', 1)).find((one) => one.id === id);

test('is applied, and says so to who suggested it', async () => {
  const correction = await suggested('01632 960002');
  expect(await storeOf(people.owner).apply(correction, 'Thank you')).toEqual({ kind: 'done' });
  expect((await row()).Phone).toBe('01632 960002');
  const [own] = await storeOf(people.member).of('member', 1);
  expect(own).toMatchObject({ state: 'applied', answer: 'Thank you' });
});

test('what another owner declined meanwhile is not written into the profile', async () => {
  const correction = await suggested('01632 960003');
  await storeOf(people.owner).decline(correction, 'Wrong number');
  expect(await storeOf(people.owner).apply(correction, '')).toEqual({ kind: 'handled already' });
  expect((await row()).Phone).toBe('01632 960001');
  expect(await stateOf(correction.id)).toMatchObject({ state: 'declined', answer: 'Wrong number' });
});

test('nor is what its author changed after the owner read it', async () => {
  const correction = await suggested('01632 960004');
  await site.server
    .as(people.member)
    .web.getList(`${path}/Lists/Corrections`)
    .items.getById(correction.id)
    .update({ Proposed: '01632 960999' });
  expect(await storeOf(people.owner).apply(correction, '')).toEqual({ kind: 'handled already' });
  expect((await row()).Phone).toBe('01632 960001');
});

test('a profile that was changed meanwhile is said so first, and then written all the same', async () => {
  const correction = await suggested('01632 960005');
  await list('Members').items.getById(1).update({ Phone: '01632 960888' });
  expect(await storeOf(people.owner).apply(correction, '')).toEqual({ kind: 'changed meanwhile', now: '01632 960888' });
  expect(await stateOf(correction.id)).toMatchObject({ state: 'open' });
  expect(await storeOf(people.owner).apply(correction, '', true)).toEqual({ kind: 'done' });
  expect((await row()).Phone).toBe('01632 960005');
});

test('who is no owner sees and changes their own only', async () => {
  const correction = await suggested('01632 960006');
  expect((await storeOf(people.officer).open(['member'])).map(({ id }) => id)).not.toContain(correction.id);
  await expect(storeOf(people.officer).decline(correction, '')).rejects.toThrow();
  await expect(storeOf(people.member).apply(correction, '')).rejects.toThrow();
  expect((await row()).Phone).toBe('01632 960001');
});

test('without the list of suggestions, bodies and appointments are shown all the same', async () => {
  const body = (await list('Bodies').items.add({ Title: 'Planning', Kind: 'Committee' })) as { Id: number };
  await list('Appointments').items.add({ MemberId: 1, BodyId: body.Id, Role: 'Chair' });
  await list('Corrections').delete();
  const background = await readBackground(site.server.as(people.owner), path, '2026-11-27');
  expect(background.places.byMember.get(1)).toMatchObject([{ role: 'Chair' }]);
  expect([background.isOwner, background.openCorrections]).toEqual([false, 0]);
});
