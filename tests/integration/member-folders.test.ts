import '@pnp/sp/folders';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/security/item';
import '@pnp/sp/site-users/web';
import { ensureMemberFolders, type FolderOptions, type FolderResult } from '../../sharepoint/provisioning/member-folders';
import { enquiryLists, levels } from '../../src/lists';
import { api, merge } from '../support/api';
import { runCommand } from '../support/command';
import { cast, casework, fillEnquirySite, ids, raise, sitePath, writer } from '../support/enquiries';
import { people, TestServer } from '../support/server';

let server: TestServer;
beforeEach(async () => {
  server = await TestServer.start();
  await fillEnquirySite(server);
});
afterEach(() => server.stop());

const sp = (): ReturnType<TestServer['as']> => server.as(people.owner);
async function run(options: Partial<FolderOptions> = {}): Promise<FolderResult & { lines: string[] }> {
  const lines: string[] = [];
  const result = await ensureMemberFolders(sp(), { changed: (line) => lines.push(line), differs: (line) => lines.push(line), ...options });
  return { ...result, lines };
}
const member = (id: number): ReturnType<ReturnType<ReturnType<TestServer['as']>['web']['getList']>['items']['getById']> =>
  sp().web.getList(`${sitePath}/Lists/Members`).items.getById(id);
/** Whether somebody sees a folder of Enquiries. */
async function sees(login: string, folder: string): Promise<boolean> {
  const answer = await api(server, login).send(`web/getFolderByServerRelativePath(decodedUrl='${sitePath}/Lists/Enquiries/${folder}')`);
  return answer.ok && ((await answer.json()) as { Exists: boolean }).Exists;
}
const folderItem = async (folder: string): Promise<ReturnType<typeof member>> => {
  const { Id } = await sp().web.getFolderByServerRelativePath(`${sitePath}/Lists/Enquiries/${folder}`).getItem<{ Id: number }>('Id');
  return sp().web.getList(`${sitePath}/Lists/Enquiries`).items.getById(Id);
};
const level = (name: string): Promise<{ Id: number }> => sp().web.roleDefinitions.getByName(name).select('Id')<{ Id: number }>();

test('every member and ward has its folders in every list; a second run changes nothing', async () => {
  const { folders, changes, differences } = await run();
  expect({ changes, differences }).toEqual({ changes: 0, differences: 0 });
  // Four members with a restricted folder each, two wards.
  expect(folders).toBe((4 * 2 + 2) * enquiryLists.length);
});

test('who leaves the council loses their folders at once, and what stands in them stays', async () => {
  const tom = await writer(server, cast.tom);
  const [sent] = await raise(tom, { ...casework, memberId: undefined });
  await member(ids.tom).update({ Status: 'Former' });
  const { lines } = await run();
  expect(lines).toContain(`Took ${levels.raise.name} on Enquiries/member-2 from Tom Haldane`);
  expect(lines).toContain(`Took ${levels.raise.name} on EnquiryDocuments/member-2/restricted from Tom Haldane`);
  expect(lines).toContain(`Took ${levels.raise.name} on EnquiryMessages/ward-1 from Tom Haldane`);
  for (const folder of ['member-2', 'member-2/restricted', 'ward-1']) expect(await sees(cast.tom, folder)).toBe(false);
  expect((await api(server, cast.tom).send(`web/getList('${sitePath}/Lists/Enquiries')/items(${sent?.id})`)).status).toBe(404);
  expect((await api(server, cast.liaison).send(`web/getList('${sitePath}/Lists/Enquiries')/items(${sent?.id})`)).status).toBe(200);
  expect((await run()).changes).toBe(0);
});

test('a member who moves to another ward hands the old ward’s folder over', async () => {
  await member(ids.tom).update({ WardId: ids.quay });
  await run();
  expect(await sees(cast.tom, 'ward-1')).toBe(false);
  expect(await sees(cast.tom, 'ward-2')).toBe(true);
  expect(await sees(cast.amara, 'ward-1')).toBe(true);
});

test('new members and wards get theirs; the account counts before the e-mail address', async () => {
  await sp().web.getList(`${sitePath}/Lists/Wards`).items.add({ Title: 'Canal' });
  const { Id } = await sp().web.ensureUser('e.marsh@wexcombe.example');
  await sp()
    .web.getList(`${sitePath}/Lists/Members`)
    .items.add({ Title: 'Ellen Marsh', WardId: 3, Status: 'Serving', Email: cast.amara, AccountId: Id });
  const { lines, changes } = await run();
  expect(changes).toBe(2);
  expect(lines).toEqual(['Added 12 folders', 'Gave 12 folders permissions of their own']);
  expect(await sees('e.marsh@wexcombe.example', 'ward-3')).toBe(true);
  expect(await sees(cast.amara, 'member-5')).toBe(false);
});

