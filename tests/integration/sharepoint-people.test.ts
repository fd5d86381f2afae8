import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '@pnp/sp/files';
import '@pnp/sp/folders';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/security/web';
import '@pnp/sp/site-groups/web';
import '@pnp/sp/site-users/web';
import '@pnp/sp/webs';
import { refusal } from '../support/refusal';
import { people, TestServer } from '../support/server';
import { withServer } from '../support/with-server';

/** The local SharePoint as PnPjs sees it over HTTP: people and rights. */

const site = withServer();

describe('people', () => {
  test('the current user, users and groups of the accounts are there', async () => {
    expect(await site.sp.web.currentUser()).toMatchObject({
      LoginName: `i:0#.f|membership|${people.owner}`,
      Title: 'Dawn Archer',
      IsSiteAdmin: true
    });
    expect((await site.sp.web.siteUsers.getByEmail(people.member)()).Title).toBe('Amara Whitfield');
    const groups = await site.server.as(people.member).web.currentUser.groups();
    expect(groups.map(({ Title }) => Title)).toEqual(['Memberlink Members']);
    expect((await site.sp.web.siteGroups.getByName('Memberlink Owners').users()).map(({ Email }) => Email)).toEqual([people.owner]);
  });
  test('ensureUser finds accounts by name, claim and e-mail, and nobody else', async () => {
    const byClaim = await site.sp.web.ensureUser(`i:0#.f|membership|${people.officer}`);
    expect((byClaim as unknown as { Id: number }).Id).toBe(
      ((await site.sp.web.ensureUser(people.officer.toUpperCase())) as unknown as { Id: number }).Id
    );
    expect(await refusal(site.sp.web.ensureUser('nobody@nowhere.example'))).toMatchObject({ status: 400 });
  });
  test('who is taken out of a group is out for good, and /_local/accounts says so', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'memberlink-groups-'));
    const first = await TestServer.start({ dataFolder: folder });
    const groupsOf = async (running: TestServer): Promise<string[]> => {
      const accounts = (await (await fetch(`${running.origin}/_local/accounts`)).json()) as { login: string; groups: string[] }[];
      return accounts.find(({ login }) => login === people.member)?.groups ?? [];
    };
    expect(await groupsOf(first)).toEqual(['Memberlink Members']);
    await first
      .as(people.owner)
      .web.siteGroups.getByName('Memberlink Members')
      .users.removeByLoginName(`i:0#.f|membership|${people.member}`);
    await first.stop();
    const second = await TestServer.start({ dataFolder: folder });
    expect(await groupsOf(second)).toEqual([]);
    await second.stop();
    rmSync(folder, { recursive: true });
  });
  test('groups are added, filled, renamed and removed', async () => {
    const { Id } = await site.sp.web.siteGroups.add({ Title: 'Testers' });
    const group = site.sp.web.siteGroups.getById(Id);
    await group.users.add(`i:0#.f|membership|${people.officer}`);
    expect(await group.users()).toHaveLength(1);
    await group.update({ Title: 'Checkers' });
    expect((await site.sp.web.siteGroups.getByName('Checkers')()).Id).toBe(Id);
    await site.sp.web.siteGroups.removeById(Id);
    expect(await refusal(site.sp.web.siteGroups.getById(Id)())).toMatchObject({ status: 404 });
  });
});

describe('rights', () => {
  test('who has none at all is refused everywhere', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'memberlink-rights-'));
    const other = await TestServer.start({ dataFolder: folder });
    const owner = other.as(people.owner);
    const [{ Id: visitors } = { Id: 0 }] = await owner.web.siteGroups.filter("Title eq 'Members Visitors'")();
    await owner.web.roleAssignments.remove(visitors, 1073741826);
    for (const path of [
      'web',
      'web/lists',
      'web/siteusers',
      'web/currentuser',
      "web/lists/getByTitle('Site Pages')/items(1)",
      "web/lists/getByTitle('Site Pages')/rootFolder/files",
      "web/getFileByServerRelativePath(decodedUrl='/sites/members/SitePages/Members.aspx')/$value",
      'web/roleassignments',
      'site'
    ]) {
      expect([path, (await other.request(people.officer, path)).status]).toEqual([path, 403]);
    }
    await other.stop();
    rmSync(folder, { recursive: true });
  });

  test('who is in a group is told to its members and to who manages permissions', async () => {
    const members = async (login: string): Promise<number> =>
      (await site.server.request(login, "web/sitegroups/getByName('Memberlink Restricted Enquiries')/users")).status;
    expect(await members(people.member)).toBe(403);
    expect(await members('m.stone@wexcombe.example')).toBe(200);
    expect(await members(people.owner)).toBe(200);
    expect((await site.server.request(people.member, 'web/roleassignments')).status).toBe(403);
  });

  test('everyone reads; only who has a level that allows it writes', async () => {
    const officer = site.server.as(people.officer);
    await site.sp.web.lists.add('Guarded');
    expect(await officer.web.lists.getByTitle('Guarded').items()).toEqual([]);
    for (const attempt of [
      officer.web.lists.getByTitle('Guarded').items.add({ Title: 'x' }),
      officer.web.lists.add('Mine'),
      officer.web.lists.getByTitle('Guarded').delete(),
      officer.web.siteGroups.add({ Title: 'Mine' }),
      officer.web.update({ Title: 'Mine' })
    ]) {
      expect(await refusal(attempt)).toMatchObject({ status: 403, code: '-2147024891, System.UnauthorizedAccessException' });
    }
    const { Id } = await officer.web.currentUser();
    await site.sp.web.roleAssignments.add(Id, 1073741827);
    await officer.web.lists.getByTitle('Guarded').items.add({ Title: 'now allowed' });
    await site.sp.web.roleAssignments.remove(Id, 1073741827);
    expect(await refusal(officer.web.lists.getByTitle('Guarded').items.add({ Title: 'x' }))).toMatchObject({ status: 403 });
  });
});
