import { expect, expectAccessible, expectNoSidewaysScrolling, test } from './fixture';

const cards = '[data-alias="MemberProfiles"] li h3';

test('an officer browses the members of the council', async ({ page, open }) => {
  await open('/SitePages/Members.aspx');
  await expect(page.getByRole('heading', { name: 'Members', exact: true })).toBeVisible();
  await expect(page.getByText('42 members in 16 wards, 1 vacant seat')).toBeVisible();
  await expect(page.locator(cards)).toHaveCount(42);
  const card = page.locator('li', { hasText: 'Siân Prosser' });
  await expect(card).toContainText('Dunholme ward');
  await expect(card).toContainText('Liberal Democrat');
  await expect(card).toContainText('Chair, Planning Committee');
  const picture = card.locator('img');
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await expect(page.locator('li', { hasText: 'Zofia Kowalczyk' })).toContainText('ZK');
});

test('members stand in the order of their surnames', async ({ page, open }) => {
  await open('/SitePages/Members.aspx');
  await expect(page.locator(cards)).toHaveCount(42);
  const names = await page.locator(cards).allTextContents();
  expect(names.slice(0, 3)).toEqual(['Joseph Abiola', 'Patrick Adeyemi', 'Simon Aldous']);
  expect(names.indexOf("Catherine O'Rourke")).toBeGreaterThan(names.indexOf('Beatrice Onyango'));
});

test('search finds by name, ward and party, says how many, and is cleared', async ({ page, open }) => {
  await open('/SitePages/Members.aspx');
  const field = page.getByLabel('Search members');
  await field.fill('sian');
  await expect(page.locator(cards)).toHaveText(['Siân Prosser']);
  await expect(page.getByRole('status')).toHaveText('1 of 42 members');
  await field.fill('castle');
  await expect(page.locator(cards)).toHaveText(['Tom Haldane', 'Rashid Karim', 'Pauline Stretton']);
  await field.fill('castle labour');
  await expect(page.locator(cards)).toHaveText(['Rashid Karim']);
  await field.fill('<b>nobody</b>');
  await expect(page.getByText('No member matches “<b>nobody</b>”')).toBeVisible();
  await field.press('Escape');
  await expect(page.locator(cards)).toHaveCount(42);
  await field.fill('green');
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(page.locator(cards)).toHaveCount(42);
  await expect(field).toBeFocused();
});

test('a profile has its own address, and back returns to the place', async ({ page, open }) => {
  await open('/SitePages/Members.aspx');
  await page.getByLabel('Search members').fill('con');
  await page.getByRole('link', { name: 'Tom Haldane' }).click();
  await expect(page).toHaveURL(/\?find=con&member=\d+$/);
  const heading = page.getByRole('heading', { name: 'Tom Haldane' });
  await expect(heading).toBeFocused();
  const profile = page.getByRole('article');
  for (const text of [
    'Castle ward',
    'Conservative',
    'Leader of the Council',
    'Cabinet Member for Regeneration and Growth',
    '01632 960404',
    'Castle Library',
    'May 2024 to May 2028'
  ]) {
    await expect(profile).toContainText(text);
  }
  await expect(profile.getByRole('link', { name: 't.haldane@wexcombe.example' })).toHaveAttribute(
    'href',
    'mailto:t.haldane@wexcombe.example'
  );
  const address = page.url();
  await page.goBack();
  await expect(page.getByLabel('Search members')).toHaveValue('con');
  await expect(page.getByRole('link', { name: 'Tom Haldane' })).toBeFocused();
  await page.goForward();
  await expect(heading).toBeVisible();
  await page.goto(address);
  await expect(heading).toBeVisible();
  await page.getByRole('link', { name: 'Members found' }).click();
  await expect(page.getByLabel('Search members')).toHaveValue('con');
  await expect(page).not.toHaveURL(/member=/);
});

test('honours and titles stand on the profile', async ({ page, open }) => {
  await open('/SitePages/Members.aspx');
  await page.getByRole('link', { name: 'Bernard Quill' }).click();
  await expect(page.getByRole('heading', { name: 'Bernard Quill MBE DL' })).toBeVisible();
  await page.goBack();
  await page.getByRole('link', { name: 'Yusuf Rahman' }).click();
  await expect(page.getByRole('heading', { name: 'Dr Yusuf Rahman' })).toBeVisible();
});

