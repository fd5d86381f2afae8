import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foreignPackage } from '../support/foreign-package';
import { people, TestServer } from '../support/server';
import { test as base, expect, expectAccessible, expectNoSidewaysScrolling, signIn } from './fixture';

/** Pages of the local SharePoint with web parts that are not Memberlink's: edit mode, property pane, themes of sections. */

const webParts = [{ alias: 'ForeignFirst' }];
const site = {
  path: '/sites/members',
  title: 'Members',
  organisation: 'Test Council',
  pages: [
    {
      name: 'Several',
      title: 'Several',
      sections: [
        {
          columns: [
            { width: 6, webParts },
            { width: 6, webParts: [{ alias: 'ForeignFirst', properties: { who: 'you' } }, { alias: 'ForeignSecond' }] }
          ]
        },
        { emphasis: 1 as const, columns: [{ width: 12, webParts }] },
        { emphasis: 2 as const, columns: [{ width: 12, webParts }] },
        { emphasis: 3 as const, columns: [{ width: 12, webParts }] }
      ]
    }
  ]
};

const test = base.extend<{ site: TestServer }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads which fixtures are used from the pattern.
  site: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'memberlink-foreign-'));
    const file = join(folder, 'foreign.sppkg');
    writeFileSync(file, foreignPackage());
    const server = await TestServer.start({ packages: [file], site });
    await use(server);
    await server.stop();
    rmSync(folder, { recursive: true });
  }
});

test('properties are edited in the pane, published, and seen by everybody', async ({ page, site: server }) => {
  await signIn(page, server, people.owner);
  await page.goto(`${server.siteUrl}/SitePages/Several.aspx`);
  const first = page.locator('[data-alias="ForeignFirst"]').nth(0);
  await expect(first).toHaveText('Good day &lt;world&gt;');
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await expect(first).toHaveAttribute('data-mode', '2');
  await page.getByRole('button', { name: 'Edit properties of ForeignFirst of somebody else' }).nth(0).click();
  const pane = page.getByRole('dialog');
  await expect(pane).toContainText('How to greet');
  await pane.getByLabel('Who').fill('everybody');
  await expect(first).toHaveText('Good day &lt;everybody&gt;');
  await expect(pane.getByLabel('Who')).toBeFocused();
  await pane.getByLabel('Who').fill('');
  await expect(pane.getByRole('alert').first()).toHaveText('Say who.');
  await pane.getByLabel('Who').fill('no answer');
  await expect(pane.getByRole('alert').first()).toHaveText('Nobody answers.');
  await expect(first).toHaveText('Good day &lt;everybody&gt;');
  await pane.getByRole('switch', { name: 'Shout' }).check();
  await expect(pane.getByLabel('Twice')).toBeVisible();
  await pane.getByLabel('Size').selectOption('Large');
  await pane.getByLabel('Blue').check();
  await expectAccessible(page);
  await pane.getByRole('button', { name: 'Next' }).click();
  await pane.getByLabel('Level').fill('7');
  await pane.getByLabel('Count').fill('3');
  await pane.getByLabel('Count').press('Tab');
  await pane.getByRole('button', { name: 'Something of its own' }).click();
  await expect(first).toHaveText('Good day &lt;everybody&gt; loud large blue 7 3 own');
  await page.keyboard.press('Escape');
  await expect(pane).toBeHidden();
  await expect(page.getByRole('button', { name: 'Edit properties of ForeignFirst of somebody else' }).nth(0)).toBeFocused();
  await page.getByRole('button', { name: 'Republish' }).click();
  await expect(page.getByRole('status')).toHaveText('The page has been published');
  await expect(first).toHaveAttribute('data-mode', '1');

  await signIn(page, server, people.officer);
  await page.goto(`${server.siteUrl}/SitePages/Several.aspx`);
  await expect(first).toHaveText('Good day &lt;everybody&gt; loud large blue 7 3 own');
  // The others on the page are as they were.
  await expect(page.locator('[data-alias="ForeignFirst"]').nth(1)).toHaveText('Good day &lt;you&gt;');
  await expect(page.getByRole('button', { name: 'Edit', exact: true })).toHaveCount(0);
});

