import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/site-groups/web';
import { Drafts } from '../../src/data/enquiries/drafts';
import { readFormStart } from '../../src/data/enquiries/start';
import { referenceOf } from '../../src/domain/enquiries/reference';
import { tabsAppId } from '../../src/domain/teams/app';
import { control } from '../support/api';
import { casework, cast, fillEnquirySite, ids, raise, sitePath, writer } from '../support/enquiries';
import { onlyCard, TestExtension, titlesIn } from '../support/extension';
import { people, TestServer } from '../support/server';

let server: TestServer;
let extension: TestExtension;
let enquiry: number;
let restricted: number;
beforeAll(async () => {
  server = await TestServer.start();
  await fillEnquirySite(server);
  const amara = await writer(server, cast.amara, new Date());
  enquiry = (await raise(amara, casework))[0]?.id ?? 0;
  restricted = (await raise(amara, { ...casework, summary: 'About an officer', audience: 'in-confidence' }))[0]?.id ?? 0;
  extension = await TestExtension.start(['--site', server.siteUrl, '--local'], { MEMBERLINK_CACHE_SECONDS: '1' });
});
afterAll(async () => {
  await extension.stop();
  await server.stop();
});
afterEach(() => control(server, 'faults', undefined, 'DELETE'));

const requests = async (): Promise<number> => ((await (await fetch(`${server.origin}/_local/log`)).json()) as { count: number }).count;
const forgetLog = (): Promise<Response> => fetch(`${server.origin}/_local/log`, { method: 'DELETE' });
/** What comes of something that is not waited for, once there is something. */
async function eventually<T>(read: () => Promise<T[]>): Promise<T[]> {
  for (let tries = 0; tries < 40; tries += 1) {
    const found = await read();
    if (found.length > 0) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return [];
}
/** Longer than what was read is kept. */
const afterLifetime = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1_100));
const fault = (rule: object): Promise<unknown> => control(server, 'faults', { seed: 1, rules: [rule] }, 'PUT');

describe('members', () => {
  test('are listed by name before anybody types, and a page at a time', async () => {
    expect(await extension.titles(cast.officer, 'searchMembers')).toEqual([
      'Cllr Amara Whitfield',
      'Cllr Harriet Osei',
      'Cllr Rashid Karim',
      'Cllr Tom Haldane'
    ]);
    expect(await extension.titles(cast.officer, 'searchMembers', '', { skip: 1, count: 2 })).toEqual([
      'Cllr Harriet Osei',
      'Cllr Rashid Karim'
    ]);
  });

  test('are found by one letter, whose own names begin with it first', async () => {
    const found = await extension.titles(cast.officer, 'searchMembers', 'w');
    expect(found[0]).toBe('Cllr Amara Whitfield');
  });

  test('stand on a card with their role, a chat and their profile in Teams', async () => {
    const { content } = onlyCard(await extension.search(cast.officer, 'searchMembers', 'haldane'));
    expect(JSON.stringify(content.body)).toContain('Leader of the Council');
    const [chat, profile] = content.actions ?? [];
    expect(chat?.url).toBe('https://teams.microsoft.com/l/chat/0/0?users=t.haldane%40wexcombe.example');
    const link = new URL(profile?.url ?? '');
    expect(link.pathname).toBe(`/l/entity/${tabsAppId}/people`);
    expect(JSON.parse(link.searchParams.get('context') ?? '')).toEqual({ subEntityId: `member/${ids.tom}` });
  });
});

describe('officers', () => {
  test('are found by what they deal with, the service first and then whom to ask', async () => {
    const found = await extension.titles(cast.amara, 'searchOfficers', 'who deals with broken glass');
    expect(found.slice(0, 2)).toEqual(['Street cleaning', 'Priya Raman']);
  });

  test('can be sent an enquiry from their card', async () => {
    const found = await extension.search(cast.amara, 'searchOfficers', 'raman');
    const raiseTo = found.composeExtension?.attachments?.[0]?.content.actions?.find(
      ({ title }) => title === 'Raise an enquiry with Priya Raman'
    );
    expect(JSON.parse(new URL(raiseTo?.url ?? '').searchParams.get('context') ?? '')).toEqual({ subEntityId: `raise/${ids.streets}` });
  });

  test.each(['p', 'r', 's'])('are found by one letter: %s', async (letter) => {
    expect((await extension.titles(cast.amara, 'searchOfficers', letter)).length).toBeGreaterThan(0);
  });
});

