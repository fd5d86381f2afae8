import type { Browser, Page } from '@playwright/test';
import { addWorkingDays, countsAsCome } from '../../src/domain/protocol/standards';
import { control } from '../support/api';
import { atDesk } from '../support/desk';
import { casework, cast, raise, writer } from '../support/enquiries';
import type { TestServer } from '../support/server';
import { test } from './enquiry-fixture';
import { expect, expectAccessible, expectNoSidewaysScrolling, signIn } from './fixture';

/** The desk as members and officers use it: a whole life in three browsers at once, conflicts, lost connections, keyboard, phone. */

const desk = '/SitePages/Enquiries.aspx';
const themes = ['Light', 'Dark', 'High contrast'];

/** Somebody in a browser of their own. */
async function at(browser: Browser, server: TestServer, login: string, query = ''): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, server, login);
  await page.goto(`${server.siteUrl}${desk}${query}`);
  return page;
}
/** An enquiry that Amara raised. */
async function raised(server: TestServer, summary: string, more = {}): Promise<number> {
  const amara = await writer(server, cast.amara, new Date());
  return (await raise(amara, { ...casework, summary, ...more }))[0]?.id ?? 0;
}
const press = (page: Page, name: string): Promise<void> =>
  page
    .getByRole('button', { name, exact: true })
    // What was written and not sent is marked on its button.
    .or(page.getByRole('button', { name: `${name} (not sent yet)`, exact: true }))
    .first()
    .click();
/** In the form that is open. */
const form = (page: Page): ReturnType<Page['locator']> => page.locator('[data-alias="EnquiryDesk"] form');
const done = (page: Page, text: string): Promise<void> => expect(page.getByRole('status').filter({ hasText: text })).toBeVisible();
const timeline = (page: Page): ReturnType<Page['getByRole']> => page.getByRole('list', { name: 'What happened' });

test.afterEach(({ server }) => fetch(`${server.origin}/_local/faults`, { method: 'DELETE' }));

test('the whole life of an enquiry: a member and two officers in three browsers at once', async ({ browser, server }) => {
  test.slow();
  const id = await raised(server, 'Glass by the school gate');
  const priya = await at(browser, server, cast.liaison);
  await priya.getByRole('link', { name: `EQ-${id}` }).click();
  await expect(priya.getByRole('heading', { name: 'Glass by the school gate' })).toBeFocused();
  const handler = await at(browser, server, cast.handler, `?enquiry=${id}`);
  await expect(timeline(handler)).toBeVisible();

  // Priya acknowledges; whom it is with is chosen already.
  await press(priya, 'Acknowledge');
  await expect(form(priya).getByRole('radio', { name: 'Priya Raman' })).toBeChecked();
  await form(priya).getByRole('button', { name: 'Acknowledge' }).click();
  await done(priya, 'Acknowledged.');
  await done(priya, 'Nobody was told');
  await expect(priya.getByRole('link', { name: /Write to Amara Whitfield/ })).toHaveAttribute('href', /^mailto:a\.whitfield@/);

  // The other officer has not seen that: what they write is kept, and not sent.
  await press(handler, 'Reply');
  await form(handler).getByLabel('Your reply').fill('A reply that took long to write');
  await form(handler).getByRole('button', { name: 'Send reply' }).click();
  await expect(handler.getByRole('alert')).toContainText('Something happened meanwhile');
  await expect(timeline(handler)).toContainText('acknowledged it, and deals with it');
  await expect(form(handler).getByLabel('Your reply')).toHaveValue('A reply that took long to write');
  await handler.getByRole('button', { name: 'Cancel' }).click();

  // A question to the member, who finds it among what is for them to do, answers with a document, and is not told twice.
  await press(handler, 'Ask the member');
  await form(handler).getByLabel('Your question').fill('Which of the two gates?');
  await form(handler).getByRole('button', { name: 'Send question' }).click();
  await done(handler, 'The question was sent.');
  const amara = await at(browser, server, cast.amara);
  const waiting = amara.getByRole('region', { name: 'For you to do' });
  await expect(waiting.getByRole('listitem').filter({ hasText: 'Glass by the school gate' })).toContainText('2 updates');
  await waiting.getByRole('link', { name: 'Glass by the school gate' }).click();
  await press(amara, 'Answer');
  await form(amara).getByLabel('Your answer').fill('The one in School Lane');
  await form(amara)
    .locator('input[type="file"]')
    .setInputFiles({ name: 'gate.txt', mimeType: 'text/plain', buffer: Buffer.from('a picture') });
  await form(amara).getByRole('button', { name: 'Send answer' }).click();
  await done(amara, 'The answer was sent.');
  await amara.reload();
  await expect(timeline(amara).getByRole('link', { name: /gate\.txt/ })).toHaveAttribute('href', /gate\.txt\?web=1$/);
  await amara.getByRole('link', { name: 'Enquiries', exact: false }).first().click();

  // Officers find that among what is new from members; a note stays theirs.
  await handler.goto(`${server.siteUrl}${desk}?queue=from%20members`);
  await handler.getByRole('link', { name: `EQ-${id}` }).click();
  await press(handler, 'More');
  await press(handler, 'Note');
  await form(handler).getByLabel('Your note').fill('The sweeper is on holiday');
  await form(handler).getByRole('button', { name: 'Add note' }).click();
  await done(handler, 'The note was added.');
  await press(handler, 'Reply');
  await form(handler)
    .getByRole('combobox', { name: /Begin with/ })
    .selectOption({ label: 'Done' });
  // What was kept stays, and the protocol's words come after it.
  await expect(form(handler).getByLabel('Your reply')).toHaveValue(/^A reply that took long to write\s+Dear Amara Whitfield,/);
  expect(await form(handler).getByLabel('Your reply').inputValue()).toContain(`EQ-${id}`);
  await form(handler).getByRole('button', { name: 'Send reply' }).click();
  await done(handler, 'The reply was sent.');

  await amara.goto(`${server.siteUrl}${desk}?enquiry=${id}`);
  await expect(timeline(amara)).toContainText('Dear Amara Whitfield');
  await expect(amara.locator('[data-alias="EnquiryDesk"]')).not.toContainText('on holiday');
  await press(amara, 'Yes, it is settled');
  await form(amara).getByRole('button', { name: 'It is settled' }).click();
  await done(amara, 'The enquiry is closed.');
  await priya.goto(`${server.siteUrl}${desk}?queue=closed`);
  await expect(priya.getByRole('row').filter({ hasText: `EQ-${id}` })).toContainText('Closed');
});

