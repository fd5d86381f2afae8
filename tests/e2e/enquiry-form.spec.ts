import '@pnp/sp/attachments';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { api } from '../support/api';
import { cast, casework, ids, raise, sitePath, writer } from '../support/enquiries';
import { people, type TestServer } from '../support/server';
import { fillPage, form, proceed, sendIt, test, tuesday, walk } from './enquiry-fixture';
import { expect, expectAccessible, expectNoSidewaysScrolling, signIn } from './fixture';

/** The form as members use it: pages, errors, drafts, documents, and sending when things go wrong. */

const casual = { 'What do you need?': 'A matter for a resident' };
const summary = (page: Page): ReturnType<Page['getByRole']> => page.getByRole('alert').filter({ hasText: 'There is a problem' });
const drafts = (server: TestServer): Promise<Record<string, unknown>[]> =>
  server
    .as(people.owner)
    .web.getList(`${sitePath}/Lists/EnquiryDrafts`)
    .items.select('*', 'Author/EMail')
    .expand('Author')
    .orderBy('ID', false)();
const enquiriesCalled = async (server: TestServer, title: string): Promise<Record<string, unknown>[]> =>
  server.as(people.owner).web.getList(`${sitePath}/Lists/Enquiries`).items.filter(`Title eq '${title}'`)();
const faults = (server: TestServer, rules: Record<string, unknown>[]): Promise<Response> =>
  fetch(`${server.origin}/_local/faults`, { method: 'PUT', body: JSON.stringify({ seed: 1, rules }) });
test.afterEach(({ server }) => fetch(`${server.origin}/_local/faults`, { method: 'DELETE' }));

/** Another device of somebody's. */
async function device(browser: Browser, server: TestServer, login: string): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, server, login);
  return { page, context };
}

test('a routine matter on a phone: six pages, one column, every page accessible, in light and dark', async ({ page, open }) => {
  test.slow();
  await page.clock.setFixedTime(tuesday);
  await page.setViewportSize({ width: 375, height: 760 });
  await open(form, cast.amara);
  for (const theme of ['Light', 'Dark']) {
    await page.getByLabel('Theme').selectOption(theme);
    let pages = 1;
    const button = page.getByRole('button', { name: /^(Continue|Send )/ });
    for (; await button.waitFor().then(() => page.getByRole('button', { name: 'Continue' }).count()); pages += 1) {
      await fillPage(page, casual);
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
      const target = await page.getByRole('button', { name: 'Continue' }).boundingBox();
      expect(target?.height).toBeGreaterThanOrEqual(44);
      await proceed(page);
    }
    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
    await page.setViewportSize({ width: 320, height: 640 });
    await expectNoSidewaysScrolling(page);
    await page.setViewportSize({ width: 375, height: 760 });
    await sendIt(page);
    expect(pages + 1).toBeLessThanOrEqual(6);
    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
    await page.getByRole('button', { name: 'Raise another' }).click();
    await expect(page.getByRole('heading', { name: 'What do you need?' })).toBeFocused();
  }
});

test('with the keyboard alone', async ({ page, open }) => {
  await page.clock.setFixedTime(tuesday);
  await open(form, cast.amara);
  await page.getByRole('heading', { name: 'What do you need?' }).waitFor();
  const focused = (): Promise<string> =>
    page.evaluate(() => {
      const { activeElement: element } = document;
      const id = element?.id ?? '';
      return (id && document.querySelector(`label[for="${id}"]`)?.textContent) || (element?.textContent ?? '');
    });
  /** Tabs on until what is focused is called so. */
  const tabTo = async (name: string): Promise<void> => {
    for (let count = 0; count < 60; count += 1) {
      await page.keyboard.press('Tab');
      if ((await focused()).includes(name)) return;
    }
    throw new Error(`${name} is not reached`);
  };
  await tabTo('A matter for a resident');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'A few questions first' })).toBeFocused();
  for (let question = 0; question < 4; question += 1) {
    await page.keyboard.press('Tab');
    if ((await focused()).includes('Back')) await page.keyboard.press('Tab');
    // From "Yes" to "No", as radio buttons go.
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('radio', { name: 'No', exact: true }).nth(question)).toBeChecked();
  }
  await tabTo('Continue');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'What is it about?' })).toBeFocused();
  await tabTo('Use everyday words');
  await page.keyboard.type('broken glass');
  await tabTo('Street cleaning');
  await page.keyboard.press('Space');
  await tabTo('Continue');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'What happened?' })).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'Summary' })).toHaveValue('Broken glass');
  await tabTo('What happened');
  await page.keyboard.type('At the gate');
  await tabTo('Yes');
  await page.keyboard.press('ArrowRight');
  await tabTo('Continue');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Check your answers' })).toBeFocused();
  await tabTo('Send enquiry');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Enquiry sent' })).toBeFocused();
});

