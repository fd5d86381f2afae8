import type { Page } from '@playwright/test';
import { people } from '../support/server';
import { expect, expectAccessible, expectNoSidewaysScrolling, test } from './fixture';

/** The officer directory, as members, officers and owners use it. */

const address = '/SitePages/Officers.aspx';
const card = (page: Page, service: string): ReturnType<Page['getByRole']> => page.getByRole('article', { name: service });
const field = (page: Page): ReturnType<Page['getByRole']> => page.getByRole('textbox', { name: 'Describe the matter in your own words' });

test('a liaison officer is found by topic by keyboard alone', async ({ page, open }) => {
  await open(address, people.member);
  await expect(field(page)).toBeVisible();
  for (let presses = 0; presses < 40 && !(await field(page).evaluate((one) => one === document.activeElement)); presses += 1)
    await page.keyboard.press('Tab');
  await page.keyboard.type('missed bin on church street');
  await expect(page.getByRole('status').first()).toHaveText('1 service');
  const waste = card(page, 'Waste and recycling');
  await expect(
    waste
      .getByText('At work today')
      .or(waste.getByText(/Back on/))
      .first()
  ).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Waste and recycling' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Councillor Liaison Officer')).toBeVisible();
  await expect(page.getByRole('heading', { level: 2 })).toBeFocused();
  await expect(page).toHaveURL(/officer=\d+/);
  await page.goBack();
  await expect(field(page)).toHaveValue('missed bin on church street');
});

test('who is away says who covers, through a second absence; heads are not asked first', async ({ page, open }) => {
  await open(`${address}?ask=taxi+licence`, people.member);
  const licensing = card(page, 'Licensing');
  await expect(licensing.getByText(/^Away until/)).toBeVisible();
  const cover = await licensing.getByText('Covered by').getByRole('link').textContent();
  await expect(licensing.getByRole('listitem').filter({ hasText: 'Covers for' })).toContainText(String(cover));
  await expect(licensing.getByText('Not first for day-to-day matters')).toBeVisible();
  await expect(licensing.getByText('Meetings are by appointment.')).toBeVisible();
  await expect(licensing.getByRole('link', { name: 'Report it online' })).toHaveAttribute('href', /^https:/);
});

test('where cover goes in a circle, the head of service answers', async ({ page, open }) => {
  await open(`${address}?ask=stop+smoking`, people.member);
  const health = card(page, 'Public health');
  await expect(health.getByText(/^Nobody covers: ask /)).toBeVisible();
  await expect(health.getByText(/^Head of /).first()).toBeVisible();
});

test('a name and a service find the officer, with a slip as well', async ({ page, open }) => {
  await open(address, people.member);
  await field(page).fill('mrs patle planing');
  await expect(page.getByRole('link', { name: 'Anita Patel' })).toBeVisible();
  await expect(card(page, 'Planning')).toBeVisible();
});

test('nothing found gives the general contact', async ({ page, open }) => {
  await open(`${address}?ask=xyzzy`, people.member);
  await expect(page.getByRole('heading', { name: 'Nothing matches “xyzzy”' })).toBeVisible();
  await expect(card(page, 'Customer services')).toBeVisible();
});

test('the directory is browsed by service, directorate, letter and liaison officer', async ({ page, open }) => {
  await open(address, people.officer);
  await page.getByRole('button', { name: 'Directorates' }).click();
  await expect(page.getByRole('heading', { name: 'Adults and Health' })).toBeVisible();
  await page.getByRole('button', { name: 'A to Z' }).click();
  await page.getByRole('button', { name: 'P', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Anita Patel' })).toBeVisible();
  await page.getByRole('button', { name: 'Liaison officers' }).click();
  await expect(page.getByRole('link', { name: 'Priya Raman' })).toBeVisible();
  await page.getByRole('button', { name: 'Services' }).click();
  await page.getByRole('link', { name: 'Highways' }).click();
  await expect(page.getByRole('heading', { name: 'Highways', level: 2 })).toBeFocused();
  await expect(page.getByRole('link', { name: 'Joanne Fell' })).toBeVisible();
  await page.getByText('What it deals with').click();
  await expect(page.getByText('pothole · ')).toBeVisible();
});

test('an officer has a page with ways to reach them, a contact to save and a sheet to print', async ({ page, open }) => {
  await open(`${address}?ask=raman`, people.member);
  await page.getByRole('link', { name: 'Priya Raman' }).first().click();
  await expect(page.getByRole('link', { name: 'Chat' })).toHaveAttribute(
    'href',
    'https://teams.microsoft.com/l/chat/0/0?users=p.raman%40wexcombe.example'
  );
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save contact' }).click()]);
  expect(download.suggestedFilename()).toBe('Priya Raman.vcf');
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', document.querySelector('[data-memberlink-print]')?.textContent ?? '');
  });
  await page.getByRole('button', { name: 'Print' }).click();
  await expect(page.locator('body')).toHaveAttribute('data-printed', /Priya Raman.*Highways/);
});