test('every other action once, each as somebody does it', async ({ browser, server }) => {
  test.slow();
  const other = await raised(server, 'Glass at the back gate');
  const id = await raised(server, 'Glass at the front gate');
  const priya = await at(browser, server, cast.liaison, `?enquiry=${id}`);
  const amara = await at(browser, server, cast.amara, `?enquiry=${id}`);
  /** Opens an action, perhaps behind "More", fills it in, does it, and finds it in what happened. */
  const does = async (page: Page, action: string, send: string, fill: () => Promise<void>, happened: string): Promise<void> => {
    await page.goto(`${server.siteUrl}${desk}?enquiry=${id}`);
    await expect(timeline(page)).toBeVisible();
    if ((await page.getByRole('button', { name: action, exact: true }).count()) === 0) await press(page, 'More');
    await press(page, action);
    await fill();
    await form(page).getByRole('button', { name: send, exact: true }).click();
    await expect(form(page)).toHaveCount(0);
    await expect(timeline(page)).toContainText(happened);
  };
  const fill =
    (page: Page, label: string, text: string): (() => Promise<void>) =>
    () =>
      form(page).getByLabel(label).fill(text);
  const { closures } = (await atDesk(server, cast.liaison)).start;
  const isClosed = (day: string): boolean => closures.has(day);
  // Due after ten working days, and within fifteen if the member agrees.
  const agreed = addWorkingDays(countsAsCome(new Date(), '17:00', isClosed), 13, isClosed);

  await does(
    priya,
    'Assign',
    'Assign',
    async () => {
      await form(priya).getByLabel('Somebody else (optional)').fill('Long');
      await form(priya).getByRole('radio', { name: 'Dee Long' }).check();
      await form(priya).getByLabel('Why?').fill('It is a large matter');
    },
    'passed it to Dee Long'
  );
  await does(
    priya,
    'To another service',
    'Pass on',
    async () => {
      await form(priya).getByLabel('Service', { exact: true }).selectOption({ label: 'Council housing' });
      await form(priya).getByLabel('Why?').fill('The gate is theirs');
    },
    'passed it to Council housing'
  );
  await does(
    priya,
    'Extend',
    'Extend',
    async () => {
      await form(priya).getByLabel('Reply by').fill(agreed);
      await form(priya).getByLabel('How did the member agree?').fill('By telephone');
    },
    'agreed with the member to reply by'
  );
  await does(priya, 'Link', 'Link', fill(priya, 'Reference of the other enquiry', String(other)), `linked it with EQ-${other}`);
  await does(
    priya,
    'Decline',
    'Decline',
    async () => {
      await form(priya).getByRole('radio').first().check();
      await form(priya)
        .getByLabel(/^Words to the member/)
        .fill('The gate is private.');
    },
    'declined'
  );
  await does(amara, 'No, ask again', 'Send', fill(amara, 'What is still open?', 'Whose is it?'), 'asked again');
  await does(amara, 'Ask that it be restricted', 'Ask', fill(amara, 'Why?', 'A child is named'), 'asked that it be restricted');
  await does(
    amara,
    'Take it further',
    'Take it further',
    async () => {
      await form(amara).getByRole('radio').first().check();
      await form(amara).getByLabel('Why?').fill('Nobody answers');
    },
    'took it further'
  );
  await does(amara, 'Add information', 'Add', fill(amara, 'What officers should know', 'It is blue'), 'added information');
  await does(amara, 'Withdraw', 'Withdraw', fill(amara, 'Why? (optional)', 'It is gone'), 'withdrew it');
  await does(priya, 'Open again', 'Open again', fill(priya, 'Why?', 'It is not'), 'opened it again');
  await does(
    priya,
    'Close',
    'Close',
    () => form(priya).getByRole('radio', { name: 'Passed on to somebody outside of the council' }).check(),
    'closed it: Passed on'
  );
  // The member is shown no reference of another's enquiry.
  await amara.reload();
  await expect(timeline(amara)).toContainText('closed it');
  await expect(timeline(amara)).not.toContainText(`EQ-${other}`);
});