test('errors: a summary that takes the focus and leads to the fields, the title says so, and nothing typed is lost', async ({
  page,
  open
}) => {
  await open(form, cast.amara);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(summary(page)).toBeFocused();
  await expect(page).toHaveTitle(/^Error: /);
  await summary(page).getByRole('link', { name: 'Choose what you need' }).click();
  await expect(page.getByRole('radio').first()).toBeFocused();
  await page.getByRole('radio', { name: 'A matter for a resident' }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page).not.toHaveTitle(/^Error: /);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(summary(page).getByRole('link')).toHaveText([
    'Say whether anyone is at risk, or it cannot wait',
    'Answer the question “Is it a private matter of your own?”',
    'Answer the question “Does it ask officers to run their daily work or staffing another way?”',
    'Answer the question “Are the facts unclear, or is the matter controversial?”'
  ]);
  await expectAccessible(page);
  await fillPage(page, casual);
  await proceed(page);
  await fillPage(page, casual);
  await proceed(page);
  const long = 'ä'.repeat(100_000);
  await page.getByRole('textbox', { name: 'Summary' }).fill('x'.repeat(121));
  await page.getByRole('textbox', { name: 'What happened' }).fill(long);
  await page.getByText('Add an earlier reference or a date').click();
  await page.getByLabel('Needed by (optional)').fill('2020-01-01');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(summary(page).getByRole('link')).toHaveText([
    'Summary must be 120 characters or less',
    'What happened must be 50,000 characters or less',
    'Needed by must be today or later',
    'Say whether it is for a constituent'
  ]);
  await expect(page.getByRole('textbox', { name: 'What happened' })).toHaveAccessibleDescription(
    'What happened must be 50,000 characters or less'
  );
  await expect(page.getByText('50,000 characters too many')).toBeVisible();
  expect((await page.getByRole('textbox', { name: 'What happened' }).inputValue()).length).toBe(100_000);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Back' }).click();
  await page.goBack();
  expect((await page.getByRole('textbox', { name: 'What happened' }).inputValue()).length).toBe(100_000);
});

test('whoever changes an answer comes back to check all of them, with Continue and with Back', async ({ page, open }) => {
  await open(form, cast.amara);
  await walk(page, casual);
  await page.getByRole('link', { name: 'Change Summary' }).click();
  await page.getByRole('textbox', { name: 'Summary' }).fill('Another summary');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { name: 'Check your answers' })).toBeFocused();
  await expect(page.getByText('Another summary')).toBeVisible();
  await page.getByRole('link', { name: 'Change About' }).click();
  await page.getByRole('link', { name: 'Back' }).click();
  await expect(page.getByRole('heading', { name: 'Check your answers' })).toBeFocused();
  // A constituent after all: one more page, then back.
  await page.getByRole('link', { name: 'Change For a constituent' }).click();
  await page
    .getByRole('group', { name: /for a constituent/ })
    .getByRole('radio', { name: 'Yes' })
    .check();
  await proceed(page);
  await expect(page.getByRole('heading', { name: 'Whom do you act for?' })).toBeFocused();
  await fillPage(page, casual);
  await proceed(page);
  await expect(page.getByText('Jo Bloggs')).toBeVisible();
  // Another kind has other questions, and what was written stays.
  await page.getByRole('link', { name: 'Change What you need' }).click();
  await walk(page, { 'What do you need?': 'Something in my ward' });
  await expect(page.getByText('Another summary')).toBeVisible();
  await expect(page.getByText('Something in my ward', { exact: true })).toBeVisible();
});

