import { rmSync } from 'node:fs';
import type { FrameLocator, Locator, Page } from '@playwright/test';
import { tabsAppId } from '../../src/domain/teams/app';
import { act, atDesk } from '../support/desk';
import { casework, cast, fillEnquirySite, ids, raise, writer } from '../support/enquiries';
import { TestServer, testSite } from '../support/server';
import { fillPage, type Given } from './enquiry-fixture';
import { expect, expectAccessible, expectNoSidewaysScrolling, packageAlone, signIn, test as base } from './fixture';

/** The local Teams view: the hubs as tabs, and a conversation with the message extension. */

const test = base.extend<object, { server: TestServer }>({
  server: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads which fixtures are used from the pattern.
    async ({}, use) => {
      const { folder, file } = packageAlone();
      const server = await TestServer.start({
        packages: [file],
        extension: true,
        site: { ...testSite, tenantProperties: { MemberlinkSite: { value: testSite.path } } },
        messages: [
          {
            from: 'Ellen Marsh',
            html: '<p>Broken glass in <b>School Lane</b> again, by the gate.</p>',
            link: 'https://teams.microsoft.com/l/message/19:castle/1'
          }
        ]
      });
      await fillEnquirySite(server);
      // Web parts may ask for a token for the service.
      await fetch(`${server.origin}/_local/graph`, {
        method: 'PUT',
        body: JSON.stringify({ grants: ['User.Read', 'api://memberlink-messages'], installedFor: ['*'] })
      });
      await use(server);
      await server.stop();
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker' }
  ]
});

const tab = (name: 'enquiries' | 'people', place = ''): string => `#${tabsAppId}/${name}${place && `/${encodeURIComponent(place)}`}`;
const frameOf = (page: Page): FrameLocator => page.frameLocator('iframe');
/** Nothing went wrong, and nothing was asked of others than the site and the council's own service. */
const expectNone = (faults: readonly string[]): void =>
  expect(faults.filter((one) => !/^request to http:\/\/localhost:\d+\/api\/notices$/.test(one))).toEqual([]);
/** Goes through the form to where it is sent; answers what stood under "What happened". */
async function walkForm(page: Page, part: Locator, answers: Given): Promise<string> {
  const forward = part.getByRole('button', { name: 'Continue' });
  const text = part.getByRole('textbox', { name: 'What happened', exact: true });
  await forward.waitFor();
  let told = '';
  for (let count = 0; count < 12 && (await forward.count()) > 0; count += 1) {
    await fillPage(page, answers, part);
    if ((await text.count()) > 0) told = await text.inputValue();
    const title = await part.locator('h2').innerText();
    await forward.click();
    await expect(part.locator('h2')).not.toHaveText(title);
    await part
      .getByRole('button', { name: /^(Continue|Send )/ })
      .first()
      .waitFor();
  }
  return told;
}

const said = (page: Page): ReturnType<Page['locator']> => page.locator('#said');

async function openTeams(page: Page, server: TestServer, login: string, place = ''): Promise<void> {
  await signIn(page, server, login);
  await page.goto(`${server.origin}/teams${place}`);
}

/** What is wider than its frame is scrolled sideways; what is taller than it, in the frame alone. */
async function expectOneScrollBar(page: Page): Promise<void> {
  const sizes = await page.evaluate(() => {
    const { scrollHeight, clientHeight } = document.documentElement;
    const inner = document.querySelector('iframe')?.contentDocument?.documentElement;
    return { outer: scrollHeight - clientHeight, sideways: inner ? inner.scrollWidth - inner.clientWidth : 0 };
  });
  expect(sizes.outer).toBeLessThanOrEqual(0);
  expect(sizes.sideways).toBeLessThanOrEqual(0);
}