test('whoever is granted e-mail tells the member, with reference and summary and nothing else', async ({ browser, server }) => {
  const id = await raised(server, 'A bench that is broken');
  const graph = `${server.origin}/_local/graph`;
  await fetch(graph, { method: 'PUT', body: JSON.stringify({ grants: ['User.Read', 'Mail.Send'] }) });
  try {
    const priya = await at(browser, server, cast.liaison, `?enquiry=${id}`);
    await press(priya, 'Update');
    await form(priya).getByLabel('Your update').fill('A secret of the constituent');
    await form(priya).getByRole('button', { name: 'Send update' }).click();
    await done(priya, 'Amara Whitfield was told by e-mail.');
    const { mail } = (await (await fetch(graph)).json()) as { mail: { subject: string; content: string; to: string[] }[] };
    expect(mail[mail.length - 1]).toMatchObject({ subject: `EQ-${id}: A bench that is broken`, to: [cast.amara] });
    expect(mail[mail.length - 1]?.content).toContain(`enquiry=${id}`);
    expect(JSON.stringify(mail)).not.toContain('secret');
  } finally {
    await fetch(graph, { method: 'PUT', body: JSON.stringify({ grants: ['User.Read'] }) });
  }
});

test('what is typed survives a reload and a lost connection, and is sent once', async ({ browser, server }) => {
  const id = await raised(server, 'A hole in the road');
  const priya = await at(browser, server, cast.liaison, `?enquiry=${id}`);
  await press(priya, 'Update');
  await form(priya).getByLabel('Your update').fill('The crew comes on Thursday');
  await priya.reload();
  await press(priya, 'Update');
  await expect(form(priya).getByLabel('Your update')).toHaveValue('The crew comes on Thursday');
  await priya.context().setOffline(true);
  await form(priya).getByRole('button', { name: 'Send update' }).click();
  await done(priya, 'Waiting for SharePoint');
  await priya.context().setOffline(false);
  await done(priya, 'The update was sent.');
  await expect(timeline(priya).getByText('The crew comes on Thursday')).toHaveCount(1);
  await press(priya, 'Update');
  await expect(form(priya).getByLabel('Your update')).toHaveValue('');
});

