import { readFileSync } from 'node:fs';
import { parse } from 'vcard4';
import { people } from '../support/server';
import { expect, expectAccessible, expectNoSidewaysScrolling, signIn, test } from './fixture';

/** What can be done with a profile: reach the member, take the profile along, suggest a change and apply it. */

const members = '/SitePages/Members.aspx';

test.describe('a profile', () => {
  test.beforeEach(async ({ page, open }) => {
    await open(members);
    await page.getByRole('link', { name: 'Tom Haldane' }).click();
    await expect(page.getByRole('heading', { name: 'Tom Haldane' })).toBeVisible();
  });

  test('shows all that the protocol asks for, each in its place', async ({ page }) => {
    const part = (name: string): ReturnType<typeof page.locator> =>
      page.getByRole('article').locator('section', { has: page.getByRole('heading', { name, exact: true, level: 3 }) });
    await expect(part('Contact')).toContainText('t.haldane@wexcombe.example');
    await expect(part('Cabinet and portfolio')).toContainText('Cabinet Member for Regeneration and Growth');
    await expect(part('Committees and working parties')).toContainText(/Cabinet\s+Chair/);
    await expect(part('Committees and working parties')).toContainText(/Town Centre Task and Finish Group\s+Vice-Chair/);
    await expect(part('Committees and working parties')).toContainText('Link officer: Dawn Archer');
    await expect(part('Outside appointments')).toContainText(/Wexshire Fire and Rescue Authority\s+Council representative/);
    await expect(part('Skills and interests').locator('li')).toHaveText([
      'Town planning',
      'Construction',
      'British Sign Language',
      'Canals'
    ]);
    await expect(part('Ward colleagues').locator('li')).toHaveText([/Rashid Karim/, /Pauline Stretton/]);
    await expect(part('Neighbouring wards').locator('li')).toHaveText([/^Bilton Fields ward/, /^Dunholme ward/, /^Hillside ward/]);
    await expect(page.getByRole('heading', { name: 'Additional responsibilities' })).toHaveCount(0);
  });

  test('leads to Teams and to e-mail', async ({ page }) => {
    const address = encodeURIComponent('t.haldane@wexcombe.example');
    await expect(page.getByRole('link', { name: 'Chat' })).toHaveAttribute(
      'href',
      `https://teams.microsoft.com/l/chat/0/0?users=${address}`
    );
    await expect(page.getByRole('link', { name: 'Call' })).toHaveAttribute(
      'href',
      `https://teams.microsoft.com/l/call/0/0?users=${address}`
    );
    await expect(page.getByRole('link', { name: 'E-mail', exact: true })).toHaveAttribute('href', 'mailto:t.haldane@wexcombe.example');
  });

  test('leads to colleagues and to all who are on a committee', async ({ page }) => {
    await page.getByRole('link', { name: 'Rashid Karim' }).click();
    await expect(page.getByRole('heading', { name: 'Rashid Karim' })).toBeFocused();
    await page.goBack();
    await page.getByRole('link', { name: 'Cabinet', exact: true }).click();
    await expect(page.getByRole('status')).toHaveText('5 of 42 members');
  });

  test('is copied as a link that opens it', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect(page.getByText('Link copied')).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    await page.goto(link);
    await expect(page.getByRole('heading', { name: 'Tom Haldane' })).toBeVisible();
  });

  test('is saved as a contact with the photograph', async ({ page }) => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save contact' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('Tom Haldane.vcf');
    const card = [parse(readFileSync(await file.path(), 'utf8'))].flat()[0];
    expect(JSON.stringify(card?.getProperty('FN'))).toContain('Tom Haldane');
    expect(JSON.stringify(card?.getProperty('PHOTO'))).toContain('data:image/png;base64,iVBOR');
    await expect(page.getByText('Contact of Tom Haldane saved')).toBeVisible();
  });

  test('is printed on a sheet of its own', async ({ page }) => {
    await page.evaluate(() => {
      window.print = () => {
        document.title = 'printing';
      };
    });
    await page.getByRole('button', { name: 'Print', exact: true }).click();
    await expect.poll(() => page.title()).toBe('printing');
    await page.emulateMedia({ media: 'print' });
    const sheet = page.locator('[data-memberlink-print]');
    await expect(sheet).toContainText('Tom Haldane');
    await expect(sheet).toContainText('Wexcombe Canal Trust (Trustee)');
    await expect(page.getByRole('button', { name: 'Copy link' })).toBeHidden();
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await expect(sheet).toHaveCount(0);
  });
});

test('the whole council is printed, or those who were found', async ({ page, open }) => {
  await open(`${members}?party=Green`);
  await page.evaluate(() => {
    window.print = () => {
      document.title = 'printing';
    };
  });
  await page.getByRole('button', { name: 'Print these' }).click();
  await expect.poll(() => page.title()).toBe('printing');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('[data-memberlink-print] li')).toHaveCount(3);
  await expect(page.locator('[data-memberlink-print] h1')).toHaveText('Members: Green');
});