test('a member whom nobody can sign in as is told of, and their folder waits', async () => {
  await sp().web.getList(`${sitePath}/Lists/Members`).items.add({ Title: 'Nobody Yet', Status: 'Serving', Email: 'n.yet@nowhere.example' });
  const { lines, differences, withoutAccount } = await run();
  expect({ differences, withoutAccount }).toEqual({ differences: 0, withoutAccount: 1 });
  expect(lines.join('\n')).toContain('No account: Nobody Yet has an e-mail address (n.yet@nowhere.example) that nobody signs in with');
  expect(await sees(cast.liaison, 'member-5')).toBe(true);
});

test('what somebody gave by hand is told of, and taken away with --repair', async () => {
  const { Id: officer } = await sp().web.ensureUser(cast.officer);
  await (await folderItem('member-1/restricted')).roleAssignments.add(officer, (await level('Read')).Id);
  // What is ours and was taken or changed by hand is mended without being asked.
  const liaison = await sp().web.siteGroups.getByName('Memberlink Liaison Officers').select('Id')<{ Id: number }>();
  const ward = await folderItem('ward-2');
  await ward.roleAssignments.remove(liaison.Id, (await level(levels.handle.name)).Id);
  await ward.roleAssignments.add(liaison.Id, (await level('Full Control')).Id);
  const { lines, differences } = await run();
  expect(lines).toEqual(
    expect.arrayContaining([
      'Differs: Peter Nowak has Read on Enquiries/member-1/restricted, given by hand. --repair takes it away',
      'Took Full Control on Enquiries/ward-2 from Memberlink Liaison Officers',
      `Gave Memberlink Liaison Officers ${levels.handle.name} on Enquiries/ward-2`
    ])
  );
  expect(differences).toBe(1);
  expect(await sees(cast.officer, 'member-1/restricted')).toBe(true);
  const { status, output } = await runCommand('provision', ['--members', '--repair', '--site', server.siteUrl]);
  expect(output).toContain('Took Read on Enquiries/member-1/restricted from Peter Nowak');
  expect(output).toContain('40 folders of members and wards: 1 change, 0 differences left to look at.');
  expect(status).toBe(0);
  expect(await sees(cast.officer, 'member-1/restricted')).toBe(false);
});

test('folders of a member whose row was deleted keep no member’s rights', async () => {
  await member(ids.rashid).delete();
  expect(await sees(cast.rashid, 'member-3')).toBe(true);
  await run({ repair: true });
  expect(await sees(cast.rashid, 'member-3')).toBe(false);
  expect(await sees(cast.rashid, 'member-3/restricted')).toBe(false);
  expect(await sees(cast.liaison, 'member-3')).toBe(true);
});

test('a run that was stopped is finished by the next; a folder in between is seen by nobody', async () => {
  await sp()
    .web.getList(`${sitePath}/Lists/Members`)
    .items.add({ Title: 'Ellen Marsh', Status: 'Serving', Email: 'e.marsh@wexcombe.example' });
  for (const part of ['addSubFolder', 'breakroleinheritance', 'addroleassignment']) {
    await fetch(`${server.origin}/_local/faults`, {
      method: 'PUT',
      body: JSON.stringify({ seed: 1, rules: [{ fault: 'drop', when: 'after', path: part, times: 1 }] })
    });
    await expect(run()).rejects.toThrow();
    await fetch(`${server.origin}/_local/faults`, { method: 'DELETE' });
    for (const login of [cast.amara, cast.officer]) expect(await sees(login, 'member-5')).toBe(false);
  }
  await run();
  expect(await sees('e.marsh@wexcombe.example', 'member-5/restricted')).toBe(true);
  expect((await run()).changes).toBe(0);
});

test('sharing by members is turned off, and lockdown mode is warned of', async () => {
  await api(server, people.owner).send('web', { MembersCanShare: true }, merge);
  await api(server, people.owner).done('site/features/add', {
    featureId: '7c637b23-06c4-472d-9a9a-7c175762c5c4',
    force: false,
    featdefScope: 0
  });
  const { lines } = await run();
  expect(lines.join('\n')).toContain('Turned off that members of the site share it');
  expect(lines.join('\n')).toContain('lockdown mode');
  expect(await sp().web.select('MembersCanShare')()).toMatchObject({ MembersCanShare: false });
});

test('--repair is refused without --members', async () => {
  const { status, output } = await runCommand('provision', ['--repair', '--site', server.siteUrl]);
  expect(status).toBe(1);
  expect(output).toContain('--repair goes with --members.');
});
