import { rmSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { fillEnquirySite } from '../support/enquiries';
import { TestServer } from '../support/server';
import { packageAlone, test as base } from './fixture';

/** A server of the worker's own with a small council, the default protocol and the folders of enquiries. */
export const test = base.extend<object, { server: TestServer }>({
  server: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads which fixtures are used from the pattern.
    async ({}, use) => {
      const { folder, file } = packageAlone();
      const server = await TestServer.start({ packages: [file] });
      await fillEnquirySite(server);
      await use(server);
      await server.stop();
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker' }
  ]
});

/** The form's page on the site. */
export const form = '/SitePages/Enquiry.aspx';

/** A Tuesday at ten: acknowledged by Wednesday, answered by 8 December. The page's clock stands; timers run. */
export const tuesday = new Date('2026-11-24T10:00:00Z');

/** Answers by the question or label, as people read it: what is chosen, or typed. */
export type Given = Readonly<Record<string, string>>;

const heading = (page: Page): Promise<string> =>
  page
    .locator('[data-alias="RaiseEnquiry"] h2')
    .innerText()
    .catch(() => '');

const given = (answers: Given, text: string): string | undefined =>
  Object.entries(answers).find(([question]) => text.includes(question))?.[1];

/**
 * Fills in the page that is shown: what `answers` says, and else "No", or the first that can be chosen. Fields that may be
 * left empty are left empty unless they are named.
 *
 * @param part where the form is
 */
export async function fillPage(page: Page, answers: Given, part: Locator = page.locator('[data-alias="RaiseEnquiry"]')): Promise<void> {
  const search = part.getByLabel(/Use everyday words/);
  if ((await search.count()) > 0) await search.fill(answers.about ?? 'broken glass');
  const fillNamed = async (): Promise<void> => {
    for (const name of Object.keys(answers)) {
      const box = part.getByRole('textbox', { name, exact: true });
      if ((await box.count()) > 0) await box.fill(answers[name] ?? '');
      const list = part.getByRole('combobox', { name, exact: true });
      if ((await list.count()) > 0 && (await list.isVisible())) await list.selectOption({ label: answers[name] ?? '' });
    }
  };
  await fillNamed();
  for (let index = 0; index < (await part.locator('fieldset').count()); index += 1) {
    const group = part.locator('fieldset').nth(index);
    if (!(await group.isVisible()) || (await group.getByRole('radio').count()) === 0) continue;
    const wanted = given(answers, await group.locator('legend').innerText());
    if (wanted !== undefined) await group.getByRole('radio', { name: wanted, exact: true }).check();
    else if ((await group.getByRole('radio', { checked: true }).count()) === 0) {
      const no = group.getByRole('radio', { name: 'No', exact: true });
      await ((await no.count()) > 0 ? no : group.getByRole('radio').first()).check();
    }
  }
  // What a choice brought.
  await fillNamed();
  for (const [name, text] of [
    ['Summary', 'Glass by the school'],
    ['What happened', 'At the gate since Monday.'],
    ['What is coming, and what you ask of them', 'We plan a crossing.'],
    ['Name of the constituent', 'Jo Bloggs']
  ] as const) {
    const box = part.getByRole('textbox', { name, exact: true });
    if ((await box.count()) > 0 && (await box.inputValue()) === '') await box.fill(answers[name] ?? text);
  }
}

/** Presses Continue and waits for the next page. */
export async function proceed(page: Page): Promise<string> {
  const before = await heading(page);
  const url = page.url();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForFunction(
    ([title, address]) =>
      document.querySelector('[data-alias="RaiseEnquiry"] h2')?.textContent !== title || window.location.href !== address,
    [before, url]
  );
  return heading(page);
}

/** Goes from page to page until there is no "Continue"; answers the headings that were shown. */
export async function walk(page: Page, answers: Given): Promise<string[]> {
  await page.getByRole('button', { name: 'Continue' }).waitFor();
  const shown = [await heading(page)];
  for (let count = 0; count < 15 && (await page.getByRole('button', { name: 'Continue' }).count()) > 0; count += 1) {
    await fillPage(page, answers);
    shown.push(await proceed(page));
    // The next page, which may be loaded only now: with questions, to be checked, or where it ends.
    await page
      .getByRole('button', { name: /^(Continue|Send |Start again)/ })
      .first()
      .waitFor();
  }
  return shown;
}

/** Sends and waits for the confirmation; answers the enquiry's ID and folder from its address. */
export async function sendIt(page: Page): Promise<{ id: number; folder: string }> {
  await page.getByRole('button', { name: /^Send / }).click();
  await page.waitForURL(/[?&]sent=/);
  await page.getByRole('heading', { name: 'Enquiry sent' }).waitFor();
  const address = new URL(page.url()).searchParams;
  return { id: Number(address.get('sent')), folder: address.get('in') ?? '' };
}