test('a suggestion is applied by an owner with one press, and who made it sees what became of it', async ({
  page,
  open,
  server,
  browser
}) => {
  await open(`${members}?find=kettle`, people.member);
  await page.getByRole('link', { name: 'Stuart Kettle' }).click();
  await page.getByRole('button', { name: 'Suggest a change to this profile' }).click();
  await page.getByLabel('What should change?').selectOption('Phone');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('This is what it says already.')).toBeVisible();
  await expect(page.getByLabel('What should it say?')).toBeFocused();
  await page.getByLabel('What should it say?').fill('01632 960999');
  // Looking at something else meanwhile loses nothing.
  await page.getByRole('link', { name: 'Members found' }).click();
  await page.getByRole('link', { name: 'Stuart Kettle' }).click();
  await expect(page.getByLabel('What should it say?')).toHaveValue('01632 960999');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('Thank you. An owner of this site looks at it')).toBeVisible();
  await expect(page.getByText('Waiting for an owner.')).toBeVisible();

  const office = await browser.newContext();
  const desk = await office.newPage();
  await signIn(desk, server, people.owner);
  await desk.goto(`${server.siteUrl}${members}`);
  await desk.getByRole('link', { name: '1 suggested change' }).click();
  const suggestion = desk.locator('li', { hasText: 'Stuart Kettle' });
  await expect(suggestion).toContainText('01632 960999');
  await expect(suggestion).toContainText('Amara Whitfield');
  await expectAccessible(desk);
  await expectNoSidewaysScrolling(desk);
  await suggestion.getByRole('button', { name: 'Apply' }).click();
  await expect(desk.getByText('Nothing waits for an answer.')).toBeVisible();
  await office.close();

  await page.reload();
  await expect(page.getByText('Done.')).toBeVisible();
  await expect(page.getByRole('link', { name: '01632 960999' })).toBeVisible();
});

test('what is typed for one detail is there again after looking at another', async ({ page, open }) => {
  await open(`${members}?find=osei`, people.member);
  await page.getByRole('link', { name: 'Harriet Osei' }).click();
  await page.getByRole('button', { name: 'Suggest a change to this profile' }).click();
  await page.getByLabel('What should it say?').fill('Teams, afternoons');
  await page.getByLabel('What should change?').selectOption('Phone');
  await expect(page.getByLabel('What should it say?')).toHaveValue(/^01632/);
  await page.getByLabel('What should change?').selectOption('PreferredContact');
  await expect(page.getByLabel('What should it say?')).toHaveValue('Teams, afternoons');
  await page.getByRole('button', { name: 'Cancel' }).click();
});

test('with the keyboard alone: a filter, a suggestion, and an owner who declines it; the focus is led', async ({ page, open, server }) => {
  const press = async (name: string | RegExp, role: 'button' | 'link' | 'combobox' | 'textbox'): Promise<void> => {
    const target = page.getByRole(role, { name, exact: typeof name === 'string' }).first();
    for (let presses = 0; presses < 80 && !(await target.evaluate((element) => element === document.activeElement)); presses += 1)
      await page.keyboard.press('Tab');
    await expect(target).toBeFocused();
  };
  await open(members, people.member);
  await expect(page.getByText('42 members in 16 wards')).toBeVisible();
  await press('Party', 'combobox');
  await page.keyboard.type('Green');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toHaveText('3 of 42 members');
  await press('Tamsin Hale', 'link');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Tamsin Hale' })).toBeFocused();
  await press('Suggest a change to this profile', 'button');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('What should change?')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.type('Phone, evenings');
  await press('Send', 'button');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Waiting for an owner.').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Suggest a change to this profile' })).toBeFocused();

  await signIn(page, server, people.owner);
  await page.goto(`${server.siteUrl}${members}?find=tamsin`);
  await press('Tamsin Hale', 'link');
  await page.keyboard.press('Enter');
  const suggestion = page.locator('li', { hasText: 'Phone, evenings' });
  await suggestion.getByLabel('Answer (optional)').focus();
  await page.keyboard.type('Please ask the office');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Declined.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Suggested changes' })).toBeFocused();
  await expect(suggestion).toContainText('Not changed. Please ask the office');
});

for (const theme of ['Light', 'Dark', 'High contrast']) {
  for (const width of [1280, 320]) {
    test(`profile, form and suggestions are accessible and fit: ${theme}, ${width} px`, async ({ page, open, server }) => {
      await page.setViewportSize({ width, height: 800 });
      await open(`${members}?find=haldane`, people.owner);
      await page.getByLabel('Theme').selectOption(theme);
      await page.getByRole('link', { name: 'Tom Haldane' }).click();
      await page.getByRole('button', { name: 'Suggest a change to this profile' }).click();
      await page.getByRole('button', { name: 'Send' }).click();
      await expect(page.getByText('This is what it says already.')).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
      await page.getByRole('button', { name: 'Cancel' }).click();
      await page.goto(`${server.siteUrl}${members}?suggestions=open`);
      await expect(page.getByRole('heading', { name: 'Suggested changes' })).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
    });
  }
}

test('who is no owner sees neither others’ suggestions nor buttons that decide', async ({ page, open, server }) => {
  await open(`${members}?find=hale`, people.member);
  await page.getByRole('link', { name: 'Tamsin Hale' }).click();
  await page.getByRole('button', { name: 'Suggest a change to this profile' }).click();
  await page.getByLabel('What should change?').selectOption('Other');
  await page.getByLabel('What is wrong, and what would be right?').fill('The photograph is of somebody else');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('The photograph is of somebody else')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Mark as done' })).toHaveCount(0);
  const address = page.url();
  await signIn(page, server, people.officer);
  await page.goto(address);
  await expect(page.getByRole('heading', { name: 'Tamsin Hale' })).toBeVisible();
  await expect(page.getByText('The photograph is of somebody else')).toHaveCount(0);
});