test('advice of the protocol is told with its clause, and again before it is sent', async ({ page, open }) => {
  await open(form, cast.amara);
  await walk(page, { ...casual, 'Are the facts unclear': 'Yes' });
  const advice = page.getByRole('status').filter({ hasText: 'The protocol advises' });
  await expect(advice).toContainText('Consider a call or a talk before you write.');
  await advice.getByText('Protocol, clause 5.4').click();
  await expect(advice.locator('details p')).toBeVisible();
});

test('a date that leaves less than the notice is told beside the field, and can be kept', async ({ page, open }) => {
  await page.clock.setFixedTime(tuesday);
  await open(form, cast.amara);
  const information = { 'What do you need?': 'Facts, papers or figures', 'What do you need it for?': 'My work as a member' };
  await page.getByRole('radio', { name: 'Facts, papers or figures' }).check();
  for (let count = 0; count < 4; count += 1) {
    await fillPage(page, information);
    await proceed(page);
  }
  const field = page.getByLabel('Needed by (optional)');
  await expect(field).toHaveAccessibleDescription('The protocol asks for 5 working days.');
  await field.fill('2026-11-26');
  await expect(page.getByRole('status').filter({ hasText: 'That leaves' })).toHaveText(
    'That leaves 2 working days; the protocol asks for 5. Choose a later date if you can.'
  );
  await field.fill('2026-12-10');
  await expect(page.getByText('That leaves')).toHaveCount(0);
});

test('a hint where the text seems to hold personal information', async ({ page, open }) => {
  await open(form, cast.amara);
  await page.getByRole('radio', { name: 'A matter for a resident' }).check();
  await proceed(page);
  await fillPage(page, casual);
  await proceed(page);
  await fillPage(page, casual);
  await proceed(page);
  await page.getByRole('textbox', { name: 'What happened' }).fill('Ring 07700 900123 or jo@example.com, NHS 943 476 5919');
  await expect(page.getByRole('status').filter({ hasText: 'This seems to hold' })).toHaveText(
    'This seems to hold a telephone number, an e-mail address, an NHS number. Leave it out unless the officer needs it.'
  );
});

test('a draft is saved as one goes, and gone on with on another device', async ({ page, open, server, browser }) => {
  await open(form, cast.tom);
  await walkToWhat(page);
  await page.getByRole('textbox', { name: 'What happened' }).fill('Half of it');
  await page.getByRole('radio', { name: 'No', exact: true }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('status').filter({ hasText: /^Saved at \d\d:\d\d\./ })).toBeVisible();
  const other = await device(browser, server, cast.tom);
  await other.page.goto(`${server.siteUrl}${form}`);
  await other.page.getByRole('link', { name: 'You have 1 draft' }).click();
  await expect(other.page.getByRole('heading', { name: 'Drafts' })).toBeFocused();
  await expectAccessible(other.page);
  await other.page.getByRole('button', { name: /Go on/ }).click();
  await expect(other.page.getByRole('heading', { name: 'Check your answers' })).toBeVisible();
  await expect(other.page.getByText('Half of it')).toBeVisible();
  await other.page.goBack();
  await other.page.getByRole('button', { name: /Delete/ }).click();
  await other.page.getByRole('button', { name: 'Keep it' }).click();
  await other.page.getByRole('button', { name: /^Delete/ }).click();
  await expect(other.page.getByRole('button', { name: /Delete for good/ })).toBeFocused();
  await other.page.keyboard.press('Enter');
  await expect(other.page.getByRole('status').filter({ hasText: 'was deleted' })).toBeVisible();
  await expect(other.page.getByText('There are none.')).toBeVisible();
  await other.context.close();
});