describe('enquiries', () => {
  test('are found by reference and words, by their own members and by who handles them', async () => {
    for (const login of [cast.amara, cast.liaison]) {
      expect(await extension.titles(login, 'searchEnquiries', referenceOf(enquiry))).toEqual([casework.summary]);
      expect(await extension.titles(login, 'searchEnquiries', 'broken glass')).toContain(casework.summary);
      expect(await extension.titles(login, 'searchEnquiries', 'b')).toContain(casework.summary);
      expect(await extension.titles(login, 'searchEnquiries')).toContain(casework.summary);
    }
  });

  test('are shown to nobody else, whoever asks at the same time', async () => {
    const asked = [cast.amara, cast.rashid, cast.officer, cast.liaison, cast.monitoring];
    const found = await Promise.all(asked.map((login) => extension.titles(login, 'searchEnquiries', 'about an officer')));
    expect(found.map((titles) => titles.includes('About an officer'))).toEqual([true, false, false, false, true]);
    const byNumber = await Promise.all(asked.map((login) => extension.titles(login, 'searchEnquiries', String(restricted))));
    expect(byNumber.map((titles) => titles.includes('About an officer'))).toEqual([true, false, false, false, true]);
  });

  test('say that there are none', async () => {
    const answer = await extension.search(cast.rashid, 'searchEnquiries');
    expect(answer.composeExtension).toEqual({ type: 'message', text: 'You have no open enquiries.' });
  });

  test('on the card of one in confidence, nothing stands of what it is about', async () => {
    const { content } = onlyCard(await extension.search(cast.amara, 'searchEnquiries', String(restricted)));
    expect(JSON.stringify(content)).not.toContain('About an officer');
  });
});

describe('rights', () => {
  test('that are taken away show within the stated lifetime', async () => {
    expect(await extension.titles(cast.handler, 'searchEnquiries', String(enquiry))).toHaveLength(1);
    const group = server.as(people.owner).web.siteGroups.getByName('Memberlink Enquiry Handlers');
    await group.users.removeByLoginName(`i:0#.f|membership|${cast.handler}`);
    await afterLifetime();
    expect(await extension.titles(cast.handler, 'searchEnquiries', String(enquiry))).toEqual([]);
    await group.users.add(`i:0#.f|membership|${cast.handler}`);
  });

  test('are nobody’s who has no account', async () => {
    const response = await extension.post(
      JSON.stringify({
        type: 'invoke',
        name: 'composeExtension/query',
        from: { id: 'x', aadObjectId: '11111111-2222-4333-8444-555555555555' },
        value: { commandId: 'searchMembers', parameters: [{ name: 'query', value: 'a' }] }
      })
    );
    expect(await response.json()).toEqual({
      composeExtension: { type: 'message', text: 'You have no access to this in SharePoint. Ask an owner of the Memberlink site.' }
    });
  });
});

