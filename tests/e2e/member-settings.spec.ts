import { people, type TestServer } from '../support/server';
import { test as base, expect, expectAccessible, expectNoSidewaysScrolling, signIn, withSampleCouncil } from './fixture';

/** What the owner of a page sets in the property pane, and several web parts on one page. */

const webPart = (properties: object = {}): { alias: string; properties: Record<string, unknown> } => ({
  alias: 'MemberProfiles',
  properties: { ...properties }
});
const site = {
  path: '/sites/members',
  title: 'Members',
  organisation: 'Test Council',
  pages: [
    { name: 'Members', title: 'Members', sections: [{ columns: [{ width: 12, webParts: [webPart()] }] }] },
    {
      name: 'Several',
      title: 'Several',
      sections: [
        { columns: [{ width: 12, webParts: [webPart()] }] },
        {
          emphasis: 3 as const,
          columns: [
            {
              width: 8,
              webParts: [webPart({ title: 'Your councillors', selection: 'ward', selected: 'Castle', view: 'table', showRole: false })]
            },
            { width: 4, webParts: [webPart({ selection: 'body', selected: 'Cabinet', compact: true })] }
          ]
        },
        { columns: [{ width: 12, webParts: [webPart({ selection: 'party', selected: 'A party that is gone' })] }] }
      ]
    }
  ]
};

const test = base.extend<object, { own: TestServer }>({
  own: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads which fixtures are used from the pattern.
    async ({}, use) => withSampleCouncil(use, { site }),
    { scope: 'worker' }
  ]
});

test('several on one page show what they are set to, and read the lists once', async ({ page, own: server }) => {
  await signIn(page, server, people.officer);
  await fetch(`${server.origin}/_local/log`, { method: 'DELETE' });
  await page.goto(`${server.siteUrl}/SitePages/Several.aspx`);
  const [all, ward, body, gone] = [0, 1, 2, 3].map((index) => page.locator('[data-alias="MemberProfiles"]').nth(index));
  if (!all || !ward || !body || !gone) throw new Error('There are four web parts.');
  await expect(all.locator('li h3')).toHaveCount(42);
  await expect(ward.getByRole('heading', { name: 'Your councillors' })).toBeVisible();
  await expect(ward.getByRole('rowheader')).toHaveText([/Tom Haldane/, /Rashid Karim/, /Pauline Stretton/]);
  await expect(ward.getByRole('combobox', { name: 'Ward', exact: true })).toHaveCount(0);
  await expect(ward.getByRole('combobox', { name: 'Role', exact: true })).toHaveCount(0);
  await expect(ward.getByRole('combobox', { name: 'Party', exact: true })).toHaveCount(1);
  await expect(body.locator('li h3')).toHaveText(['Simon Aldous', 'Charles Enderby', 'Tom Haldane', 'Harriet Osei', 'George Pettifer']);
  await expect(gone).toContainText('Nobody');
  const log = (await (await fetch(`${server.origin}/_local/log`)).json()) as { requests: { address: string }[] };
  expect(log.requests.filter(({ address }) => /\/_api\//.test(address)).map(({ address }) => address.replace(/^.*\/_api/, ''))).toEqual([
    '/$batch',
    '/$batch'
  ]);
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 800 });
  await expectNoSidewaysScrolling(page);
});

test('the first has the address; the others keep their search to themselves', async ({ page, own: server }) => {
  await signIn(page, server, people.officer);
  await page.goto(`${server.siteUrl}/SitePages/Several.aspx`);
  const [all, ward] = [page.locator('[data-alias="MemberProfiles"]').nth(0), page.locator('[data-alias="MemberProfiles"]').nth(1)];
  await ward.getByLabel('Search members').fill('karim');
  await expect(ward.getByRole('rowheader')).toHaveText([/Rashid Karim/]);
  await expect(all.locator('li h3')).toHaveCount(42);
  await expect(page).toHaveURL(/Several\.aspx$/);
  await all.getByLabel('Search members').fill('marsh');
  await expect(page).toHaveURL(/\?find=marsh$/);
  await expect(ward.getByRole('rowheader')).toHaveText([/Rashid Karim/]);
  await ward.getByRole('link', { name: 'Rashid Karim' }).click();
  await expect(ward.getByRole('heading', { name: 'Rashid Karim' })).toBeFocused();
  await expect(all.locator('li h3')).toHaveText(['Ellen Marsh']);
  await ward.getByRole('link', { name: 'Members found' }).click();
  await expect(ward.getByRole('rowheader')).toHaveText([/Rashid Karim/]);
});

test('an owner sets a page up; everybody sees it so', async ({ page, own: server }) => {
  await signIn(page, server, people.owner);
  await page.goto(`${server.siteUrl}/SitePages/Members.aspx?Mode=Edit`);
  const part = page.locator('[data-alias="MemberProfiles"]');
  await expect(part.locator('li h3')).toHaveCount(42);
  await page.getByRole('button', { name: /^Edit properties of/ }).click();
  const pane = page.getByRole('dialog');
  await pane.getByLabel('Title', { exact: true }).fill('The Green group');
  await expect(part.getByRole('heading', { name: 'The Green group' })).toBeVisible();
  await pane.getByLabel('Name of the council').fill('Borough of Wexcombe');
  await pane.getByLabel('Show').selectOption('body');
  await pane.getByLabel('Committee', { exact: true }).selectOption('Planning Committee');
  await expect(part.locator('li h3').first()).toBeVisible();
  await pane.getByLabel('Show').selectOption('party');
  // Whom a committee's name chose says nothing of parties: all are shown until one is chosen.
  await expect(part.locator('li h3')).toHaveCount(42);
  await pane.getByLabel('Party', { exact: true }).first().selectOption('Green');
  await expect(part.locator('li h3')).toHaveCount(3);
  await pane.getByRole('switch', { name: 'Skill' }).uncheck();
  await expect(part.getByRole('combobox', { name: 'Skill', exact: true })).toHaveCount(0);
  await pane.getByRole('switch', { name: 'Compact' }).check();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Republish' }).click();
  await expect(page.getByText('The page has been published')).toBeVisible();

  await signIn(page, server, people.member);
  await page.goto(`${server.siteUrl}/SitePages/Members.aspx`);
  await expect(part.getByRole('heading', { name: 'The Green group' })).toBeVisible();
  await expect(part.locator('li h3')).toHaveText(['Tamsin Hale', 'Dev Malhotra', 'Ellen Marsh']);
  await part.getByRole('link', { name: 'Ellen Marsh' }).click();
  const download = page.waitForEvent('download');
  await part.getByRole('button', { name: 'Save contact' }).click();
  const contact = await (await download).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of contact) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).toString('utf8')).toContain('ORG:Borough of Wexcombe');
});