test('a web part that waits for Apply changes on Apply, and not if the pane is closed', async ({ page, site: server }) => {
  await signIn(page, server, people.owner);
  await page.goto(`${server.siteUrl}/SitePages/Several.aspx?Mode=Edit`);
  const second = page.locator('[data-alias="ForeignSecond"]');
  const open = page.getByRole('button', { name: 'Edit properties of ForeignSecond of somebody else' });
  await open.click();
  await page.getByLabel('Who').fill('later');
  await page.waitForTimeout(400);
  await expect(second).toHaveText(/: world$/);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await open.click();
  await expect(page.getByLabel('Who')).toHaveValue('world');
  await page.getByLabel('Who').fill('now');
  await page.waitForTimeout(400);
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(second).toHaveText(/: now$/);
});

test('changes are discarded after a question, and kept where saving is refused', async ({ page, site: server }) => {
  await signIn(page, server, people.owner);
  await page.goto(`${server.siteUrl}/SitePages/Several.aspx?Mode=Edit`);
  const first = page.locator('[data-alias="ForeignFirst"]').nth(0);
  await page.getByRole('button', { name: 'Edit properties of ForeignFirst of somebody else' }).nth(0).click();
  await page.getByLabel('Who').fill('nobody');
  await expect(first).toHaveText('Good day &lt;nobody&gt;');
  await page.route('**/_local/pages/**', (route) => route.abort());
  await page.getByRole('button', { name: 'Republish' }).click();
  await expect(page.getByRole('status')).toContainText('could not be saved');
  await expect(first).toHaveText('Good day &lt;nobody&gt;');
  let question = '';
  page.on('dialog', (dialog) => {
    question = dialog.message();
    return dialog.accept();
  });
  await page.getByRole('button', { name: 'Discard changes' }).click();
  await expect(first).toHaveText('Good day &lt;world&gt;');
  expect(question).toContain('Discard all changes');
});

test('who may not edit the page cannot save it either', async ({ site: server }) => {
  const save = (login: string, body: unknown): Promise<Response> =>
    fetch(`${server.origin}/_local/pages/Several`, {
      method: 'POST',
      headers: { authorization: `Bearer local:${login}` },
      body: JSON.stringify(body)
    });
  expect((await save(people.officer, { webParts: [] })).status).toBe(403);
  expect((await save(people.owner, { webParts: [{ instanceId: 'another', properties: {} }] })).status).toBe(400);
  expect((await save(people.owner, { webParts: [] })).status).toBe(204);
});

test('sections give their web parts a variant of the theme, in every theme', async ({ page, site: server }) => {
  await signIn(page, server, people.owner);
  await page.goto(`${server.siteUrl}/SitePages/Several.aspx`);
  const parts = page.locator('[data-alias="ForeignFirst"]');
  await expect(parts.nth(4)).toHaveAttribute('data-background', /#/);
  const backgrounds = async (): Promise<(string | null)[]> =>
    Promise.all([0, 2, 3, 4].map((index) => parts.nth(index).getAttribute('data-background')));
  const light = await backgrounds();
  expect(new Set(light).size).toBe(4);
  expect(await parts.nth(4).getAttribute('data-inverted')).toBe('true');
  const strong = await page.locator('section[data-emphasis="3"]').evaluate((section) => getComputedStyle(section).backgroundColor);
  expect(strong).not.toBe('rgba(0, 0, 0, 0)');
  await expectAccessible(page);
  await page.getByLabel('Theme').selectOption('Dark');
  await expect(parts.nth(0)).toHaveAttribute('data-inverted', 'true');
  expect(await backgrounds()).not.toEqual(light);
  await expectAccessible(page);
  await page.getByLabel('Theme').selectOption('High contrast');
  await expect(parts.nth(0)).toHaveAttribute('data-background', '#000000');
  // High contrast has no shades.
  expect(new Set(await backgrounds()).size).toBe(1);
  await expectAccessible(page);
  await page.setViewportSize({ width: 375, height: 800 });
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByRole('button', { name: 'Edit properties of ForeignFirst of somebody else' }).nth(0).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNoSidewaysScrolling(page);
  await expectAccessible(page);
});
