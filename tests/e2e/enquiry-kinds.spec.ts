import '@pnp/sp/items';
import '@pnp/sp/lists';
import { cast, ids, raise, sitePath, writer } from '../support/enquiries';
import { people } from '../support/server';
import { form, sendIt, test, tuesday, walk, type Given } from './enquiry-fixture';
import { expect, expectAccessible } from './fixture';

/** Every kind of the default protocol, every signpost, every audience: what is shown, and what is stored. */

const dates = { Came: '2026-11-24T00:00:00Z', AcknowledgeBy: '2026-11-25T00:00:00Z', ReplyBy: '2026-12-08T00:00:00Z' };
const member = `member-${ids.amara}`;
const restricted = `${member}/restricted`;

interface Case {
  kind: string;
  title: string;
  answers?: Given;
  login?: string;
  folder: string;
  stored: Record<string, unknown>;
}

const cases: Case[] = [
  {
    kind: 'casework',
    title: 'A matter for a resident',
    folder: member,
    stored: { ServiceId: ids.streets, OfficerId: ids.priya, Clauses: '3.2, 5.1, 5.5, 2.5, 3.10, 15.2, 5.6, 5.7' }
  },
  {
    kind: 'ward-issue',
    title: 'Something in my ward',
    folder: `ward-${ids.castle}`,
    stored: { OfficerId: ids.priya, Audience: 'ward-members', WardId: ids.castle }
  },
  {
    kind: 'information',
    title: 'Facts, papers or figures',
    answers: { 'What do you need it for?': 'My work as a member' },
    folder: member,
    stored: { ServiceId: ids.streets, OfficerId: ids.director }
  },
  {
    kind: 'service-request',
    title: 'A routine report, such as a missed bin',
    answers: { 'Earlier reference (optional)': 'SR-77' },
    folder: member,
    stored: { EarlierReference: 'SR-77', OfficerId: ids.priya }
  },
  { kind: 'meeting', title: 'Meet an officer or visit an office', folder: member, stored: { OfficerId: ids.director } },
  { kind: 'group-briefing', title: 'Officers at a party group meeting', folder: member, stored: { OfficerId: ids.director } },
  { kind: 'report-advice', title: 'A report or decision I disagree with', folder: member, stored: { OfficerId: ids.director } },
  {
    kind: 'concern',
    title: 'How I was treated, or unlawful conduct',
    folder: restricted,
    stored: { OfficerId: ids.miriam, Audience: 'sensitive-concern' }
  },
  { kind: 'interest', title: 'Interests and close relationships', folder: restricted, stored: { OfficerId: ids.miriam, ServiceId: null } },
  {
    kind: 'conversation',
    title: 'A subject for a Member Conversation',
    folder: member,
    stored: { OfficerId: ids.miriam, ServiceId: null }
  },
  { kind: 'training', title: 'Training', folder: member, stored: { OfficerId: ids.miriam } },
  { kind: 'protocol', title: 'Something the protocol does not settle, or a change to it', folder: member, stored: {} },
  {
    ...{ kind: 'ward-notice', title: 'Tell or consult ward members', login: cast.liaison, folder: `ward-${ids.quay}` },
    answers: { 'Who is it for?': 'The members of a ward', Ward: 'Quay', 'Answer by (optional)': '2026-12-04' },
    stored: { AskedBy: 'officer', MemberId: null, WardId: ids.quay, RespondBy: '2026-12-04T00:00:00Z' }
  }
];

for (const { kind, title, answers = {}, login = cast.amara, folder, stored } of cases) {
  test(`${kind}: folder, due dates, clauses and what was answered`, async ({ page, open, server }) => {
    await page.clock.setFixedTime(tuesday);
    await open(form, login);
    await walk(page, { 'What do you need?': title, ...answers });
    await expect(page.getByRole('heading', { name: 'Check your answers' })).toBeFocused();
    await expectAccessible(page);
    const sent = await sendIt(page);
    await expect(page.getByText(`EQ-${sent.id}`)).toBeVisible();
    await expectAccessible(page);
    expect(sent.folder).toBe(folder);
    const row = await server.as(people.owner).web.getList(`${sitePath}/Lists/Enquiries`).items.getById(sent.id).select('*', 'FileDirRef')();
    expect(row).toMatchObject({
      Kind: kind,
      State: 'New',
      Urgent: false,
      FileDirRef: `${sitePath}/Lists/Enquiries/${folder}`,
      ...dates,
      ...stored
    });
    expect(row.Clauses).not.toBe(null);
    const messages = await server.as(people.owner).web.getList(`${sitePath}/Lists/EnquiryMessages`).items.filter(`Enquiry eq ${sent.id}`)();
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({ Event: 'sent', Title: row.Title, Text: row.Description });
  });
}