/** Goes to the page on which one writes what happened. */
async function walkToWhat(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'A matter for a resident' }).check();
  for (let count = 0; count < 3; count += 1) {
    await fillPage(page, casual);
    await proceed(page);
  }
}

test('drafts that were left alone for 30 days are removed when drafts are opened', async ({ page, server }) => {
  const rashid = await writer(server, cast.rashid);
  const old = await rashid.drafts.add('old-one', 'Old one', casework);
  await rashid.drafts.add('new-one', 'New one', casework);
  const answer = await api(server, people.owner).send(
    `web/getList('${sitePath}/Lists/EnquiryDrafts')/items(${old.id})/ValidateUpdateListItem()`,
    { formValues: [{ FieldName: 'Modified', FieldValue: '2026-01-02 10:00:00' }], bNewDocumentUpdate: true }
  );
  expect(answer.ok).toBe(true);
  await signIn(page, server, cast.rashid);
  await page.goto(`${server.siteUrl}${form}?step=drafts`);
  await expect(page.getByText('1 draft that was left alone for 30 days was removed.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Go on New one' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Go on Old one' })).toHaveCount(0);
  expect((await drafts(server)).some(({ Id }) => Id === old.id)).toBe(false);
});

test('answers survive a reload, also those that were not saved yet', async ({ page, open }) => {
  await open(form, cast.amara);
  await walkToWhat(page);
  await expect(page).toHaveURL(/draft=\d+/);
  await page.getByRole('textbox', { name: 'What happened' }).fill('Typed and not left');
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'What happened' })).toHaveValue('Typed and not left');
  await expect(page.getByRole('textbox', { name: 'Summary' })).toHaveValue('Broken glass');
});

test('without a connection one goes on writing, and it is saved once there is one', async ({ page, server, context }) => {
  await signIn(page, server, cast.amara);
  await page.goto(`${server.siteUrl}${form}`);
  await page.getByRole('radio', { name: 'A matter for a resident' }).check();
  await proceed(page);
  await expect(page.getByRole('status').filter({ hasText: /^Saved/ })).toBeVisible();
  // Later pages are loaded while one writes.
  await page.waitForTimeout(1500);
  await context.setOffline(true);
  await fillPage(page, casual);
  await proceed(page);
  await expect(page.getByText(/Not saved: There is no connection/)).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByRole('status').filter({ hasText: /^Saved at/ })).toBeVisible();
});

test('a draft that cannot be read just now is not said to be gone', async ({ page, server }) => {
  const amara = await writer(server, cast.amara);
  const draft = await amara.drafts.add('unread', 'Unread', { ...casework, summary: 'Unread' });
  await signIn(page, server, cast.amara);
  await page.goto(`${server.siteUrl}${form}?step=drafts`);
  await page.getByRole('button', { name: 'Go on Unread' }).waitFor();
  await faults(server, [{ fault: 'drop', when: 'before', path: `EnquiryDrafts')/items(${draft.id})` }]);
  // Gone to by the history, as with Back.
  await page.evaluate((id) => window.history.pushState(null, '', `?step=check&draft=${id}`), draft.id);
  await page.evaluate(() => window.dispatchEvent(new PopStateEvent('popstate')));
  await expect(page.getByRole('alert')).toContainText('There is no connection to SharePoint');
  await fetch(`${server.origin}/_local/faults`, { method: 'DELETE' });
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'Check your answers' })).toBeVisible();
});

