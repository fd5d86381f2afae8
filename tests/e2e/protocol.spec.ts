import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProtocolPack } from '../../src/domain/protocol/pack';
import { defaultPack } from '../../sharepoint/commands/paths';
import { readPackText } from '../../sharepoint/import/protocol/pack-file';
import { runCommand } from '../support/command';
import { people } from '../support/server';
import { expect, expectAccessible, signIn, test, withSampleCouncil } from './fixture';

/** The protocol guide as members, officers and owners use it. */

const guide = '/SitePages/Protocol.aspx';

test('a question finds its clause, which has an address of its own', async ({ page, open }) => {
  await open(guide, people.member);
  await expect(page.getByRole('heading', { name: 'How we work together' })).toBeVisible();
  await expect(page.getByText('Member and officer protocol, version 3. Next review June 2027.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Ask the protocol in your own words' }).fill('can an officer come to our group meeting?');
  await expect(page.getByRole('heading', { name: '9.5 Officers at group meetings' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: /^\d clauses$/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Officers at group meetings' }).click();
  await expect(page).toHaveURL(/clause=9\.5/);
  await expect(page.getByRole('heading', { level: 2 })).toBeFocused();
  await expect(page).toHaveTitle(/^9\.5 Officers at group meetings/);
  await expectAccessible(page);
  await page.goBack();
  await expect(page.getByRole('textbox')).toHaveValue('can an officer come to our group meeting?');
});

test('a clause is opened by its address; one that there is not says so and leads on', async ({ page, open }) => {
  await open(`${guide}?clause=7.3`, people.member);
  await expect(page.getByRole('heading', { name: '7.3 Asking in good time' })).toBeVisible();
  await page.goto(page.url().replace('7.3', '99.9'));
  await expect(page.getByText('There is no clause 99.9 in this version')).toBeVisible();
  await page.getByRole('button', { name: 'How we work together' }).click();
  await expect(page.getByRole('heading', { name: 'All clauses' })).toBeVisible();
});

test('nothing found says whom to ask', async ({ page, open }) => {
  await open(`${guide}?question=xyzzy`, people.member);
  await expect(page.getByText('Nothing matches “xyzzy”')).toBeVisible();
  await expect(page.getByText('If the protocol does not say, ask the Monitoring Officer.')).toBeVisible();
});

for (const theme of ['Light', 'Dark', 'High contrast'])
  test(`every screen is there by its address, accessible, and fits a phone: ${theme}`, async ({ page, open }) => {
    test.slow();
    await open(guide, people.member);
    await page.getByLabel('Theme').selectOption(theme);
    for (const [address, heading] of [
      ['guide=roles', 'By role, side by side'],
      ['guide=roles&role=officer', 'What I do, and what I do not'],
      ['guide=expect&role=member', 'What I can expect'],
      ['guide=wrong&role=member', 'If something goes wrong'],
      ['guide=wrong&role=officer', 'If something goes wrong'],
      ['guide=whole', 'Member and officer protocol, 3'],
      ['guide=changes', 'What changed'],
      ['guide=reading', 'Further reading']
    ] as const) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(`${page.url().split('?')[0]}?${address}`);
      await expect(page.getByRole('heading', { name: heading, level: 2 })).toBeVisible();
      await expect(page.getByText('Loading', { exact: true })).toHaveCount(0);
      await expectAccessible(page);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    }
  });

test('enquiries: how soon they are answered', async ({ page, open }) => {
  await open(`${guide}?guide=expect&role=member`, people.member);
  await expect(page.getByRole('row', { name: 'Every enquiry 1 working day 10 working days' })).toBeVisible();
  await expect(page.getByText('An enquiry that comes after 17:00 counts from the next working day.')).toBeVisible();
});

test('steps when something goes wrong, by role, each with its clause', async ({ page, open }) => {
  await open(guide, people.member);
  await page.getByRole('link', { name: 'If something goes wrong' }).first().click();
  await expect(page.getByRole('heading', { name: 'An officer did not treat me with respect' })).toBeVisible();
  const steps = page.locator('section', { hasText: 'An officer did not treat me with respect' }).getByRole('listitem');
  await expect(steps.first()).toContainText('Discuss it directly with the officer');
  await page.getByRole('link', { name: 'The steps for an officer' }).click();
  await expect(page.getByRole('heading', { name: 'A member did not treat me with respect' })).toBeVisible();
  await page
    .getByRole('link', { name: /^Clause 10\.5/ })
    .first()
    .click();
  await expect(page).toHaveURL(/clause=10\.5/);
});

test('what changed since the version before, word for word', async ({ page, open }) => {
  await open(guide, people.member);
  await page.getByRole('link', { name: 'What changed since version 2' }).click();
  const change = page.getByRole('listitem').filter({ hasText: 'Out of hours, emergencies and pressure' });
  await expect(change.locator('del').filter({ hasText: 'duty officer' })).toBeVisible();
  await expect(change.locator('ins').filter({ hasText: 'out-of-hours' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Member Conversations' }).first()).toContainText('New');
});

test('an earlier version can be read, and says that it is one', async ({ page, open }) => {
  await open(`${guide}?guide=whole`, people.member);
  await page.getByRole('link', { name: 'Version 2, 18 May 2022' }).click();
  await expect(page.getByText('You are reading version 2. It is not the current one.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'I have read it' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Read the current version' }).click();
  await expect(page.getByText('version 3.')).toBeVisible();
});

test('a member says that they have read it; an owner sees who has not', async ({ page, open, server, browser }) => {
  await open(guide, people.member);
  await page.getByRole('button', { name: 'I have read it' }).click();
  await expect(page.getByText(/^You read version 3 on \d+ \w+ 20\d\d\.$/)).toBeFocused();
  await page.reload();
  await expect(page.getByText(/^You read version 3 on/)).toBeVisible();
  await expectAccessible(page);
  await page.goto(`${page.url().split('?')[0]}?guide=readers`);
  await expect(page.getByRole('heading', { name: 'How we work together' })).toBeVisible();

  const context = await browser.newContext();
  const owner = await context.newPage();
  await signIn(owner, server, people.owner);
  await owner.goto(`${server.siteUrl}${guide}`);
  await owner.getByRole('link', { name: 'Who has read it' }).click();
  const members = owner.locator('section', { hasText: /^Memberlink Members/ });
  await expect(members).toContainText('1 of 5 have read it');
  await members.getByText('Have read it (1)').click();
  await expect(members.getByText(/^Amara Whitfield, \d+ \w+ 20\d\d$/)).toBeVisible();
  await members.getByText('Have not read it (4)').click();
  await expect(members.getByText('Tom Haldane')).toBeVisible();
  await expectAccessible(owner);
  await context.close();
});

test('who may not save an acknowledgement is told, and can try again', async ({ page, server }) => {
  await signIn(page, server, people.officer);
  await page.goto(`${server.siteUrl}${guide}`);
  await page.route(/ProtocolAcknowledgements'\)\/items$/, (route) => route.abort());
  await page.getByRole('button', { name: 'I have read it' }).click();
  await expect(page.getByText('There is no connection to SharePoint')).toBeVisible({ timeout: 20_000 });
  await page.unroute(/ProtocolAcknowledgements'\)\/items$/);
  await page.getByRole('button', { name: 'I have read it' }).click();
  await expect(page.getByText(/^You read version 3 on/)).toBeVisible();
});

test('a change to a clause is suggested by an officer and made by an owner', async ({ page, open, server, browser }) => {
  test.slow();
  await open(`${guide}?question=member briefings`, people.officer);
  await page.getByRole('heading', { name: '15.3 Member briefings' }).waitFor();
  await page.getByRole('link', { name: 'Suggest a change' }).click();
  await page.getByRole('combobox', { name: 'What should change?', exact: true }).selectOption({ label: 'Text' });
  await page.getByRole('textbox', { name: 'What should it say?' }).fill('Members get a briefing every week.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText('Thank you.')).toBeVisible();

  const context = await browser.newContext();
  const owner = await context.newPage();
  await signIn(owner, server, people.owner);
  await owner.goto(`${server.siteUrl}${guide}`);
  await owner.getByRole('link', { name: '1 suggestion' }).click();
  await expect(owner.getByRole('link', { name: '15.3 Member briefings' })).toBeVisible();
  await owner.getByRole('button', { name: 'Apply', exact: true }).click();
  await expect(owner.getByText('The change was made.')).toBeVisible();
  await owner.goto(`${server.siteUrl}${guide}?clause=15.3`);
  await expect(owner.getByText('Members get a briefing every week.').first()).toBeVisible();
  await context.close();
});

test('the whole protocol and a single clause are printed without the page around them', async ({ page, open }) => {
  await page.addInitScript(() => {
    window.print = () =>
      document.documentElement.setAttribute('data-printed', document.querySelector('[data-memberlink-print]')?.textContent ?? '');
  });
  await open(`${guide}?guide=whole`, people.member);
  await page.getByRole('button', { name: 'Print' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-printed', /Version 3\. Adopted 20 May 2026\..*9\.5 Officers at group meetings/s);
  await open(`${guide}?clause=9.5`, people.member);
  await page.getByRole('button', { name: 'Print' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-printed', /9\.5 Officers at group meetings/);
  await expect(page.locator('html')).not.toHaveAttribute('data-printed', /9\.6/);
});

test('with the keyboard alone from the question to the clause', async ({ page, open }) => {
  await open(guide, people.member);
  await page.getByRole('textbox', { name: 'Ask the protocol in your own words' }).focus();
  await page.keyboard.type('who answers the press');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Talking to the press' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '13.1 Talking to the press' })).toBeFocused();
});

test.describe('on a site of its own', () => {
  const packFile = (pack: ProtocolPack): { file: string; folder: string } => {
    const folder = mkdtempSync(join(tmpdir(), 'memberlink-pack-'));
    const file = join(folder, 'pack.json');
    writeFileSync(file, JSON.stringify(pack));
    return { file, folder };
  };

  test('a review that is overdue and rules that are wrong are shown to owners, and to nobody else', async ({ page }) => {
    test.slow();
    await withSampleCouncil(async (server) => {
      const { pack } = readPackText(readFileSync(defaultPack, 'utf8'));
      if (!pack) throw new Error('no default pack');
      const { file, folder } = packFile({ ...pack, version: '4', nextReview: { value: '2025-01-31', source: 'our default' } });
      expect((await runCommand('protocol', ['--pack', file, '--site', server.siteUrl])).status).toBe(0);
      rmSync(folder, { recursive: true });
      const list = server.as(people.owner).web.getList('/sites/members/Lists/Protocols');
      const [row] = await list.items.select('Id').filter("Version eq '4'")<{ Id: number }[]>();
      await list.items.getById(row?.Id ?? 0).update({
        Conditions:
          '[{"id":"broken","when":{"question":"weather","is":"fine"},"outcome":"not an enquiry","advice":"x","source":"our default"}]',
        Roles: 'not JSON'
      });

      await signIn(page, server, people.member);
      await page.goto(`${server.siteUrl}${guide}`);
      await expect(page.getByText('version 4.')).toBeVisible();
      await expect(page.getByText('The review was due')).toHaveCount(0);

      await signIn(page, server, people.owner);
      await page.goto(`${server.siteUrl}${guide}`);
      await expect(page.getByText('The review was due in January 2025. The Monitoring Officer sees to it.')).toBeVisible();
      await page.getByRole('link', { name: /things are wrong in the rules$/ }).click();
      await expect(page.getByText('"weather" is not asked for', { exact: false })).toBeVisible();
      await expect(page.getByText('Protocols, Roles: This is not JSON', { exact: false })).toBeVisible();
      await expectAccessible(page);
    });
  });

  test('without a protocol the guide says what an owner does', async ({ page }) => {
    await withSampleCouncil(async (server) => {
      const items = server.as(people.owner).web.getList('/sites/members/Lists/Protocols').items;
      for (const { Id } of await items.select('Id')<{ Id: number }[]>()) await items.getById(Id).delete();
      await signIn(page, server, people.member);
      await page.goto(`${server.siteUrl}${guide}`);
      await expect(page.getByRole('heading', { name: 'No protocol is loaded' })).toBeVisible();
      await expectAccessible(page);
      await server.as(people.owner).web.getList('/sites/members/Lists/Protocols').delete();
      await page.reload();
      await expect(page.getByText('The list “Protocols” is missing')).toBeVisible();
    });
  });
});