for (const { theme, width } of [
  { theme: 'Dark', width: 375 },
  { theme: 'High contrast', width: 1280 }
]) {
  test(`a councillor finds a liaison officer, raises an enquiry from a message, and follows it to the reply: ${theme}, ${width}`, async ({
    page,
    server,
    faults
  }) => {
    test.slow();
    await page.setViewportSize({ width, height: 800 });
    await openTeams(page, server, cast.amara);
    await page.getByLabel('Theme').selectOption(theme);
    if (width < 600) await page.getByLabel('Width').selectOption('Phone (375)');
    await expectAccessible(page);

    // Who deals with it: from where one writes.
    await page.getByRole('button', { name: 'Officers' }).click();
    await page.getByRole('searchbox').fill('broken glass');
    await page.getByRole('button', { name: /Priya Raman/ }).click();
    await expect(page.getByRole('link', { name: 'Raise an enquiry with Priya Raman' })).toBeVisible();
    await page.getByRole('link', { name: 'Open profile' }).click();
    const frame = frameOf(page);
    await expect(frame.getByRole('heading', { name: 'Priya Raman' })).toBeVisible();
    await expectAccessible(page);
    await expectOneScrollBar(page);
    await frame.getByRole('link', { name: 'Chat' }).click();
    await expect(said(page)).toHaveText(`Teams opens a chat with ${cast.liaison}`);
    await frame.getByRole('link', { name: 'Call' }).click();
    await expect(said(page)).toHaveText(`Teams calls ${cast.liaison}`);

    // Raised from a message: the form knows what it says.
    await page.getByRole('link', { name: 'Chat' }).first().click();
    await page.getByRole('listitem').filter({ hasText: 'School Lane' }).first().getByRole('button', { name: 'Raise an enquiry' }).click();
    const part = frame.locator('main');
    await part.getByRole('button', { name: 'Continue' }).waitFor();
    await expectAccessible(page);
    const told = await walkForm(page, part, { 'Do you raise it for a constituent?': 'No', Summary: 'Glass in School Lane' });
    expect(told).toContain('Broken glass in School Lane again, by the gate.');
    expect(told).toContain('https://teams.microsoft.com/l/message/19:castle/1');
    await expectAccessible(page);
    await part.getByRole('button', { name: /^Send / }).click();
    const reference = await part.getByText(/^EQ-\d+$/).innerText();
    await expectAccessible(page);
    await part.getByRole('button', { name: 'Done' }).click();
    await expect(page.locator('.teams-attached')).toContainText(`${reference} has been sent`);
    await page.getByRole('button', { name: 'Send', exact: true }).click();

    // An officer answers; the councillor follows the card to the reply.
    const priya = await atDesk(server, cast.liaison);
    const id = Number(reference.slice(3));
    await act(priya, 'handler', id, 'acknowledge', { officer: { id: ids.priya, name: 'Priya Raman' } });
    await act(priya, 'handler', id, 'reply', { text: 'It was swept this morning.' });
    await page.getByRole('link', { name: 'Open the enquiry' }).last().click();
    await expect(frame.getByText('It was swept this morning.')).toBeVisible();
    await expect(frame.getByRole('heading', { name: 'Glass in School Lane' })).toBeVisible();
    await expectAccessible(page);
    await expectOneScrollBar(page);
    await expectNoSidewaysScrolling(page);
    await frame.getByRole('button', { name: 'Copy link' }).click();
    await expect(frame.getByRole('status').filter({ hasText: /copied|Copy/ })).toBeVisible();
    // Back is within the app first.
    await frame.getByRole('link', { name: 'Enquiries', exact: false }).first().click();
    await expect(frame.getByRole('heading', { name: 'For you to do' })).toBeVisible();
    await page.getByRole('button', { name: 'Back' }).click();
    await expect(frame.getByText('It was swept this morning.')).toBeVisible();
    expectNone(faults);
  });
}

test('links of Teams lead to a member, an officer, a service, a clause, an enquiry and the form', async ({ page, server, faults }) => {
  const id = (await raise(await writer(server, cast.amara, new Date()), { ...casework, summary: 'Glass at the gate' }))[0]?.id ?? 0;
  const frame = frameOf(page);
  await openTeams(page, server, cast.amara, tab('people', `member/${ids.tom}`));
  await expect(frame.getByRole('heading', { name: 'Tom Haldane' })).toBeVisible();
  const places: [string, string][] = [
    [tab('people', `officer/${ids.priya}`), 'Priya Raman'],
    [tab('people', `service/${ids.streets}`), 'Street cleaning'],
    [tab('enquiries', `enquiry/${id}`), 'Glass at the gate'],
    [tab('enquiries', `raise/${ids.streets}`), 'What do you need?']
  ];
  for (const [place, heading] of places) {
    await page.goto(`${server.origin}/teams${place}`);
    await expect(frame.getByRole('heading', { name: heading }).first()).toBeVisible();
  }
  await page.goto(`${server.origin}/teams${tab('people', 'clause/1')}`);
  await expect(frame.getByRole('link', { name: 'Protocol', exact: true })).toHaveAttribute('aria-current', 'page');
  await expect(frame.getByRole('button', { name: 'Copy link' })).toBeVisible();
  expectNone(faults);
});