describe('links', () => {
  const unfurl = async (login: string, url: string): Promise<string[]> => titlesIn(await extension.invoke(login, 'queryLink', { url }));
  const page = (query: string): string => `${server.siteUrl}/SitePages/Anything.aspx?${query}`;

  test('to members, officers, services, clauses and enquiries become cards for who may see them', async () => {
    expect(await unfurl(cast.officer, page(`member=${ids.tom}`))).toEqual(['Cllr Tom Haldane']);
    expect(await unfurl(cast.officer, page(`officer=${ids.priya}`))).toEqual(['Priya Raman']);
    expect(await unfurl(cast.officer, page(`service=${ids.streets}`))).toEqual(['Street cleaning']);
    expect((await unfurl(cast.officer, page('clause=1')))[0]).toMatch(/^Protocol 1: /);
    expect(await unfurl(cast.liaison, page(`enquiry=${enquiry}`))).toEqual([referenceOf(enquiry)]);
    const context = encodeURIComponent(JSON.stringify({ subEntityId: `enquiry/${enquiry}` }));
    expect(await unfurl(cast.amara, `https://teams.microsoft.com/l/entity/${tabsAppId}/enquiries?context=${context}`)).toEqual([
      referenceOf(enquiry)
    ]);
  });

  test('say nothing to who may not see what they lead to', async () => {
    expect(await unfurl(cast.rashid, page(`enquiry=${enquiry}`))).toEqual([]);
    expect(await unfurl(cast.officer, page(`enquiry=${enquiry}`))).toEqual([]);
    expect(await unfurl(cast.liaison, page(`enquiry=${restricted}`))).toEqual([]);
  });

  test('of others are left alone', async () => {
    const others = [
      'https://example.org/sites/members?member=1',
      `${server.origin}/sites/membersOnly?member=1`,
      `${server.origin}/sites/other?member=1`,
      page('member=abc'),
      page('member=999'),
      page("clause='"),
      'javascript:alert(1)',
      'not a link'
    ];
    for (const url of others) expect(await unfurl(cast.officer, url)).toEqual([]);
  });

  test('on a card that others in the chat read, nothing stands that somebody wrote', async () => {
    const card = onlyCard(await extension.invoke(cast.amara, 'queryLink', { url: page(`enquiry=${enquiry}`) }));
    expect(JSON.stringify(card)).not.toContain('glass');
  });
});

describe('raising an enquiry', () => {
  const message = {
    id: '1',
    body: {
      contentType: 'html',
      content: '<p>Cllr, the <b>bins</b> in School Lane &amp; Mill Road<br>were missed &lt;again&gt;</p><img src="x">'
    },
    linkToMessage: 'https://teams.microsoft.com/l/message/19:abc/1'
  };
  const open = (login: string, more: object): ReturnType<TestExtension['invoke']> =>
    extension.invoke(login, 'fetchTask', { commandId: 'raiseEnquiry', commandContext: 'message', ...more });

  test('from a message opens the form on a draft of one’s own with the message’s text and link', async () => {
    const answer = await open(cast.amara, { messagePayload: message });
    const { url } = answer.task?.value as { url: string };
    const dialog = new URL(url);
    expect(dialog.origin + dialog.pathname).toBe(`${server.siteUrl}/_layouts/15/TeamsLogon.aspx`);
    const target = new URL(dialog.searchParams.get('dest') ?? '', server.origin);
    expect(target.pathname).toBe(`${sitePath}/_layouts/15/teamstaskhostedapp.aspx`);
    const sp = server.as(cast.amara);
    const { user } = await readFormStart(sp, sitePath);
    const draft = await new Drafts(sp, sitePath, user.id).read(Number(target.searchParams.get('draft')));
    expect(draft?.answers.description).toBe(
      'From a message in Teams:\n\nCllr, the bins in School Lane & Mill Road\nwere missed <again>\n\nThe message: https://teams.microsoft.com/l/message/19:abc/1'
    );
    const others = await new Drafts(server.as(cast.tom), sitePath, 0).read(draft?.id ?? 0);
    expect(others).toBeUndefined();
  });

  test('twice at once from the same message makes one draft', async () => {
    const sp = server.as(cast.tom);
    const { user } = await readFormStart(sp, sitePath);
    await Promise.all([open(cast.tom, { messagePayload: message }), open(cast.tom, { messagePayload: message })]);
    expect(await new Drafts(sp, sitePath, user.id).all()).toHaveLength(1);
  });

  test('from where one writes opens an empty form', async () => {
    const { task } = await open(cast.amara, { commandContext: 'compose' });
    expect((task?.value as { url: string }).url).not.toContain('draft');
  });

  test('takes no links along that are no messages', async () => {
    const { task } = await open(cast.amara, { messagePayload: { linkToMessage: 'https://evil.example/x', body: { content: '' } } });
    expect((task?.value as { url: string }).url).not.toContain('draft');
  });

  test('and sending it gives a card with reference and dates and no personal data, and tells who has it', async () => {
    await control(server, 'graph', { grants: ['TeamsActivity.Send'], installedFor: ['*'] }, 'PUT');
    const answer = await extension.invoke(cast.amara, 'submitAction', { commandId: 'raiseEnquiry', data: { enquiry } });
    const card = onlyCard(answer);
    expect(card.preview.content.title).toBe(`${referenceOf(enquiry)} has been sent`);
    expect(JSON.stringify(card)).toContain('To be acknowledged by');
    for (const word of ['glass', 'Amara', 'School']) expect(JSON.stringify(card)).not.toContain(word);
    const notices = await eventually(async () => (await control<{ notices: object[] }>(server, 'graph')).notices);
    expect(notices).toMatchObject([{ from: cast.amara, to: cast.liaison, preview: `${referenceOf(enquiry)}: ${casework.summary}` }]);
    // Whoever was told already is not told again.
    await control(server, 'graph', undefined, 'DELETE');
    await extension.invoke(cast.amara, 'submitAction', { commandId: 'raiseEnquiry', data: { enquiry, told: true } });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await control<{ notices: object[] }>(server, 'graph')).notices).toEqual([]);
  });

  test('that somebody else may not see gives them nothing', async () => {
    const answer = await extension.invoke(cast.rashid, 'submitAction', { commandId: 'raiseEnquiry', data: { enquiry: restricted } });
    expect(JSON.stringify(answer)).not.toContain(referenceOf(restricted));
  });

  test('and closing the dialog without sending says nothing', async () => {
    expect(await extension.invoke(cast.amara, 'submitAction', { commandId: 'raiseEnquiry', data: null })).toEqual({});
  });
});