test('two windows on one draft: the second is told, and chooses', async ({ page, context, server }) => {
  await signIn(page, server, cast.amara);
  await page.goto(`${server.siteUrl}${form}`);
  await walkToWhat(page);
  await page.getByRole('textbox', { name: 'What happened' }).fill('From the first window');
  await expect(page).toHaveURL(/draft=\d+/);
  const second = await context.newPage();
  await second.goto(page.url());
  await second.getByRole('textbox', { name: 'What happened' }).fill('From the second window');
  await second.getByRole('radio', { name: 'No', exact: true }).check();
  await second.getByRole('button', { name: 'Continue' }).click();
  await expect(second.getByRole('status').filter({ hasText: /^Saved at/ })).toBeVisible();
  await page.getByRole('radio', { name: 'No', exact: true }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { name: 'This draft was changed in another window' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Take the other answers' }).click();
  await expect(page.getByText('From the second window')).toBeVisible();
  await sendIt(page);
  // The other window's press sends nothing more.
  await second.getByRole('button', { name: 'Send enquiry' }).click();
  await second.waitForURL(/sent=\d+/);
  expect(new URL(second.url()).searchParams.get('sent')).toBe(new URL(page.url()).searchParams.get('sent'));
  expect(
    (await drafts(server)).filter((draft) => (draft.Author as { EMail: string }).EMail === cast.amara && draft.State === 'Sending')
  ).toEqual([]);
});

test('documents: several at once, dropped, refused with the reason, taken away, and sent', async ({ page, server }) => {
  test.slow();
  await signIn(page, server, cast.amara);
  await page.goto(`${server.siteUrl}${form}`);
  await walk(page, casual);
  await page.getByRole('link', { name: 'Change Documents' }).click();
  const picture = { name: 'gate.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(200_000, 7) };
  await page
    .getByLabel('Choose documents')
    .setInputFiles([
      picture,
      picture,
      { name: 'tool.exe', mimeType: 'application/octet-stream', buffer: Buffer.alloc(10) },
      { name: 'empty.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) },
      { name: `${'n'.repeat(200)}.pdf`, mimeType: 'application/pdf', buffer: Buffer.alloc(10) },
      { name: "It's 100 % #1.pdf", mimeType: 'application/pdf', buffer: Buffer.from('pdf') }
    ]);
  const list = page.getByRole('list', { name: 'Documents' });
  await expect(list.getByRole('button', { name: /^Remove/ })).toHaveCount(3);
  await expect(list.getByText('This kind of file cannot be added.')).toBeVisible();
  await expect(list.getByText('It is empty.')).toBeVisible();
  await expect(list.getByText('longer than 200 characters')).toBeVisible();
  await expectAccessible(page);
  // Dropped.
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['note'], 'dropped.txt', { type: 'text/plain' }));
    return data;
  });
  await page.getByText('Drop documents here, or').dispatchEvent('drop', { dataTransfer: transfer });
  await expect(list.getByRole('button', { name: 'Remove dropped.txt' })).toBeVisible();
  await list.getByRole('button', { name: 'Remove gate (2).jpg' }).click();
  await expect(list.getByText('gate (2).jpg')).toHaveCount(0);
  // The network goes while one is added, and comes back.
  await faults(server, [{ fault: 'drop', when: 'before', path: 'AttachmentFiles' }]);
  await page.getByLabel('Choose documents').setInputFiles({ name: 'late.pdf', mimeType: 'application/pdf', buffer: Buffer.from('late') });
  await list.getByRole('button', { name: 'Try again late.pdf' }).waitFor();
  await fetch(`${server.origin}/_local/faults`, { method: 'DELETE' });
  await list.getByRole('button', { name: 'Try again late.pdf' }).click();
  await expect(list.getByRole('button', { name: 'Remove late.pdf' })).toBeVisible();
  await page.getByRole('button', { name: 'Continue' }).click();
  const { id } = await sendIt(page);
  await expect(page.getByText(/^Sent with it: /)).toContainText("It's 100 % #1.pdf");
  const files = await (
    await api(server, cast.amara).send(
      `web/getFolderByServerRelativePath(decodedUrl='${sitePath}/EnquiryDocuments/member-1/${id}')/files?$select=Name,Length`
    )
  ).json();
  expect((files as { value: { Name: string; Length: string }[] }).value.map(({ Name, Length }) => [Name, Number(Length)]).sort()).toEqual(
    [
      ['dropped.txt', 4],
      ['gate.jpg', 200_000],
      ["It's 100 % #1.pdf", 3],
      ['late.pdf', 4]
    ].sort()
  );
});