test('who comes from a link stays in its view: the way back, and the confirmation of what was sent', async ({ page, server, faults }) => {
  test.slow();
  const frame = frameOf(page);
  await openTeams(page, server, cast.amara, tab('people', `service/${ids.streets}`));
  await frame.getByRole('link', { name: /Who can help/ }).click();
  await expect(frame.getByRole('link', { name: 'Officers', exact: true })).toHaveAttribute('aria-current', 'page');
  await page.goto(`${server.origin}/teams${tab('enquiries', `raise/${ids.streets}`)}`);
  const part = frame.locator('main');
  await walkForm(page, part, { Summary: 'Glass by a link' });
  await part.getByRole('button', { name: /^Send / }).click();
  await expect(part.getByRole('heading', { name: 'Enquiry sent' })).toBeVisible();
  await expect(part.getByText(/^EQ-\d+$/)).toBeVisible();
  expectNone(faults);
});

test('a link gives one of Teams', async ({ page, server, context, faults }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openTeams(page, server, cast.officer, tab('people', `member/${ids.tom}`));
  await frameOf(page).getByRole('button', { name: 'Copy link' }).click();
  await expect(frameOf(page).getByText('Link copied')).toBeVisible();
  const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
  expect(link.pathname).toBe(`/l/entity/${tabsAppId}/people`);
  expect(JSON.parse(link.searchParams.get('context') ?? '')).toEqual({ subEntityId: `member/${ids.tom}` });
  // One of the intranet becomes a card in a conversation.
  await page.evaluate((address) => navigator.clipboard.writeText(address), `${server.siteUrl}/SitePages/Members.aspx?member=${ids.tom}`);
  await page.getByRole('link', { name: 'Chat' }).click();
  await page.getByRole('textbox', { name: 'Message' }).focus();
  await page.keyboard.press('ControlOrMeta+V');
  await expect(page.locator('.teams-attached')).toContainText('Cllr Tom Haldane');
  expectNone(faults);
});

test('the theme changes at once, and whoever is chosen sees what is theirs', async ({ page, server, faults }) => {
  await openTeams(page, server, cast.liaison, tab('enquiries'));
  const frame = frameOf(page);
  await expect(frame.getByRole('navigation', { name: 'Queues' })).toBeVisible();
  const ground = (): Promise<string> =>
    frame
      .locator('h2')
      .first()
      .evaluate((element) => getComputedStyle(element).color);
  const light = await ground();
  await page.getByLabel('Theme').selectOption('Dark');
  await expect.poll(ground).not.toBe(light);
  await expectAccessible(page);
  await page.getByLabel('Theme').selectOption('High contrast');
  await expect.poll(ground).toBe('rgb(255, 255, 255)');
  await page.getByLabel('Person').selectOption('Tom Haldane');
  await page.getByRole('link', { name: 'Memberlink' }).click();
  await expect(
    frame
      .getByText('Nothing is open', { exact: false })
      .or(frame.getByRole('heading', { name: 'Enquiries' }))
      .first()
  ).toBeVisible();
  expectNone(faults);
});

test('what an officer does is told to the member in Teams, where that is granted', async ({ page, server }) => {
  const id = (await raise(await writer(server, cast.amara, new Date()), { ...casework, summary: 'Glass to be told of' }))[0]?.id ?? 0;
  const graph = { grants: ['TeamsActivity.Send', 'api://memberlink-messages'], installedFor: ['*'] };
  await fetch(`${server.origin}/_local/graph`, { method: 'PUT', body: JSON.stringify(graph) });
  await openTeams(page, server, cast.liaison, tab('enquiries', `enquiry/${id}`));
  const frame = frameOf(page);
  await frame.getByRole('button', { name: 'Acknowledge' }).click();
  await frame.locator('form').getByRole('button', { name: 'Acknowledge' }).click();
  await expect(frame.getByRole('status').filter({ hasText: 'Amara Whitfield was told in Teams.' })).toBeVisible();
  const { notices } = (await (await fetch(`${server.origin}/_local/graph`)).json()) as { notices: { to: string }[] };
  expect(notices).toMatchObject([{ from: cast.liaison, to: cast.amara }]);
});

test('views of a hub share a line, and each opens as on its own page', async ({ page, server, faults }) => {
  await openTeams(page, server, cast.officer, tab('people'));
  const frame = frameOf(page);
  await expect(frame.getByRole('heading', { name: 'Members' })).toBeVisible();
  await frame.getByRole('textbox', { name: 'Search members' }).fill('karim');
  await frame.getByRole('link', { name: 'Officers', exact: true }).click();
  await expect(frame.getByRole('link', { name: 'Officers', exact: true })).toHaveAttribute('aria-current', 'page');
  await expect(frame.getByRole('textbox').first()).toHaveValue('');
  await frame.getByRole('link', { name: 'Protocol', exact: true }).click();
  await expect(frame.getByRole('link', { name: 'Protocol', exact: true })).toHaveAttribute('aria-current', 'page');
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(frame.getByRole('link', { name: 'Officers', exact: true })).toHaveAttribute('aria-current', 'page');
  expectNone(faults);
});