describe('notices of what the desk did', () => {
  interface Sent {
    notices: { from: string; to: string; preview: string; topic: { webUrl: string } }[];
  }
  const tell = (login: string, body: object, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${extension.origin}/api/notices`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer local:${login}`, ...headers },
      body: JSON.stringify(body)
    });
  const told = async (login: string, body: object): Promise<unknown> => (await tell(login, body)).json();
  const sent = async (): Promise<Sent['notices']> => (await control<Sent>(server, 'graph')).notices;
  beforeEach(async () => {
    await control(server, 'graph', { grants: ['TeamsActivity.Send'], installedFor: ['*'] }, 'PUT');
    await control(server, 'graph', undefined, 'DELETE');
  });

  test('reach the member, as the officer, with a link into the app and nothing of what was written', async () => {
    expect(await told(cast.liaison, { enquiry, event: 'question' })).toEqual({ told: ['Amara Whitfield'] });
    const [notice, ...more] = await sent();
    expect(more).toEqual([]);
    expect(notice).toMatchObject({ from: cast.liaison, to: cast.amara, preview: `${referenceOf(enquiry)}: ${casework.summary}` });
    expect(notice?.topic.webUrl).toContain(`/l/entity/${tabsAppId}/enquiries`);
  });

  test('reach the officer who has it when the member answers', async () => {
    expect(await told(cast.amara, { enquiry, event: 'answer' })).toEqual({ told: ['Priya Raman'] });
    expect(await sent()).toMatchObject([{ from: cast.amara, to: cast.liaison }]);
  });

  test('of one in confidence say its reference alone', async () => {
    expect(await told(cast.monitoring, { enquiry: restricted, event: 'reply' })).toEqual({ told: ['Amara Whitfield'] });
    expect(await sent()).toMatchObject([{ to: cast.amara, preview: referenceOf(restricted) }]);
  });

  test('are sent by nobody who does not see the enquiry, and of nothing else', async () => {
    expect(await told(cast.liaison, { enquiry: restricted, event: 'reply' })).toEqual({ told: [] });
    expect(await told(cast.rashid, { enquiry, event: 'answer' })).toEqual({ told: [] });
    expect((await tell(cast.liaison, { enquiry, event: 'anything' })).status).toBe(400);
    expect((await tell(cast.liaison, { enquiry: "1' or 1 eq 1", event: 'reply' })).status).toBe(400);
    expect((await tell('nobody@wexcombe.example', { enquiry, event: 'reply' })).status).toBe(401);
    expect((await tell(cast.liaison, { enquiry, event: 'reply' }, { authorization: '' })).status).toBe(401);
    expect(await sent()).toEqual([]);
  });

  test('are not sent where the app is not installed, or it is not granted, and nothing fails', async () => {
    await control(server, 'graph', { installedFor: [] }, 'PUT');
    expect(await told(cast.liaison, { enquiry, event: 'update' })).toEqual({ told: [] });
    await control(server, 'graph', { grants: [], installedFor: ['*'] }, 'PUT');
    expect(await told(cast.liaison, { enquiry, event: 'update' })).toEqual({ told: [] });
  });

  test('are taken from pages of the site alone', async () => {
    const response = await fetch(`${extension.origin}/api/notices`, { method: 'OPTIONS', headers: { origin: 'https://evil.example' } });
    expect(response.headers.get('access-control-allow-origin')).toBe(server.origin);
  });

  test('are as many as somebody sends in a minute', async () => {
    const answers = await Promise.all(Array.from({ length: 130 }, () => told(cast.handler, { enquiry, event: 'update' })));
    const sentTo = answers.filter((answer) => (answer as { told: string[] }).told.length > 0);
    expect(sentTo.length).toBeGreaterThan(0);
    expect(sentTo.length).toBeLessThanOrEqual(120);
  });

  test('tell of nothing that somebody else does', async () => {
    expect(await told(cast.tom, { enquiry, event: 'reply' })).toEqual({ told: [] });
    expect(await told(cast.amara, { enquiry, event: 'reply' })).toEqual({ told: [] });
    expect(await told(cast.liaison, { enquiry, event: 'answer' })).toEqual({ told: [] });
    expect(await sent()).toEqual([]);
  });
});