test('sending fails, says so, and goes on where it stopped: one enquiry', async ({ page, server }) => {
  test.slow();
  await signIn(page, server, cast.amara);
  await page.goto(`${server.siteUrl}${form}`);
  await walk(page, { ...casual, Summary: 'Sent through thick and thin' });
  await faults(server, [{ fault: 'drop', when: 'after', path: 'EnquiryMessages' }]);
  await page.getByRole('button', { name: 'Send enquiry' }).click();
  await expect(page.getByText('It is tried again by itself')).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('It could not be sent: There is no connection to SharePoint', { timeout: 40_000 });
  await expect(page.getByRole('alert')).toContainText('cannot be sent twice');
  await fetch(`${server.origin}/_local/faults`, { method: 'DELETE' });
  await page.getByRole('button', { name: 'Finish sending' }).click();
  await page.waitForURL(/sent=\d+/, { timeout: 40_000 });
  expect(await enquiriesCalled(server, 'Sent through thick and thin')).toHaveLength(1);
});

test('a double press sends once', async ({ page, open, server }) => {
  await open(form, cast.amara);
  await walk(page, { ...casual, Summary: 'Pressed twice' });
  await page.getByRole('button', { name: 'Send enquiry' }).dblclick();
  await page.waitForURL(/sent=\d+/);
  expect(await enquiriesCalled(server, 'Pressed twice')).toHaveLength(1);
});