test('a link to a member who is not on the list says so and leads on', async ({ page, open }) => {
  await open('/SitePages/Members.aspx?member=99999');
  await expect(page.getByRole('alert')).toContainText('This member is not on the list');
  await page.getByRole('button', { name: 'All members' }).click();
  await expect(page.locator(cards)).toHaveCount(42);
  await expect(page.getByRole('heading', { name: 'Members', exact: true })).toBeFocused();
});

test('a page that is opened at a profile leaves the focus at its top', async ({ page, open }) => {
  await open('/SitePages/Members.aspx');
  const address = await page.getByRole('link', { name: 'Tom Haldane' }).getAttribute('href');
  await page.goto(new URL(String(address), page.url()).href);
  await expect(page.getByRole('heading', { name: 'Tom Haldane' })).toBeVisible();
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
});

test('what the first screen does not need comes when it is needed', async ({ page, open }) => {
  const scripts: string[] = [];
  page.on('request', (request) => request.url().includes('/ClientSideAssets/') && scripts.push(request.url()));
  await open('/SitePages/Members.aspx');
  await expect(page.locator(cards)).toHaveCount(42);
  const before = scripts.length;
  await page.getByRole('link', { name: 'Tom Haldane' }).click();
  await expect(page.getByRole('heading', { name: 'Tom Haldane' })).toBeVisible();
  const further = scripts.slice(before);
  // The screen itself, and what it shares with screens of other web parts.
  expect(further.some((url) => url.includes('member-profile'))).toBe(true);
  expect(further.length).toBeLessThanOrEqual(2);
  expect(new Set(scripts).size).toBe(scripts.length);
});

test('all of it works with the keyboard alone', async ({ page, open }) => {
  await open('/SitePages/Members.aspx');
  await expect(page.locator(cards)).toHaveCount(42);
  const field = page.getByLabel('Search members');
  for (let presses = 0; presses < 20 && !(await field.evaluate((element) => element === document.activeElement)); presses += 1)
    await page.keyboard.press('Tab');
  await expect(field).toBeFocused();
  await page.keyboard.type('marsh');
  await expect(page.locator(cards)).toHaveText(['Ellen Marsh']);
  const link = page.getByRole('link', { name: 'Ellen Marsh' });
  for (let presses = 0; presses < 16 && !(await link.evaluate((element) => element === document.activeElement)); presses += 1)
    await page.keyboard.press('Tab');
  await expect(link).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Ellen Marsh' })).toBeFocused();
});

for (const theme of ['light', 'dark'] as const) {
  for (const width of [1280, 375, 320]) {
    test(`list and profile are accessible and fit: ${theme}, ${width} px`, async ({ page, open }) => {
      await page.emulateMedia({ colorScheme: theme });
      await page.setViewportSize({ width, height: 800 });
      await open('/SitePages/Members.aspx');
      await expect(page.locator(cards)).toHaveCount(42);
      expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe(theme);
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
      await page.getByRole('link', { name: 'Tom Haldane' }).click();
      await expect(page.getByRole('heading', { name: 'Tom Haldane' })).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
    });
  }
}

test('text at 200 % still fits', async ({ page, open }) => {
  await page.setViewportSize({ width: 640, height: 800 });
  await open('/SitePages/Members.aspx');
  await expect(page.locator(cards)).toHaveCount(42);
  await page.addStyleTag({ content: 'html { zoom: 2 }' });
  await expectNoSidewaysScrolling(page);
});

test('the theme follows without a reload', async ({ page, open }) => {
  await open('/SitePages/Members.aspx');
  const name = page.locator(cards).first();
  const colour = (): Promise<string> => name.evaluate((element) => getComputedStyle(element).color);
  await expect.poll(colour).toBe('rgb(36, 36, 36)');
  await page.getByLabel('Theme').selectOption('Dark');
  await expect.poll(colour).toBe('rgb(255, 255, 255)');
});