test('what is missing is said beside its field, which takes the focus', async ({ browser, server }) => {
  const id = await raised(server, 'A lamp that flickers');
  const priya = await at(browser, server, cast.liaison, `?enquiry=${id}`);
  await press(priya, 'More');
  for (const [action, send, fault] of [
    ['Update', 'Send update', 'Enter what you want to say'],
    ['Close', 'Close', 'Choose how it ended'],
    ['Decline', 'Decline', 'Choose why it is declined'],
    ['Extend', 'Extend', 'Enter the day of the reply'],
    ['Link', 'Link', 'Enter the reference of the other enquiry'],
    ['To another service', 'Pass on', 'Choose a service']
  ] as const) {
    await press(priya, action);
    await form(priya).getByRole('button', { name: send, exact: true }).click();
    await expect(form(priya).locator('[id$="-fault"]').first()).toHaveText(fault);
    expect(await form(priya).evaluate((element) => element.contains(document.activeElement))).toBe(true);
  }
  await expectAccessible(priya);
});

test('the Monitoring Officer restricts it, and officers see it no more', async ({ browser, server }) => {
  const id = await raised(server, 'It names a child');
  const priya = await at(browser, server, cast.liaison, `?enquiry=${id}`);
  await expect(timeline(priya)).toBeVisible();
  const monitoring = await at(browser, server, cast.monitoring, `?enquiry=${id}`);
  await press(monitoring, 'More');
  await press(monitoring, 'Restrict');
  await form(monitoring).getByLabel('Why?').fill('A child is named');
  await form(monitoring).getByRole('button', { name: 'Restrict' }).click();
  await done(monitoring, 'It is restricted.');
  await expect(monitoring.getByText(/was told/)).toBeVisible();
  await expect(
    monitoring
      .getByRole('region', { name: 'Who sees it' })
      .or(monitoring.locator('section', { hasText: 'Who sees it' }))
      .first()
  ).toContainText('Monitoring Officer and whom they name');
  await priya.reload();
  await expect(priya.getByRole('alert')).toContainText(`There is no EQ-${id} that you can see`);
  const amara = await at(browser, server, cast.amara, `?enquiry=${id}`);
  await expect(timeline(amara)).toContainText('made it restricted');
});

test('several at once, with what became of each', async ({ browser, server }) => {
  const first = await raised(server, 'First of several');
  const second = await raised(server, 'Second of several');
  const priya = await at(browser, server, cast.liaison, '?queue=new');
  for (const id of [first, second]) await priya.getByRole('checkbox', { name: `Choose EQ-${id}` }).check();
  await expect(priya.getByText('2 chosen')).toBeVisible();
  // A colleague is quicker with the second.
  const handler = await at(browser, server, cast.handler, `?enquiry=${second}`);
  await press(handler, 'Update');
  await form(handler).getByLabel('Your update').fill('Quicker');
  await form(handler).getByRole('button', { name: 'Send update' }).click();
  await done(handler, 'The update was sent.');
  await press(priya, 'Close');
  await priya.getByRole('radio', { name: 'Explained, nothing to be done' }).check();
  await priya.getByRole('button', { name: 'Close (2)' }).click();
  const results = priya.getByRole('region', { name: 'Several at once' }).getByRole('listitem');
  await expect(results.filter({ hasText: `EQ-${first}` })).toContainText(': done');
  await expect(results.filter({ hasText: `EQ-${second}` })).toContainText('something happened meanwhile');
  await priya.goto(`${server.siteUrl}${desk}?enquiry=${first}`);
  await expect(timeline(priya)).toContainText('closed it: Explained, nothing to be done');
});

test('the keyboard goes from row to row, opens one, and comes back to the queue', async ({ browser, server }) => {
  await raised(server, 'Keyboard one');
  await raised(server, 'Keyboard two');
  const priya = await at(browser, server, cast.liaison, '?queue=open&sort=latest');
  const links = priya.getByRole('table').getByRole('link');
  await links.first().focus();
  await priya.keyboard.press('ArrowDown');
  await expect(links.nth(1)).toBeFocused();
  await priya.keyboard.press('End');
  await expect(links.last()).toBeFocused();
  await priya.keyboard.press('Home');
  await priya.keyboard.press('Enter');
  await expect(priya.getByRole('heading', { name: 'Keyboard two' })).toBeFocused();
  await priya.goBack();
  await expect(priya.getByRole('heading', { name: 'All open' })).toBeFocused();
});