test('the confirmation has an address: it is opened again, by nobody else, copied and printed', async ({ page, open, server, browser }) => {
  await page.clock.setFixedTime(tuesday);
  await open(form, cast.amara);
  await walk(page, { ...casual, Summary: 'Kept for later' });
  const { id } = await sendIt(page);
  await expect(page.getByRole('listitem').filter({ hasText: 'has it now' })).toHaveText('Priya Raman, Liaison officer, has it now.');
  await expect(page.getByText('You will hear who deals with it by Wed 25 November.')).toBeVisible();
  await expect(page.getByText('You will have a reply by Tue 8 December, or be told why not.')).toBeVisible();
  const address = page.url();
  await page.reload();
  await expect(page.getByRole('heading', { name: `Enquiry EQ-${id}` })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Kept for later' })).toBeVisible();
  await expectAccessible(page);
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await page.getByRole('button', { name: 'Print' }).click();
  await expect(page.locator('[data-memberlink-print]')).toContainText('Kept for later');
  const other = await device(browser, server, cast.rashid);
  await other.page.goto(address);
  await expect(other.page.getByRole('alert')).toContainText(`EQ-${id} is not here`);
  await expect(other.page.getByText('Kept for later')).toHaveCount(0);
  await other.context.close();
});

test('open enquiries that look alike are offered before it is sent', async ({ page, open, server }) => {
  const amara = await writer(server, cast.amara);
  const [known] = await raise(amara, { ...casework, summary: 'Abandoned trolley in the canal', place: 'Canal Street' });
  await open(form, cast.amara);
  await page.getByRole('radio', { name: 'A matter for a resident' }).check();
  await proceed(page);
  await fillPage(page, casual);
  await proceed(page);
  await page.getByLabel(/Use everyday words/).fill('trolley in the canal');
  const offered = page.getByRole('status').filter({ hasText: 'looks alike' });
  await expect(offered).toContainText(`EQ-${known?.id} Abandoned trolley in the canal`);
  const [tab] = await Promise.all([page.waitForEvent('popup'), offered.getByRole('link', { name: /Look at it/ }).click()]);
  await expect(tab.getByRole('heading', { name: `Enquiry EQ-${known?.id}` })).toBeVisible();
});

test('who may not raise enquiries is told who does', async ({ page, open }) => {
  await open(form, cast.officer);
  await expect(page.getByRole('alert')).toContainText('You cannot raise enquiries here');
  await expectAccessible(page);
});

test('a member whose folder is not set up is told what an owner does', async ({ page, open, server }) => {
  await server
    .as(people.owner)
    .web.getList(`${sitePath}/Lists/Members`)
    .items.add({ Title: 'Ellen Marsh', Status: 'Serving', Email: 'e.marsh@wexcombe.example', WardId: ids.quay });
  await open(form, 'e.marsh@wexcombe.example');
  await expect(page.getByRole('alert')).toContainText('Your folder for enquiries is not set up.');
});

/** Opens a draft of somebody's by its address. */
const openDraft = async (page: Page, server: TestServer, id: number): Promise<void> => {
  await page.goto(`${server.siteUrl}${form}?step=documents&draft=${id}`);
  await page.getByRole('heading', { name: 'Documents and photographs' }).waitFor();
};
const textFile = (name: string, text: string): { name: string; mimeType: string; buffer: Buffer } => ({
  ...{ name, mimeType: 'text/plain', buffer: Buffer.from(text) }
});
const sentText = async (server: TestServer, { id, folder }: { id: number; folder: string }, name: string): Promise<string> =>
  (
    await api(server, people.owner).send(
      `web/getFileByServerRelativePath(decodedUrl='${sitePath}/EnquiryDocuments/${folder}/${id}/${name}')/$value`
    )
  ).text();

test('documents of two enquiries that are called alike stay with their own', async ({ page, server }) => {
  test.slow();
  const amara = await writer(server, cast.amara);
  const one = await amara.drafts.add('alike-one', 'One', { ...casework, summary: 'One' });
  const two = await amara.drafts.add('alike-two', 'Two', { ...casework, summary: 'Two' });
  await signIn(page, server, cast.amara);
  await openDraft(page, server, one.id);
  await page.getByLabel('Choose documents').setInputFiles(textFile('image.txt', 'of the first'));
  await page.getByRole('button', { name: 'Remove image.txt' }).waitFor();
  // On to the other draft in the same window, without loading the page again.
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.evaluate(() => window.history.pushState(null, '', '?step=drafts'));
  await page.evaluate(() => window.dispatchEvent(new PopStateEvent('popstate')));
  await page.getByRole('button', { name: 'Go on Two' }).click();
  await page.getByRole('link', { name: 'Change Documents' }).click();
  await expect(page.getByRole('button', { name: /^Remove/ })).toHaveCount(0);
  await page.getByLabel('Choose documents').setInputFiles(textFile('image.txt', 'of the second'));
  await page.getByRole('button', { name: 'Remove image.txt' }).waitFor();
  await page.getByRole('button', { name: 'Continue' }).click();
  expect(await sentText(server, await sendIt(page), 'image.txt')).toBe('of the second');
  await page.getByRole('button', { name: 'Raise another' }).click();
  await page.getByRole('link', { name: /^You have/ }).click();
  await page.getByRole('button', { name: 'Go on One' }).click();
  expect(await sentText(server, await sendIt(page), 'image.txt')).toBe('of the first');
  expect(two.id).toBeGreaterThan(one.id);
});

test('an upload that ends after another draft was opened belongs to its own, and nothing is sent before it ends', async ({
  page,
  server
}) => {
  test.slow();
  const amara = await writer(server, cast.amara);
  const one = await amara.drafts.add('slow-one', 'Slow one', casework);
  const two = await amara.drafts.add('slow-two', 'Slow two', { ...casework, summary: 'Other' });
  await signIn(page, server, cast.amara);
  await openDraft(page, server, one.id);
  await faults(server, [{ fault: 'delay', milliseconds: 2500, path: 'AttachmentFiles/add' }]);
  await page.getByLabel('Choose documents').setInputFiles([textFile('a.txt', 'a'), textFile('b.txt', 'b')]);
  await page.getByRole('link', { name: 'Back' }).click();
  await expect(page.getByRole('button', { name: 'Adding documents' })).toBeDisabled();
  await page.evaluate(() => window.history.pushState(null, '', '?step=drafts'));
  await page.evaluate(() => window.dispatchEvent(new PopStateEvent('popstate')));
  await page.getByRole('button', { name: 'Go on Slow two' }).click();
  await page.getByRole('link', { name: 'Change Summary' }).click();
  await page.getByRole('textbox', { name: 'Summary' }).fill('Other, changed');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect
    .poll(async () => (await amara.drafts.read(one.id))?.documents.map(({ name }) => name).sort(), { timeout: 15_000 })
    .toEqual(['a.txt', 'b.txt']);
  expect(await amara.drafts.read(one.id)).toMatchObject({ title: 'Slow one', answers: { summary: casework.summary } });
  expect(await amara.drafts.read(two.id)).toMatchObject({ documents: [], answers: { summary: 'Other, changed' } });
});

test('what was begun to be sent cannot be changed: it is finished as it was, in the folder that it had', async ({ page, server }) => {
  test.slow();
  await signIn(page, server, cast.tom);
  await page.goto(`${server.siteUrl}${form}`);
  await walk(page, { 'What do you need?': 'Something in my ward', Summary: 'Begun for the ward' });
  await faults(server, [{ fault: 'drop', when: 'before', path: 'EnquiryMessages' }]);
  await page.getByRole('button', { name: 'Send enquiry' }).click();
  await expect(page.getByRole('alert')).toContainText('cannot be sent twice', { timeout: 40_000 });
  await expect(page.getByRole('link', { name: /^Change/ })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Back' })).toHaveCount(0);
  await fetch(`${server.origin}/_local/faults`, { method: 'DELETE' });
  // Nor after it is loaded again.
  await page.reload();
  await expect(page.getByText('Sending has begun, perhaps in another window.')).toBeVisible();
  await expect(page.getByRole('link', { name: /^Change/ })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Finish sending' }).click();
  await page.waitForURL(/sent=\d+/, { timeout: 30_000 });
  expect(new URL(page.url()).searchParams.get('in')).toBe('ward-1');
  expect(await enquiriesCalled(server, 'Begun for the ward')).toHaveLength(1);
});

test('a constituent that there is none of after all is not stored anywhere', async ({ page, open, server }) => {
  await open(form, cast.tom);
  await walk(page, {
    'What do you need?': 'Something in my ward',
    Summary: 'No constituent',
    'for a constituent': 'Yes',
    'Name of the constituent': 'Secret Person'
  });
  await page.getByRole('link', { name: 'Change For a constituent' }).click();
  await page
    .getByRole('group', { name: /for a constituent/ })
    .getByRole('radio', { name: 'No' })
    .check();
  await page.getByRole('button', { name: 'Continue' }).click();
  const { id } = await sendIt(page);
  const [row] = await enquiriesCalled(server, 'No constituent');
  const messages = await server.as(people.owner).web.getList(`${sitePath}/Lists/EnquiryMessages`).items.filter(`Enquiry eq ${id}`)();
  expect(JSON.stringify([row, messages])).not.toContain('Secret Person');
});

test('back after sending says that it was sent, and a draft is opened as it stands', async ({ page, server }) => {
  await signIn(page, server, cast.amara);
  await page.goto(`${server.siteUrl}${form}`);
  await walk(page, { ...casual, Summary: 'Sent and gone' });
  await sendIt(page);
  await page.goBack();
  await expect(page.getByRole('alert')).toContainText('This draft is not there any more');
  await page.getByRole('button', { name: 'Start again' }).click();
  // Changed, and opened again from the list in the same window.
  await walk(page, { ...casual, Summary: 'First words' });
  await page.getByRole('link', { name: 'Change Summary' }).click();
  await page.getByRole('textbox', { name: 'Summary' }).fill('Last words');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('status').filter({ hasText: /^Saved at/ })).toBeVisible();
  await page.getByRole('link', { name: 'Change What you need' }).click();
  await page.getByRole('link', { name: /^You have/ }).click();
  await page.getByRole('button', { name: 'Go on Last words' }).click();
  await expect(page.getByText('Last words')).toBeVisible();
  await expect(page.getByText('First words')).toHaveCount(0);
});