/** Where it ends, whom it names, and the clause that says so. */
const signposts: { name: string; kind: string; answers: Given; heading: string; text: string; clause: string; login?: string }[] = [
  {
    name: 'out-of-hours',
    kind: 'A matter for a resident',
    answers: { 'at risk': 'Yes' },
    heading: 'Out-of-hours line',
    text: '01632 960999',
    clause: '3.8'
  },
  {
    name: 'as-a-resident',
    kind: 'A matter for a resident',
    answers: { 'private matter of your own': 'Yes' },
    heading: 'Contact the Council as a resident',
    text: 'Street cleaning',
    clause: '3.2'
  },
  {
    name: 'day-to-day',
    kind: 'Something in my ward',
    answers: { 'daily work or staffing': 'Yes' },
    heading: 'This cannot be raised as an enquiry',
    text: 'for officers to decide',
    clause: '2.5'
  },
  {
    name: 'report-to-service',
    kind: 'A routine report, such as a missed bin',
    answers: {},
    heading: 'Report it to the service',
    text: 'Street cleaning',
    clause: '3.9'
  },
  {
    name: 'private-purpose',
    kind: 'Facts, papers or figures',
    answers: { 'What do you need it for?': 'A private purpose' },
    heading: 'Contact the Council as a resident',
    text: 'private purposes',
    clause: '7.2'
  },
  {
    name: 'party-business',
    kind: 'Officers at a party group meeting',
    answers: { 'What will be discussed': 'Party business only' },
    heading: 'This cannot be raised as an enquiry',
    text: 'Do not invite officers',
    clause: '9.6'
  },
  {
    name: 'communications',
    kind: 'Press and social media',
    answers: {},
    heading: 'Communications Team',
    text: 'Communications Team',
    clause: '13.1'
  },
  {
    name: 'whistle-blowing',
    kind: 'How I was treated, or unlawful conduct',
    answers: { 'may be unlawful': 'Yes' },
    heading: 'Whistle-blowing policy',
    text: 'Confidential whistle-blowing policy',
    clause: '10.6'
  },
  {
    name: 'leader',
    kind: 'How I was treated, or unlawful conduct',
    answers: { 'Whom is it about?': 'The Chief Executive' },
    heading: 'Leader of the Council',
    text: 'Leader of the Council',
    clause: '10.4'
  },
  {
    name: 'declare-to-chief-executive',
    kind: 'Interests and close relationships',
    answers: { 'What is it about?': 'That I am close to an officer: by family, in business or personally' },
    heading: 'Chief Executive',
    text: 'Chief Executive',
    clause: '4.3'
  },
  {
    name: 'liaison-officer',
    kind: 'A subject for a Member Conversation',
    answers: { 'from day to day': 'Yes' },
    heading: 'The service’s liaison officer',
    text: 'officer directory',
    clause: '15.1'
  },
  {
    name: 'line-manager',
    kind: 'How I was treated, or unlawful conduct',
    answers: { 'Who is it for?': 'The members of a ward' },
    heading: 'Your line manager or Director',
    text: 'Line manager or Director',
    clause: '10.5',
    login: cast.liaison
  },
  {
    name: 'declare-to-line-manager',
    kind: 'Interests and close relationships',
    answers: { 'Who is it for?': 'The members of a ward' },
    heading: 'Your line manager',
    text: 'Line manager',
    clause: '4.3',
    login: cast.liaison
  }
];

for (const { name, kind, answers, heading, text, clause, login = cast.amara } of signposts) {
  test(`signpost ${name}: why, by which clause, and whom to turn to`, async ({ page, open }) => {
    await page.clock.setFixedTime(tuesday);
    await open(form, login);
    await walk(page, { 'What do you need?': kind, ...answers });
    const part = page.locator('[data-alias="RaiseEnquiry"]');
    await expect(part.getByRole('heading', { name: heading, exact: true })).toBeFocused();
    await expect(part.getByText(text).first()).toBeVisible();
    await expect(part.getByText(`Protocol, clause ${clause}`).first()).toBeVisible();
    await expect(page.getByRole('button', { name: /^Send/ })).toHaveCount(0);
    await expectAccessible(page);
  });
}

test('in confidence: only the Monitoring Officer is said to have it, and it stands apart', async ({ page, open }) => {
  await open(form, cast.amara);
  await walk(page, { 'What do you need?': 'A matter for a resident' });
  await page.getByRole('link', { name: 'Change Who may see it' }).click();
  await expect(page.getByText('This cannot be changed once it is sent.')).toBeVisible();
  await page.getByRole('radio', { name: 'In confidence' }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('It goes to Miriam Stone, Monitoring Officer.')).toBeVisible();
  expect((await sendIt(page)).folder).toBe(restricted);
  await expect(page.getByText('Miriam Stone, Monitoring Officer, has it now.')).toBeVisible();
});

