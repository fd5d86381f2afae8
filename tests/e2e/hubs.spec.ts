import { rmSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { casework, cast, fillEnquirySite, ids, raise, writer } from '../support/enquiries';
import { people, TestServer } from '../support/server';
import { expect, expectAccessible, packageAlone, signIn, test as base } from './fixture';

/** The hubs' and the channel tab's settings, as owners choose them in the pane. */

const page = (name: string, alias: string): object => ({
  name,
  title: name,
  sections: [{ columns: [{ width: 12, webParts: [{ alias }] }] }]
});
const site = {
  path: '/sites/members',
  title: 'Members',
  organisation: 'Test Council',
  pages: [page('Enquiries', 'EnquiriesHub'), page('People', 'PeopleHub'), page('Channel', 'ChannelTab')] as never[]
};

const test = base.extend<object, { own: TestServer }>({
  own: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads which fixtures are used from the pattern.
    async ({}, use) => {
      const { folder, file } = packageAlone();
      const server = await TestServer.start({ packages: [file], site });
      await fillEnquirySite(server);
      await raise(await writer(server, cast.amara, new Date()), { ...casework, summary: 'Glass in Castle' });
      await raise(await writer(server, cast.rashid, new Date()), { ...casework, summary: 'Glass in Quay' });
      await use(server);
      await server.stop();
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker' }
  ]
});

/** Opens the pane of the one web part of a page, as an owner. */
async function pane(browser: Page, server: TestServer, name: string): Promise<Locator> {
  await signIn(browser, server, people.owner);
  await browser.goto(`${server.siteUrl}/SitePages/${name}.aspx?Mode=Edit`);
  await browser.getByRole('button', { name: /^Edit properties of/ }).click();
  const dialog = browser.getByRole('dialog');
  await dialog.waitFor();
  return dialog;
}

async function publish(browser: Page): Promise<void> {
  await browser.keyboard.press('Escape');
  await browser.getByRole('button', { name: 'Republish' }).click();
  await expect(browser.locator('#page-status')).toHaveText('The page has been published');
}

test('officers are shown the enquiries of the ward that a tab is for, and can look at all', async ({ page: browser, own: server }) => {
  const settings = await pane(browser, server, 'Enquiries');
  await settings.getByLabel('Ward that officers are shown first').selectOption('Castle');
  await publish(browser);
  await signIn(browser, server, cast.liaison);
  await browser.goto(`${server.siteUrl}/SitePages/Enquiries.aspx`);
  await expect(browser.getByRole('link', { name: 'Glass in Castle' }).or(browser.getByText('Glass in Castle')).first()).toBeVisible();
  await expect(browser.getByText('Glass in Quay')).toHaveCount(0);
  expect(new URL(browser.url()).searchParams.get('ward')).toBe(String(ids.castle));
  await expectAccessible(browser);
});

test('a tab shows the members of one ward, and the service that is open first', async ({ page: browser, own: server }) => {
  const settings = await pane(browser, server, 'People');
  await settings.getByLabel('Members', { exact: true }).selectOption('Members of one ward');
  await settings.getByLabel('Members of one ward').selectOption('Quay');
  await settings.getByLabel('Service that is open first').selectOption('Council housing');
  await publish(browser);
  await signIn(browser, server, cast.officer);
  await browser.goto(`${server.siteUrl}/SitePages/People.aspx`);
  const part = browser.locator('[data-alias="PeopleHub"]');
  await expect(part.locator('li h3')).toHaveText(['Rashid Karim']);
  await part.getByRole('link', { name: 'Officers', exact: true }).click();
  await expect(part.getByRole('heading', { name: 'Council housing' })).toBeVisible();
  await part.getByRole('link', { name: /Who can help/ }).click();
  await expect(part.getByRole('link', { name: 'Officers', exact: true })).toHaveAttribute('aria-current', 'page');
});

test('the tab of a channel is one hub or the other', async ({ page: browser, own: server }) => {
  const part = browser.locator('[data-alias="ChannelTab"]');
  const settings = await pane(browser, server, 'Channel');
  await settings.getByLabel('Show', { exact: true }).selectOption('Members, officers and the protocol');
  await settings.getByLabel('Open first', { exact: true }).selectOption('Officers');
  await publish(browser);
  await signIn(browser, server, cast.officer);
  await browser.goto(`${server.siteUrl}/SitePages/Channel.aspx`);
  await expect(part.getByRole('link', { name: 'Officers', exact: true })).toHaveAttribute('aria-current', 'page');
});

test('an address that is no site is no end of the tab', async ({ page: browser, own: server }) => {
  const part = browser.locator('[data-alias="EnquiriesHub"]');
  const settings = await pane(browser, server, 'Enquiries');
  const address = settings.getByLabel('Site of Memberlink');
  await address.fill('https://');
  await expect(part.getByRole('navigation', { name: 'Enquiries' })).toBeVisible();
  await address.fill('/sites/members');
  await expect(part.getByRole('navigation', { name: 'Enquiries' })).toBeVisible();
  await expect(part.getByRole('alert')).toHaveCount(0);
});
