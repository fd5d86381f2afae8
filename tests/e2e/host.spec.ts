import { rmSync } from 'node:fs';
import { provision } from '../../sharepoint/provisioning/provision';
import { api } from '../support/api';
import { people, TestServer } from '../support/server';
import { expect, expectAccessible, packageAlone, signIn, test } from './fixture';

/** The local SharePoint's own pages. */

test('who is not signed in chooses an account and comes back to where they were going', async ({ page, server }) => {
  await page.goto(`${server.siteUrl}/SitePages/Members.aspx?member=1`);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: /Peter Nowak/ }).click();
  await expect(page).toHaveURL(`${server.siteUrl}/SitePages/Members.aspx?member=1`);
  await expect(page.getByText('Peter Nowak')).toBeVisible();
});

test('the user is switched in the header', async ({ page, server }) => {
  await signIn(page, server, people.officer);
  await page.getByRole('link', { name: 'Switch user' }).click();
  await page.getByRole('button', { name: /Amara Whitfield/ }).click();
  await expect(page.locator('.suite-bar')).toContainText('Amara Whitfield');
});

test('who may not see a page is told so, and can sign in as somebody else', async ({ page }) => {
  const server = await TestServer.start();
  try {
    const owner = api(server, people.owner);
    const visitors = await owner.done<{ Id: number }>('web/associatedvisitorgroup');
    await owner.done(`web/roleassignments/removeroleassignment(principalid=${visitors.Id},roledefid=1073741826)`, '');
    await signIn(page, server, people.officer);
    await page.goto(`${server.siteUrl}/SitePages/Members.aspx`);
    await expect(page.getByRole('heading', { name: 'You need permission to see this page' })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Switch user' }).click();
    await page.getByRole('button', { name: /Dawn Archer/ }).click();
    await expect(page).toHaveURL(`${server.siteUrl}/SitePages/Members.aspx`);
    await expect(page.locator('.suite-bar')).toContainText('Dawn Archer');
  } finally {
    await server.stop();
  }
});

test('pages allow no inline script and nothing from elsewhere', async ({ server }) => {
  const response = await fetch(`${server.siteUrl}/SitePages/Members.aspx`, {
    headers: { authorization: `Bearer local:${people.officer}` }
  });
  const policy = String(response.headers.get('content-security-policy'));
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain("default-src 'self'");
  expect(policy).not.toContain('unsafe-eval');
  expect(/script-src[^;]*unsafe-inline/.test(policy)).toBe(false);
});

test("a page's calls to Microsoft Graph stay on this machine", async ({ page, server }) => {
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(`${server.origin}/`) && !request.url().startsWith('data:')) elsewhere.push(request.url());
  });
  await signIn(page, server, people.officer);
  await page.goto(`${server.siteUrl}/SitePages/Members.aspx`);
  await expect(page.locator('[data-alias="MemberProfiles"] li').first()).toBeVisible();
  const answer = await page.evaluate(async () => {
    const response = await fetch('https://graph.microsoft.com/v1.0/nothing', {
      headers: { authorization: 'Bearer local:p.nowak@wexcombe.example' }
    });
    return { status: response.status, body: (await response.json()) as unknown };
  });
  expect(answer).toMatchObject({ status: 400, body: { error: { code: 'BadRequest' } } });
  expect(elsewhere).toEqual([]);
});

test('in a full-width section and in a Teams tab the web part makes its own space', async ({ page }) => {
  const { folder, file } = packageAlone();
  const wide = { columns: [{ width: 12, webParts: [{ alias: 'MemberProfiles' }] }], fullWidth: true };
  const site = {
    path: '/sites/members',
    title: 'Members',
    organisation: 'Test Council',
    pages: [{ name: 'Wide', title: 'Wide', sections: [wide] }]
  };
  const server = await TestServer.start({ packages: [file], site });
  try {
    await provision(server.as(people.owner), () => undefined);
    await signIn(page, server, people.officer);
    const heading = page.getByRole('heading', { name: 'Members', exact: true });
    await expect(page.getByText('There are no members yet')).toBeVisible();
    expect((await heading.boundingBox())?.x).toBeGreaterThanOrEqual(32);
    await page.setViewportSize({ width: 375, height: 800 });
    await expect.poll(async () => (await heading.boundingBox())?.x).toBe(16);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
});

test('icons come from this machine', async ({ page, server }) => {
  const icons = await page.request.get(`${server.origin}/_local/runtime/fonts/fabric-icons-0-467ee27f.woff`);
  expect([icons.status(), icons.headers()['content-type']]).toEqual([200, 'font/woff']);
  const watcher = await page.request.get(`${server.origin}/_local/runtime/sp-loader/chunk.SPRequestRateMonitor_none_0123456789.js`);
  expect([watcher.status(), await watcher.text()]).toEqual([200, '']);
});
