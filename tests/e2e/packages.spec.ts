import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foreignPackage } from '../support/foreign-package';
import { people, TestServer } from '../support/server';
import { expect, packageAlone, signIn, test } from './fixture';

test("other people's packages are installed beside Memberlink, a page for each web part", async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'memberlink-foreign-'));
  const ours = packageAlone();
  const file = join(folder, 'foreign.sppkg');
  writeFileSync(file, foreignPackage());
  const server = await TestServer.start({ packages: [ours.file, file] });
  try {
    await signIn(page, server, people.officer);
    await page.getByRole('link', { name: 'ForeignFirst of somebody else' }).click();
    const first = page.locator('[data-alias="ForeignFirst"]');
    await expect(first).toHaveText('Good day &lt;world&gt;');
    await expect(first).toHaveAttribute('data-site', 'Members');
    await expect(page.locator('body')).toHaveAttribute('data-chunk', 'loaded');
    await expect(first).toHaveAttribute('data-token', `local:${people.officer}`);
    await expect(first).toHaveAttribute('data-graph', 'Peter Nowak');
    await expect(first).toHaveAttribute('data-presence', '403 Forbidden');
    await expect(first).toHaveAttribute('data-refused', /AADSTS65001/);
    await page.getByRole('link', { name: 'ForeignSecond of somebody else' }).click();
    await expect(page.locator('[data-alias="ForeignSecond"]')).toHaveText('the second web part of Peter Nowak: world');
    await page.getByRole('list').getByRole('link', { name: 'Members' }).click();
    await expect(page.locator('[data-alias="MemberProfiles"]')).toContainText('The list “Wards” is missing');
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
    rmSync(ours.folder, { recursive: true });
  }
});