test('an officer who is gone, or was never there, is said so', async ({ page, open }) => {
  await open(`${address}?officer=99999`, people.member);
  await expect(page.getByRole('alert')).toContainText('This officer is not on the list');
  await page.getByRole('button', { name: 'Who can help?' }).click();
  await expect(field(page)).toBeVisible();
});

test('an owner sees the health of the directory; a member does not, and can change nothing by REST', async ({ page, open, server }) => {
  await open(address, people.owner);
  await page.getByRole('link', { name: 'Health of the directory' }).click();
  const part = (title: RegExp): ReturnType<Page['locator']> =>
    page.locator('section', { has: page.getByRole('heading', { name: title, level: 3 }) }).last();
  await expect(part(/^Services without a liaison officer/)).toContainText('Finance and procurement');
  await expect(part(/nobody covers/)).toBeVisible();
  await expect(part(/^Not checked for six months/)).toBeVisible();
  await expect(part(/^Microsoft 365 does not know them/)).toContainText('Registration Liaison Manager');
  await open(`${address}?health=open`, people.member);
  await expect(field(page)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Health of the directory' })).toHaveCount(0);
  for (const list of ['Officers', 'Services', 'ClosureDays']) {
    const path = `web/getList('/sites/members/Lists/${list}')/items`;
    const headers = { 'content-type': 'application/json', 'x-http-method': 'MERGE', 'if-match': '*' };
    const changed = await server.request(people.member, `${path}(1)`, { method: 'POST', headers, body: '{"Title":"Mallory"}' });
    const added = await server.request(people.member, path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"Title":"Mallory"}'
    });
    const gone = await server.request(people.member, `${path}(1)`, { method: 'DELETE', headers: { 'if-match': '*' } });
    expect([list, changed.status, added.status, gone.status]).toEqual([list, 403, 403, 403]);
  }
});

test('something wrong is suggested by a member and put right by an owner', async ({ page, open }) => {
  await open(`${address}?ask=raman`, people.member);
  await page.getByRole('link', { name: 'Priya Raman' }).first().click();
  await page.getByRole('button', { name: 'Something is wrong here' }).click();
  await page.getByLabel('What should change?').selectOption('BestContact');
  await page.getByLabel('What should it say?').fill('Phone, before 10');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('Waiting for an owner.')).toBeVisible();
  await open(address, people.owner);
  await page.getByRole('link', { name: '1 suggested change' }).click();
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByText('The change was made.')).toBeVisible();
  await open(`${address}?ask=raman`, people.member);
  await page.getByRole('link', { name: 'Priya Raman' }).first().click();
  const contact = page.locator('section', { has: page.getByRole('heading', { name: 'Contact', exact: true }) }).last();
  await expect(contact.getByText('Phone, before 10')).toBeVisible();
});

for (const [width, theme] of [
  [1280, 'Light'],
  [375, 'Dark'],
  [375, 'High contrast']
] as const) {
  test(`screens are accessible and fit at ${width} pixels, ${theme}`, async ({ page, open }) => {
    // Eleven screens in one test.
    test.slow();
    await page.setViewportSize({ width, height: 800 });
    await open(address, people.owner);
    await page.getByLabel('Theme').selectOption({ label: theme });
    for (const query of [
      '',
      '?ask=missed+bin',
      '?ask=xyzzy',
      '?browse=letters&letter=P',
      '?browse=liaison',
      '?service=8',
      '?officer=30',
      '?health=open'
    ]) {
      await page.goto(page.url().replace(/\?.*|$/, '') + query);
      await expect(page.getByRole('heading', { level: 2 }).last()).toBeVisible();
      await page.waitForLoadState('networkidle');
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
    }
  });
}

test('presence and photographs come from Microsoft Graph where the tenant grants it, and nothing is said where not', async ({
  page,
  open,
  server
}) => {
  const local = (path: string, body: object): Promise<Response> =>
    fetch(`${server.origin}/_local/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body)
    });
  await open(`${address}?ask=raman`, people.member);
  await page.getByRole('link', { name: 'Priya Raman' }).first().click();
  await expect(page.getByRole('term').filter({ hasText: 'Teams' })).toHaveCount(0);
  await local('graph', { grants: ['User.Read', 'Presence.Read.All', 'Presence.ReadWrite', 'User.ReadBasic.All'] });
  const preferred = await fetch(`${server.origin}/v1.0/me/presence/setUserPreferredPresence`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer local:p.raman@wexcombe.example' },
    body: JSON.stringify({ availability: 'DoNotDisturb', activity: 'DoNotDisturb' })
  });
  expect(preferred.status).toBe(200);
  await page.reload();
  await expect(page.getByRole('definition').filter({ hasText: 'Do not disturb' })).toBeVisible();
  await local('graph', { grants: ['User.Read'] });
});
