import { expect, expectAccessible, expectNoSidewaysScrolling, test } from './fixture';

/** Finding members: search, filters, order, views, addresses. */

const cards = '[data-alias="MemberProfiles"] li h3';
const members = '/SitePages/Members.aspx';

test.beforeEach(async ({ page, open }) => {
  await open(members);
  await expect(page.locator(cards)).toHaveCount(42);
});

for (const [label, value, chosen, found] of [
  ['Party', 'Green', 'Party: Green', ['Tamsin Hale', 'Dev Malhotra', 'Ellen Marsh']],
  ['Ward', 'Castle', 'Ward: Castle', ['Tom Haldane', 'Rashid Karim', 'Pauline Stretton']],
  ['Committee', 'Cabinet', 'Committee: Cabinet', ['Simon Aldous', 'Charles Enderby', 'Tom Haldane', 'Harriet Osei', 'George Pettifer']],
  ['Role', 'whip', 'Role: Whip', ['Anjali Desai']]
] as const) {
  test(`narrowed by ${label}`, async ({ page }) => {
    const filter = page.getByRole('combobox', { name: label, exact: true });
    await expect(
      filter.locator('option', { hasText: `(${found.length})` }).filter({ hasText: value === 'whip' ? 'Whip' : value })
    ).toHaveCount(1);
    await filter.selectOption(value);
    await expect(page.locator(cards)).toHaveText([...found]);
    await expect(page.getByRole('status')).toHaveText(`${found.length} of 42 members`);
    await expect(page.getByText(chosen)).toBeVisible();
    await page.getByRole('button', { name: `Clear ${label}` }).click();
    await expect(page.locator(cards)).toHaveCount(42);
    await expect(filter).toBeFocused();
  });
}

test('narrowed by a skill, and further by party; the counts follow', async ({ page }) => {
  await page.getByRole('combobox', { name: 'Skill', exact: true }).selectOption('Canals');
  const canals = await page.locator(cards).count();
  expect(canals).toBeGreaterThan(1);
  const parties = await page.getByRole('combobox', { name: 'Party', exact: true }).locator('option').allTextContents();
  const counted = parties.slice(1).map((text) => Number(/\((\d+)\)$/.exec(text)?.[1]));
  expect(counted.reduce((sum, count) => sum + count, 0)).toBe(canals);
  await page.getByRole('combobox', { name: 'Party', exact: true }).selectOption('Conservative');
  await expect(page.locator(cards)).toHaveCount(
    Number(/\((\d+)\)/.exec(parties.find((text) => text.startsWith('Conservative')) ?? '')?.[1])
  );
  await page.getByRole('button', { name: 'Clear search and filters' }).click();
  await expect(page.locator(cards)).toHaveCount(42);
});

test('search knows committees and skills, and forgives typing errors', async ({ page }) => {
  const field = page.getByLabel('Search members');
  await field.fill('trustee');
  await expect(page.locator(cards)).toHaveText(['Leila Haddad', 'Tom Haldane', 'Bernard Quill']);
  await field.fill('haldnae');
  await expect(page.locator(cards).first()).toHaveText('Tom Haldane');
  await expect(page.getByRole('status')).toContainText('Nothing exactly like that');
});

test('a shared link shows the same, and back undoes one step at a time', async ({ page }) => {
  await page.getByRole('combobox', { name: 'Party', exact: true }).selectOption('Labour');
  await page.getByRole('combobox', { name: 'Sort', exact: true }).selectOption('ward');
  await page.getByRole('button', { name: 'Table' }).click();
  const rows = page.getByRole('table').getByRole('rowheader');
  await expect(rows).toHaveCount(15);
  const shared = page.url();
  const names = await rows.allTextContents();
  await page.goto(shared);
  await expect(rows).toHaveText(names);
  await expect(page.getByRole('columnheader', { name: 'Ward' })).toHaveAttribute('aria-sort', 'ascending');
  await page.goBack();
  await page.goBack();
  await expect(page.locator(cards)).toHaveCount(15);
  await page.goBack();
  await page.goBack();
  await expect(page.locator(cards)).toHaveCount(42);
});

test('letters typed make no history: back leaves the page', async ({ page }) => {
  await page.getByLabel('Search members').pressSequentially('haldane');
  await expect(page).toHaveURL(/find=haldane/);
  await page.getByRole('link', { name: 'Tom Haldane' }).click();
  await page.goBack();
  await expect(page.locator(cards)).toHaveText(['Tom Haldane']);
  await expect(page.getByLabel('Search members')).toHaveValue('haldane');
});

test('going through the choices of a filter is one step back', async ({ page }) => {
  const party = page.getByRole('combobox', { name: 'Party', exact: true });
  for (const value of ['Conservative', 'Green', 'Labour']) await party.selectOption(value);
  await expect(page.locator(cards)).toHaveCount(15);
  await page.goBack();
  await expect(page.locator(cards)).toHaveCount(42);
});

test('on a phone the headings of the table are seen while the keyboard is on them', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  await page.getByRole('button', { name: 'Table' }).click();
  const heading = page.getByRole('table').getByRole('button', { name: 'Surname' });
  expect((await heading.boundingBox())?.width ?? 0).toBeGreaterThan(0);
  await page.getByLabel('Former members too').focus();
  await page.keyboard.press('Tab');
  await expect(heading).toBeFocused();
  const box = await page.locator('thead').boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(24);
});

test('by ward, with vacancies', async ({ page }) => {
  await page.getByRole('button', { name: 'By ward' }).click();
  await expect(page.getByRole('heading', { level: 3 })).toHaveCount(16);
  const dunholme = page.locator('section', { has: page.getByRole('heading', { name: /^Dunholme ward/ }) }).last();
  await expect(dunholme).toContainText('2 members, 1 vacant seat');
  await expect(dunholme.locator('li')).toHaveText([/Siân Prosser/, /Oliver Tranter/, 'Vacant seat']);
});

test('former members on request, marked as such', async ({ page }) => {
  await page.getByLabel('Former members too').check();
  await expect(page.locator(cards)).toHaveCount(45);
  await expect(page.locator('li', { hasText: 'Harold Pym' })).toContainText('Former member');
  await page.getByRole('link', { name: 'Harold Pym' }).click();
  await expect(page.getByRole('article')).toContainText('Former member');
  await expect(page.getByRole('link', { name: 'Chat' })).toHaveCount(0);
  const address = page.url().replace('former=1&', '');
  await page.goto(address);
  await expect(page.getByRole('heading', { name: 'Harold Pym' })).toBeVisible();
});

test('a table is sorted by its headings', async ({ page }) => {
  await page.getByRole('button', { name: 'Table' }).click();
  await page.getByRole('table').getByRole('button', { name: 'Party' }).click();
  const last = page.getByRole('table').getByRole('rowheader').last();
  await expect(last).toHaveText('Marjorie Bell');
  await page.getByRole('table').getByRole('button', { name: 'Surname' }).click();
  await expect(last).toHaveText('Amara Whitfield');
});

for (const theme of ['Light', 'Dark', 'High contrast']) {
  for (const width of [1280, 320]) {
    test(`every view is accessible and fits: ${theme}, ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.getByLabel('Theme').selectOption(theme);
      await page.getByRole('combobox', { name: 'Party', exact: true }).selectOption('Green');
      for (const view of ['Cards', 'Table', 'By ward']) {
        await page.getByRole('button', { name: view }).click();
        await expect(page.getByRole('button', { name: view })).toHaveAttribute('aria-pressed', 'true');
        await expectAccessible(page);
        await expectNoSidewaysScrolling(page);
      }
    });
  }
}
