import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { provision } from '../../sharepoint/provisioning/provision';
import { runCommand } from '../support/command';
import { people, project, TestServer } from '../support/server';
import { expect, packageAlone, signIn, test } from './fixture';

/** Real councils' feeds, where they are beside the project: they are not part of it. */
const feeds = join(project, '../shared/data/moderngov');

/** File, and members on the screen; or what is said of a file that is no feed. */
const expected: [string, number | RegExp][] = [
  ['argyll-bute.gov.uk', 35],
  ['barking-dagenham.gov.uk', 51],
  ['cardiff.co.uk', 75],
  ['doncaster.co.uk', 56],
  ['dover.gov.uk', 45],
  ['erewash.gov.uk', 47],
  ['huntingdonshire.gov.uk', 52],
  ['kirklees.gov.uk', 69],
  ['lbbd.gov.uk', 51],
  ['leeds.gov.uk', /is an HTML page with the title "Error"/],
  ['london.gov.uk', 26],
  ['oadby-wigston.gov.uk', 26],
  ['online.eastherts.gov.uk', /The feed has 0 members/],
  ['staffordshire.gov.uk', 62]
];

for (const [name, result] of expected) {
  test(`the feed ${name}`, async ({ page }) => {
    test.skip(!existsSync(feeds), 'The real feeds are not here.');
    const { folder, file } = packageAlone();
    const server = await TestServer.start({ packages: [file] });
    try {
      await provision(server.as(people.owner), () => undefined);
      const parameters = ['--from', join(feeds, `${name}.xml`), '--site', server.siteUrl];
      const first = await runCommand('import', parameters);
      if (typeof result !== 'number') {
        expect(first.status).toBe(1);
        expect(first.output).toMatch(result);
        return;
      }
      expect(first.status).toBe(0);
      expect(first.output).toContain(`${result} added, 0 changed, 0 left, 0 unchanged, 0 skipped.`);
      const second = await runCommand('import', parameters);
      expect(second.output).toContain(`0 added, 0 changed, 0 left, ${result} unchanged, 0 skipped.`);
      expect(second.output).toContain('Nothing to change.');
      await signIn(page, server, people.officer);
      await page.goto(`${server.siteUrl}/SitePages/Members.aspx`);
      await expect(page.getByText(`${result} members in `)).toBeVisible();
      await expect(page.locator('[data-alias="MemberProfiles"] li h3')).toHaveCount(result);
    } finally {
      await server.stop();
      rmSync(folder, { recursive: true });
    }
  });
}