test('an officer’s matter that is not to ward members says whom to turn to', async ({ page, open }) => {
  await open(form, cast.liaison);
  await walk(page, { 'Who is it for?': 'The members of a ward', 'What do you need?': 'Training' });
  await expect(page.getByRole('heading', { name: 'This is not sent from here' })).toBeFocused();
  await expect(page.getByText('Democratic services arranges training.')).toBeVisible();
});

test('Member Support acts for a member: both names are shown', async ({ page, open, server }) => {
  await open(form, cast.support);
  await walk(page, {
    'Who is it for?': 'A member',
    'Which member?': 'Tom Haldane, Castle',
    'What do you need?': 'A matter for a resident'
  });
  await expect(page.getByText('Tom Haldane', { exact: true })).toBeVisible();
  const { id, folder } = await sendIt(page);
  expect(folder).toBe(`member-${ids.tom}`);
  await page.reload();
  await expect(page.getByText(/Sent by Colin Yardley for Tom Haldane on/)).toBeVisible();
  expect(await server.as(people.owner).web.getList(`${sitePath}/Lists/Enquiries`).items.getById(id)()).toMatchObject({ MemberId: ids.tom });
});

test('what only a member and the Monitoring Officer may see, Member Support leaves to the member', async ({ page, open }) => {
  await open(form, cast.support);
  await walk(page, {
    ...{
      'Who is it for?': 'A member',
      'Which member?': 'Amara Whitfield, Castle',
      'What do you need?': 'How I was treated, or unlawful conduct'
    }
  });
  await expect(page.getByRole('heading', { name: 'This is not sent from here' })).toBeFocused();
  await expect(page.getByText('the member has to send it themselves')).toBeVisible();
});

test('a ward matter to two wards is in both folders', async ({ page, open, server }) => {
  await open(form, cast.handler);
  await walk(page, { 'Who is it for?': 'The members of a ward', 'What do you need?': 'Tell or consult ward members', Ward: 'Castle' });
  await page.getByRole('link', { name: 'Change Ward' }).click();
  await page.getByRole('checkbox', { name: 'Quay' }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  const { id } = await sendIt(page);
  await expect(page.getByText('The members of Castle can see it and answer.')).toBeVisible();
  await page.reload();
  await page.getByRole('link', { name: `EQ-${id + 1}` }).click();
  await expect(page.getByText('The members of Quay can see it and answer.')).toBeVisible();
  const rows = await server.as(cast.rashid).web.getFolderByServerRelativePath(`${sitePath}/Lists/Enquiries/ward-2`).select('ItemCount')<{
    ItemCount: number;
  }>();
  expect(rows.ItemCount).toBeGreaterThan(0);
});

test('ward members answer what officers ask, and the officer reads it', async ({ page, open, server }) => {
  await page.clock.setFixedTime(tuesday);
  const liaison = await writer(server, cast.liaison);
  const [asked] = await raise(liaison, {
    ...{ memberId: null, kind: 'ward-notice', urgent: false, questions: { noticeType: 'consultation' }, wardId: ids.quay },
    ...{ summary: 'Lorry ban on the quay', description: 'What do you think?', respondBy: '2026-12-04' }
  });
  await open(form, cast.rashid);
  const box = page.locator('[data-alias="RaiseEnquiry"]');
  await expect(box.getByRole('heading', { name: 'Officers ask you about your ward' })).toBeVisible();
  await expect(box.getByRole('listitem').filter({ hasText: 'Lorry ban on the quay' })).toContainText('Answer by Fri 4 December');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Lorry ban on the quay' }).click();
  await expect(page.getByRole('heading', { name: `Enquiry EQ-${asked?.id}` })).toBeFocused();
  await page.getByRole('button', { name: 'Send answer' }).click();
  const field = page.getByRole('textbox', { name: 'Your answer' });
  await expect(field).toBeFocused();
  await expect(field).toHaveAccessibleDescription('Enter your answer');
  await field.fill('Yes, but not at night.');
  await page.getByRole('button', { name: 'Send answer' }).dblclick();
  await expect(page.getByRole('status').filter({ hasText: 'Your answer was sent.' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Yes, but not at night.' })).toHaveCount(1);
  await expectAccessible(page);
  const messages = await server.as(cast.liaison).web.getList(`${sitePath}/Lists/EnquiryMessages`).items.filter(`Enquiry eq ${asked?.id}`)();
  expect(messages).toEqual([
    expect.objectContaining({ Event: 'sent', Text: 'What do you think?' }),
    expect.objectContaining({ Event: 'answer', Text: 'Yes, but not at night.' })
  ]);
});