test('reference, words and filters are in the address', async ({ browser, server }) => {
  const id = await raised(server, 'A heron in the fountain');
  const priya = await at(browser, server, cast.liaison);
  const search = priya.getByRole('textbox', { name: /Find an enquiry/ });
  await search.fill(`eq ${id}`);
  await expect(priya.getByRole('table').getByRole('link', { name: `EQ-${id}` })).toBeVisible();
  await search.fill('heron fountain');
  await expect(priya.getByRole('row')).toHaveCount(2);
  await priya.reload();
  await expect(priya.getByRole('table').getByRole('link', { name: `EQ-${id}` })).toBeVisible();
  await search.fill('no such words');
  await expect(priya.getByText('No enquiry has all of these words.')).toBeVisible();
  await search.fill('');
  await priya.getByRole('combobox', { name: 'Member' }).selectOption({ label: 'Rashid Karim' });
  await expect(priya).toHaveURL(/member=3/);
  await expect(priya.getByText('No enquiry fits.')).toBeVisible();
  await press(priya, 'Clear filters');
  await expect(priya.getByRole('table').getByRole('link', { name: `EQ-${id}` })).toBeVisible();
});

test('further pages come below those that are there', async ({ browser, server }) => {
  await control(server, 'seed', {
    ...{ list: 'Enquiries', count: 120, folder: 'member-2' },
    items: [
      {
        Title: 'Paged {n}',
        SubmissionKey: 'paged-{n}',
        State: 'In progress',
        MemberId: 2,
        Came: '2026-11-02T12:00:00Z',
        ReplyBy: '2099-01-04T12:00:00Z'
      }
    ]
  });
  const priya = await at(browser, server, cast.liaison, '?queue=open&member=2&sort=latest');
  await expect(priya.getByText('The first 50 enquiries')).toBeVisible();
  const third = priya.getByRole('row').nth(3);
  const top = (): Promise<number> => third.evaluate((row) => row.getBoundingClientRect().top + window.scrollY);
  const before = await top();
  for (const shown of [100, 120]) {
    await priya.getByRole('button', { name: 'Show more' }).click();
    await expect(priya.getByRole('row')).toHaveCount(shown + 1);
  }
  // What was there stays where it is, and what one looks at does.
  expect(await top()).toBe(before);
  await expect(priya.getByText('120 enquiries')).toBeVisible();
});

for (const theme of themes) {
  test(`every screen is accessible, also at 320 px: ${theme}`, async ({ browser, server }) => {
    test.slow();
    const id = await raised(server, `A screen in ${theme} of which the summary is long enough to need more than one line`);
    const screens: [string, string, string[]][] = [
      [cast.liaison, '?queue=open', []],
      [cast.liaison, `?enquiry=${id}`, ['More', 'Reply']],
      [cast.liaison, '?view=report', []],
      [cast.amara, '', []],
      [cast.amara, `?enquiry=${id}`, ['Add information']],
      [cast.siteAdmin, '?view=retention', []],
      [cast.siteAdmin, '?view=held', ['Look']],
      [cast.siteAdmin, '?view=hand-over&member=1', []]
    ];
    for (const [login, query, buttons] of screens) {
      const page = await at(browser, server, login, query);
      await page.getByLabel('Theme').selectOption(theme);
      await expect(page.locator('[data-alias="EnquiryDesk"] h2').first()).toBeVisible();
      await expect(page.getByText('Loading enquiries')).toHaveCount(0);
      for (const name of buttons) await press(page, name);
      await expectAccessible(page);
      await page.setViewportSize({ width: 320, height: 640 });
      await expectNoSidewaysScrolling(page);
      await expectAccessible(page);
      await page.context().close();
    }
  });
}

test('whoever has nothing to do with enquiries is told so, and so is who asks for one that is not there', async ({ browser, server }) => {
  const nobody = await at(browser, server, cast.officer);
  await expect(nobody.getByRole('alert')).toContainText('There are no enquiries for you here');
  const priya = await at(browser, server, cast.liaison, '?enquiry=999999');
  await expect(priya.getByRole('alert')).toContainText('There is no EQ-999999 that you can see');
});