describe('when SharePoint', () => {
  test('is slow, Teams has an answer within four seconds', async () => {
    await afterLifetime();
    await fault({ fault: 'delay', milliseconds: 8_000, path: '_api' });
    const before = performance.now();
    const answer = await extension.search(cast.officer, 'searchMembers', 'a');
    expect(performance.now() - before).toBeLessThan(4_000);
    expect(answer.composeExtension?.text).toMatch(/^SharePoint has not answered yet\. Try again/);
  });

  test('turns requests away for longer than Teams waits, it says so, and asks no more until then', async () => {
    await afterLifetime();
    await fault({ fault: 'status', status: 429, retryAfter: 9, path: '_api' });
    const first = await extension.search(cast.harriet, 'searchEnquiries', 'glass');
    expect(first.composeExtension?.text).toMatch(/^SharePoint is busy\. Try again in [89] seconds\.$/);
    await control(server, 'faults', undefined, 'DELETE');
    await forgetLog();
    const told = await extension.search(cast.harriet, 'searchMembers', 'glass');
    expect(told.composeExtension?.text).toMatch(/^SharePoint is busy\. Try again in [5-9] seconds\.$/);
    expect(await requests()).toBe(0);
    // It is one person's requests that SharePoint counts.
    await control(server, 'faults', undefined, 'DELETE');
    expect(await extension.titles(cast.amara, 'searchMembers', 'haldane')).toEqual(['Cllr Tom Haldane']);
  });

  test('turns one request away for a moment, nobody notices', async () => {
    await afterLifetime();
    await fault({ fault: 'status', status: 429, retryAfter: 1, path: '_api', times: 1 });
    expect(await extension.titles(cast.amara, 'searchMembers', 'haldane')).toEqual(['Cllr Tom Haldane']);
  });

  test('drops the connection, it says that it cannot be reached', async () => {
    await afterLifetime();
    await fault({ fault: 'drop', when: 'before', path: '_api' });
    const answer = await extension.search(cast.amara, 'searchOfficers', 'glass');
    expect(answer.composeExtension?.text).toBe('SharePoint cannot be reached at the moment. Try again in a few minutes.');
  });
});

