import '@pnp/sp/fields';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import { rmSync } from 'node:fs';
import { test as base, type Page } from '@playwright/test';
import { provision } from '../../sharepoint/provisioning/provision';
import { people, TestServer } from '../support/server';
import { expect, expectAccessible, packageAlone, signIn } from './fixture';

/** A server for each test: these break something. */
const test = base.extend<{ server: TestServer }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads which fixtures are used from the pattern.
  server: async ({}, use) => {
    const { folder, file } = packageAlone();
    const server = await TestServer.start({ packages: [file] });
    await provision(server.as(people.owner), () => undefined);
    await use(server);
    await server.stop();
    rmSync(folder, { recursive: true });
  }
});

const openMembers = async (page: Page, server: TestServer): Promise<void> => {
  await signIn(page, server, people.officer);
  await page.goto(`${server.siteUrl}/SitePages/Members.aspx`);
};

test('without members the screen says what an owner does', async ({ page, server }) => {
  await openMembers(page, server);
  await expect(page.getByRole('heading', { name: 'There are no members yet' })).toBeVisible();
  await expect(page.getByText('imports them from Modern.Gov')).toBeVisible();
  await expectAccessible(page);
});

test('a missing list is named, and trying again works once it is back', async ({ page, server }) => {
  await server.as(people.owner).web.getList('/sites/members/Lists/Parties').delete();
  await openMembers(page, server);
  await expect(page.getByRole('alert')).toContainText('The list “Parties” is missing');
  await expect(page.getByRole('alert')).toContainText('An owner of this site');
  await expectAccessible(page);
  await provision(server.as(people.owner), () => undefined);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'There are no members yet' })).toBeVisible();
});

test('a missing list that members look up is named as the cause', async ({ page, server }) => {
  await server.as(people.owner).web.getList('/sites/members/Lists/Wards').delete();
  await openMembers(page, server);
  await expect(page.getByRole('alert')).toContainText('The list “Wards” is missing');
});

test('a missing column is named', async ({ page, server }) => {
  await server.as(people.owner).web.getList('/sites/members/Lists/Members').fields.getByInternalNameOrTitle('Surgeries').delete();
  await openMembers(page, server);
  await expect(page.getByRole('alert')).toContainText('The list “Members” has no column “Surgeries”');
});

test('owners who rename the list and its columns break nothing', async ({ page, server }) => {
  const list = server.as(people.owner).web.getList('/sites/members/Lists/Members');
  await list.items.add({ Title: 'Jo Able', Surname: 'Able', Status: 'Serving' });
  await list.update({ Title: 'Our councillors' });
  await list.fields.getByInternalNameOrTitle('Surname').update({ Title: 'Family name' });
  await openMembers(page, server);
  await expect(page.getByText('1 member', { exact: true })).toBeVisible();
});

test('a connection that is lost is named, and trying again works', async ({ page, server }) => {
  await signIn(page, server, people.officer);
  await page.route('**/_api/**', (route) => route.abort());
  await page.goto(`${server.siteUrl}/SitePages/Members.aspx`);
  await expect(page.getByRole('alert')).toContainText('There is no connection to SharePoint');
  await page.unroute('**/_api/**');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'There are no members yet' })).toBeVisible();
});

test('a slow SharePoint is said to be slow, then shown', async ({ page, server }) => {
  await signIn(page, server, people.officer);
  await page.route('**/_api/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 7000));
    await route.continue();
  });
  await page.goto(`${server.siteUrl}/SitePages/Members.aspx`);
  await expect(page.getByRole('status')).toHaveText('Loading members');
  await expect(page.getByText('SharePoint is taking longer than usual. Please wait.')).toBeVisible({ timeout: 8000 });
  await expect(page.getByRole('heading', { name: 'There are no members yet' })).toBeVisible({ timeout: 8000 });
});

test('a photograph that is gone gives way to initials', async ({ page, server }) => {
  const list = server.as(people.owner).web.getList('/sites/members/Lists/Members');
  await list.items.add({
    Title: 'Jo Able',
    Surname: 'Able',
    Status: 'Serving',
    Photo: { Url: '/sites/members/MemberPhotos/gone.jpg', Description: 'Jo Able' }
  });
  await openMembers(page, server);
  await expect(page.locator('li', { hasText: 'Jo Able' })).toContainText('JA');
});

test('what owners type is shown as text, never run', async ({ page, server }) => {
  const list = server.as(people.owner).web.getList('/sites/members/Lists/Members');
  const evil = '<img src=x onerror="document.title=1">';
  await list.items.add({
    Title: evil,
    Surname: evil,
    Status: 'Serving',
    Party: evil,
    Email: 'a@b.example?bcc=x',
    Phone: 'javascript:alert(1)',
    Surgeries: evil,
    CabinetRoles: evil
  });
  await openMembers(page, server);
  await page.getByRole('link', { name: evil }).click();
  await expect(page.getByRole('heading', { name: evil })).toBeVisible();
  await expect(page.getByRole('link', { name: 'a@b.example?bcc=x' })).toHaveAttribute('href', 'mailto:a@b.example%3Fbcc%3Dx');
  expect(await page.title()).not.toBe('1');
});

test('a part of the program that cannot be loaded is said, not a blank screen', async ({ page, server }) => {
  const list = server.as(people.owner).web.getList('/sites/members/Lists/Members');
  await list.items.add({ Title: 'Jo Able', Surname: 'Able', Status: 'Serving' });
  await openMembers(page, server);
  await page.route('**/*member-profile*', (route) => route.abort());
  await page.getByRole('link', { name: 'Jo Able' }).click();
  await expect(page.getByRole('alert')).toContainText('This could not be loaded');
  await page.unroute('**/*member-profile*');
  await page.getByRole('button', { name: 'Load the page again' }).click();
  await expect(page.getByRole('heading', { name: 'Jo Able' })).toBeVisible();
});

test('what SharePoint turns away is asked again when it says so', async ({ page, server }) => {
  await signIn(page, server, people.officer);
  let turnedAway = 0;
  await page.route('**/_api/**', (route) => {
    turnedAway += 1;
    return turnedAway <= 2 ? route.fulfill({ status: 429, headers: { 'retry-after': '1' }, body: '' }) : route.continue();
  });
  await page.goto(`${server.siteUrl}/SitePages/Members.aspx`);
  await expect(page.getByRole('heading', { name: 'There are no members yet' })).toBeVisible();
  // Two requests, of which each was turned away once.
  await expect.poll(() => turnedAway).toBe(4);
});

test('a SharePoint that stays busy is said to be busy', async ({ page, server }) => {
  await signIn(page, server, people.officer);
  await page.route('**/_api/**', (route) => route.fulfill({ status: 503, headers: { 'retry-after': '0' }, body: '' }));
  await page.goto(`${server.siteUrl}/SitePages/Members.aspx`);
  await expect(page.getByRole('alert')).toContainText('SharePoint is busy');
});