describe('a search that is typed on', () => {
  test('ends the one before, which does not wait for SharePoint', async () => {
    await extension.search(cast.liaison, 'searchEnquiries', 'warm');
    await fault({ fault: 'delay', milliseconds: 1_500, path: 'search' });
    const before = performance.now();
    const first = extension.search(cast.liaison, 'searchEnquiries', 'bro').then((answer) => ({ answer, took: performance.now() - before }));
    await new Promise((resolve) => setTimeout(resolve, 150));
    const second = extension.titles(cast.liaison, 'searchEnquiries', 'broken');
    const { answer, took } = await first;
    expect(titlesIn(answer)).toEqual([]);
    expect(took).toBeLessThan(1_000);
    expect(await second).toContain(casework.summary);
  });

  test('leaves searches of others, and for other things, alone', async () => {
    const found = await Promise.all(['ha', 'hal', 'kar'].map((text) => extension.titles(cast.tom, 'searchMembers', text)));
    expect(found[1]).toEqual(['Cllr Tom Haldane']);
    expect(found[2]).toEqual(['Cllr Rashid Karim']);
  });
});

describe('the service', () => {
  test('tells its health', async () => {
    const response = await fetch(`${extension.origin}/health`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ok', memory: expect.any(Number) as number });
  });

  test('says that it does not know a command', async () => {
    const answer = await extension.invoke(cast.amara, 'query', { commandId: 'toString', parameters: [] });
    expect(answer.composeExtension?.text).toBe('Memberlink did not understand that.');
  });

  test('logs no names, addresses, or words of anybody', () => {
    const log = extension.lines.join('\n');
    for (const personal of ['Amara', 'Whitfield', 'wexcombe', 'glass', 'haldane', 'School', 'broken', 'Somebody'])
      expect(log).not.toContain(personal);
    const lines = extension.lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as { event: string });
    expect(lines.filter(({ event }) => event === 'answered').length).toBeGreaterThan(30);
  });

  test('answers what is under way before it ends', async () => {
    const other = await TestExtension.start(['--site', server.siteUrl, '--local']);
    await fault({ fault: 'delay', milliseconds: 1_000, path: '_api' });
    const answer = other.titles(cast.officer, 'searchMembers', 'haldane');
    await new Promise((resolve) => setTimeout(resolve, 300));
    const ended = other.stop();
    expect(await answer).toEqual(['Cllr Tom Haldane']);
    expect(await ended).toBe(0);
  });
});

describe('settings', () => {
  const refused = (parameters: string[], environment: NodeJS.ProcessEnv = {}): Promise<string> =>
    TestExtension.start(parameters, { CLIENT_ID: '', CLIENT_SECRET: '', TENANT_ID: '', ...environment }).then(
      async (started) => {
        await started.stop();
        return 'started';
      },
      (error: unknown) => String(error)
    );

  test('without credentials, and without --local, it does not start', async () => {
    expect(await refused(['--site', 'https://council.sharepoint.com/sites/members'])).toMatch(
      /ended with 1: Error: Without credentials .* Missing in the environment: CLIENT_ID, CLIENT_SECRET, TENANT_ID/
    );
  });

  test('a variable that switches the check of tokens off in the SDK changes nothing', async () => {
    expect(
      await refused(['--site', 'https://council.sharepoint.com/sites/members'], { DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS: 'true' })
    ).toMatch(/Without credentials/);
  });

  test('--local is for this machine only', async () => {
    expect(await refused(['--site', 'https://council.sharepoint.com/sites/members', '--local'])).toMatch(
      /--local is for a local SharePoint only/
    );
  });

  test('what is wrong is named', async () => {
    expect(await refused(['--site', 'nonsense', '--local'])).toMatch(/"nonsense" is not an address/);
    expect(await refused(['--local'])).toMatch(/The site is missing/);
  });
});
