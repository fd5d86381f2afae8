import '@pnp/sp/attachments';
import '@pnp/sp/files';
import '@pnp/sp/folders';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import { problemOf } from '../../src/domain/dataProblem';
import type { EnquiryAnswers } from '../../src/domain/enquiries/answers';
import { folderPath } from '../../src/domain/enquiries/folders';
import { enquiryValues } from '../../src/data/enquiries/enquiry-rows';
import { addToFolder } from '../../src/data/enquiries/folder-items';
import { enquiries as enquiryList } from '../../src/lists';
import { oldDrafts } from '../../src/data/enquiries/drafts';
import { readEnquiry } from '../../src/data/enquiries/read-enquiry';
import { readOpenEnquiries } from '../../src/data/enquiries/open-enquiries';
import type { SendStep } from '../../src/data/enquiries/send-enquiry';
import { api } from '../support/api';
import { casework, cast, fillEnquirySite, ids, raise, send, sitePath, submission, writer, type Writer } from '../support/enquiries';
import { people, TestServer } from '../support/server';

let server: TestServer;
let amara: Writer;
beforeAll(async () => {
  server = await TestServer.start();
  await fillEnquirySite(server);
  amara = await writer(server, cast.amara);
});
afterAll(() => server.stop());
afterEach(() => fetch(`${server.origin}/_local/faults`, { method: 'DELETE' }));

const owner = (): ReturnType<TestServer['as']> => server.as(people.owner);
const row = (id: number): Promise<Record<string, unknown>> =>
  owner()
    .web.getList(`${sitePath}/Lists/Enquiries`)
    .items.getById(id)
    .select('*', 'FileDirRef', 'Author/EMail', 'RaisedBy/EMail')
    .expand('Author', 'RaisedBy')();
const rowsWith = async (list: string, column: string, value: string): Promise<Record<string, unknown>[]> =>
  owner().web.getList(`${sitePath}/Lists/${list}`).items.filter(`${column} eq '${value}'`)();
const fault = async (rules: Record<string, unknown>[]): Promise<void> => {
  const { status } = await fetch(`${server.origin}/_local/faults`, { method: 'PUT', body: JSON.stringify({ seed: 1, rules }) });
  expect(status).toBeLessThan(300);
};
/** How often the faults that were set happened. */
const happened = async (): Promise<number[]> =>
  ((await (await fetch(`${server.origin}/_local/faults`)).json()) as { rules: { happened: number }[] }).rules.map((rule) => rule.happened);
const requests = async (): Promise<number> => ((await (await fetch(`${server.origin}/_local/log`)).json()) as { count: number }).count;
const forgetLog = (): Promise<Response> => fetch(`${server.origin}/_local/log`, { method: 'DELETE' });

let count = 0;
const draftOf = async (by: Writer, answers: EnquiryAnswers = casework): ReturnType<Writer['drafts']['add']> =>
  by.drafts.add(`own-${(count += 1)}`, answers.summary ?? '', answers);

describe('what is stored', () => {
  test('all of a member’s answers, who has it, and the dates of the protocol', async () => {
    const answers: EnquiryAnswers = {
      ...casework,
      topic: 'broken glass',
      otherWardIds: [ids.quay],
      widerImpact: true,
      earlierReference: 'SR-12',
      neededBy: '2026-12-01',
      forConstituent: true,
      constituent: 'Jo Bloggs',
      constituentContact: '07700 900123',
      authority: 'written',
      sensitive: true,
      othersNamed: false,
      reach: 'After 5'
    };
    const [sent] = await raise(amara, answers);
    expect(await row(sent?.id ?? 0)).toMatchObject({
      ...{
        Title: casework.summary,
        Description: casework.description,
        Wanted: casework.wanted,
        Place: 'School Lane',
        Topic: 'broken glass'
      },
      ...{
        State: 'New',
        Kind: 'casework',
        AskedBy: 'member',
        MemberId: ids.amara,
        WardId: ids.castle,
        OtherWardsId: [ids.quay],
        WiderImpact: true
      },
      ...{ ServiceId: ids.streets, OfficerId: ids.priya, EarlierReference: 'SR-12', Audience: 'only-me', Reach: 'After 5', Urgent: false },
      ...{
        ForConstituent: true,
        Constituent: 'Jo Bloggs',
        ConstituentContact: '07700 900123',
        Authority: 'written',
        Sensitive: true,
        OthersNamed: false
      },
      ...{
        NeededBy: '2026-12-01T00:00:00Z',
        Came: '2026-11-24T00:00:00Z',
        AcknowledgeBy: '2026-11-25T00:00:00Z',
        ReplyBy: '2026-12-08T00:00:00Z'
      },
      Clauses: '3.2, 5.1, 5.5, 2.5, 3.10, 15.2, 5.6, 5.7',
      FileDirRef: `${sitePath}/Lists/Enquiries/member-${ids.amara}`,
      Author: { EMail: cast.amara }
    });
    const [message] = await rowsWith('EnquiryMessages', 'Enquiry', String(sent?.id));
    expect(message).toMatchObject({ Event: 'sent', Text: casework.description, Title: casework.summary });
    expect(JSON.parse(String(message?.Details))).toMatchObject({
      officer: ids.priya,
      route: 'operational',
      answers: { earlierReference: 'SR-12' }
    });
  });

  test('in summer, a date is the day that was chosen', async () => {
    const summer = await writer(server, cast.amara, new Date('2026-06-30T10:00:00Z'));
    const [sent] = await raise(summer, { ...casework, neededBy: '2026-07-01' });
    expect(await row(sent?.id ?? 0)).toMatchObject({ NeededBy: '2026-06-30T23:00:00Z' });
    expect(await readEnquiry(summer.sp, sitePath, sent?.id ?? 0, 'member-1')).toMatchObject({
      acknowledgeBy: '2026-07-01',
      replyBy: '2026-07-14'
    });
  });

  test('Member Support for a member: both names are kept, and the member sees it', async () => {
    const support = await writer(server, cast.support, undefined, ids.amara);
    const [sent] = await raise(support, { ...casework, memberId: ids.amara });
    expect(await row(sent?.id ?? 0)).toMatchObject({
      MemberId: ids.amara,
      Author: { EMail: cast.support },
      RaisedBy: { EMail: cast.support }
    });
    expect(await readEnquiry(amara.sp, sitePath, sent?.id ?? 0, 'member-1')).toMatchObject({
      memberName: 'Amara Whitfield',
      authorName: 'Colin Yardley'
    });
  });

  test.each([
    ['only-me', 'member-1'],
    ['in-confidence', 'member-1/restricted']
  ])('the audience %s stands in %s', async (audience, folder) => {
    const [sent] = await raise(amara, { ...casework, audience });
    expect(folderPath(sent?.folder ?? { kind: 'ward', wardId: 0 })).toBe(folder);
    expect(await row(sent?.id ?? 0)).toMatchObject({ Audience: audience, FileDirRef: `${sitePath}/Lists/Enquiries/${folder}` });
  });

  test('a ward’s matter stands in the folder of the ward, where its other members see it', async () => {
    const [sent] = await raise(amara, { ...casework, kind: 'ward-issue' });
    expect(folderPath(sent?.folder ?? { kind: 'ward', wardId: 0 })).toBe('ward-1');
    const tom = await writer(server, cast.tom);
    expect(await readEnquiry(tom.sp, sitePath, sent?.id ?? 0, 'ward-1')).toMatchObject({ summary: casework.summary });
    const rashid = await writer(server, cast.rashid);
    expect(await readEnquiry(rashid.sp, sitePath, sent?.id ?? 0, 'ward-1')).toBeUndefined();
  });

  test('an officer tells the members of two wards: a row in each ward’s folder', async () => {
    const liaison = await writer(server, cast.liaison);
    const answers: EnquiryAnswers = {
      ...{
        memberId: null,
        kind: 'ward-notice',
        urgent: false,
        questions: { noticeType: 'consultation' },
        wardId: ids.castle,
        otherWardIds: [ids.quay]
      },
      ...{ summary: 'New crossing', description: 'We plan a crossing.', place: 'Mill Road', respondBy: '2026-12-04' }
    };
    const sent = await raise(liaison, answers);
    expect(sent.map(({ folder }) => folderPath(folder))).toEqual(['ward-1', 'ward-2']);
    for (const { id, folder } of sent)
      expect(await row(id)).toMatchObject({
        AskedBy: 'officer',
        MemberId: null,
        WardId: folder.kind === 'ward' ? folder.wardId : 0,
        RespondBy: '2026-12-04T00:00:00Z'
      });
    const rashid = await writer(server, cast.rashid);
    expect(await readEnquiry(rashid.sp, sitePath, sent[1]?.id ?? 0, 'ward-2')).toMatchObject({ isOfficers: true, respondBy: '2026-12-04' });
  });

  test('documents go along, and have their names', async () => {
    const names = ["It's 100 % #1 damp & mould.txt", `${'n'.repeat(196)}.txt`, '写真 📷.txt'];
    const draft = await draftOf(amara);
    let current = draft;
    for (const name of names) await amara.drafts.attach(draft.id, name, new TextEncoder().encode(`bytes of ${name}`).buffer as ArrayBuffer);
    current = await amara.drafts.refreshed(draft);
    expect(current.documents.map(({ name }) => name).sort()).toEqual([...names].sort());
    const [sent] = await send(amara, current, casework, {
      documents: current.documents.map((document) => ({ name: document.name, bytes: () => amara.drafts.bytes(current.id, document) }))
    });
    const view = await readEnquiry(amara.sp, sitePath, sent?.id ?? 0, 'member-1');
    expect(view?.documents.sort()).toEqual([...names].sort());
    for (const name of names) {
      const path = `${sitePath}/EnquiryDocuments/member-1/${sent?.id}/${name}`;
      expect(await amara.sp.web.getFileByServerRelativePath(path).getText()).toBe(`bytes of ${name}`);
    }
  });

  test.each([
    ['50,000 characters', 'Ab é\n'.repeat(10_000)],
    ['emoji and right-to-left script', '🚧👩‍👩‍👧 שלום עולם مرحبا بالعالم ‮reversed'],
    ['HTML', '<script>alert(1)</script><b onmouseover="x">&amp;&lt;</b>'],
    ['OData', "x' or '1' eq '1 %27 $filter=Id gt 0&$top=5 #?/\\"],
    ['CAML', '</Value></Eq></Where><Where><Gt><FieldRef Name="ID"/><Value Type="Counter">0</Value></Gt>]]>'],
    ['form separators', '1;#2;#;#3 [{"Key":"x"}] {{x}} {0}']
  ])('%s is stored and read as it was typed', async (_, text) => {
    const line = text.replace(/\s+/g, ' ').slice(0, 110).trim();
    const [sent] = await raise(amara, {
      ...casework,
      summary: line,
      description: text,
      wanted: text.slice(0, 9_000),
      place: line,
      constituent: line
    });
    expect(await row(sent?.id ?? 0)).toMatchObject({
      Title: line,
      Description: text.trim(),
      Wanted: text.slice(0, 9_000).trim(),
      Place: line
    });
    expect(await readEnquiry(amara.sp, sitePath, sent?.id ?? 0, 'member-1')).toMatchObject({ summary: line, description: text.trim() });
  });
});

describe('sending once', () => {
  test('takes four requests without documents', async () => {
    const draft = await draftOf(amara);
    await forgetLog();
    await send(amara, draft, casework);
    expect(await requests()).toBe(4);
  });

  test('a second press while it is being sent sends nothing more', async () => {
    const draft = await draftOf(amara);
    const both = await Promise.all(
      [send(amara, draft, casework), send(amara, draft, casework)].map((one) => one.catch((error: unknown) => problemOf(error)))
    );
    const rows = await rowsWith('Enquiries', 'SubmissionKey', draft.key);
    expect(rows).toHaveLength(1);
    expect(both).toContainEqual([{ id: rows[0]?.Id, folder: { kind: 'member', memberId: ids.amara }, byOther: false }]);
    expect(await rowsWith('EnquiryMessages', 'MessageKey', `${draft.key}:sent`)).toHaveLength(1);
  });

  test('two windows: the second waits for the first, and both show the same enquiry', async () => {
    const draft = await draftOf(amara);
    const steps: SendStep['kind'][] = [];
    // The first is slow at creating the row.
    await fault([{ fault: 'delay', milliseconds: 400, path: 'AddValidateUpdateItemUsingPath', times: 1 }]);
    const first = send(amara, draft, casework, { window: 'first' });
    await new Promise((done) => setTimeout(done, 100));
    const second = send(amara, draft, casework, {
      window: 'second',
      progress: ({ kind }) => steps.push(kind),
      persistence: { tries: 3, wait: () => new Promise((done) => setTimeout(done, 50)) }
    });
    const [ours] = await first;
    expect(await second).toEqual([{ ...ours, byOther: true }]);
    expect(steps).toContain('waiting for another window');
    expect(await rowsWith('Enquiries', 'SubmissionKey', draft.key)).toHaveLength(1);
  });

  test.each([
    ['the claim', { path: '$batch' }],
    ['the row', { path: "Enquiries')/AddValidate" }],
    ['the message', { path: 'EnquiryMessages' }],
    ['the draft’s end', { path: 'EnquiryDrafts', method: 'DELETE' }]
  ])('a connection that breaks after %s was written: nothing twice, nothing lost', async (_, where) => {
    const draft = await draftOf(amara);
    await fault([{ fault: 'drop', when: 'after', times: 1, ...where }]);
    let moment = Date.now();
    await send(amara, draft, casework, { now: () => new Date((moment += 9_000)) });
    expect(await happened()).toEqual([1]);
    expect(await rowsWith('Enquiries', 'SubmissionKey', draft.key)).toHaveLength(1);
    expect(await rowsWith('EnquiryMessages', 'MessageKey', `${draft.key}:sent`)).toHaveLength(1);
    expect(await amara.drafts.read(draft.id)).toBeUndefined();
  });

  test('a window that stopped after the row was written is finished by another, or by the same after a reload', async () => {
    const draft = await draftOf(amara);
    await fault([{ fault: 'drop', when: 'before', path: 'EnquiryMessages' }]);
    await expect(send(amara, draft, casework, { window: 'closed' })).rejects.toThrow();
    await fetch(`${server.origin}/_local/faults`, { method: 'DELETE' });
    expect((await amara.drafts.read(draft.id))?.isSending).toBe(true);
    const reloaded = await amara.drafts.read(draft.id);
    const later = new Date(Date.now() + 61_000);
    const [sent] = await send(amara, reloaded ?? draft, casework, { window: 'another', now: () => later });
    expect((await rowsWith('Enquiries', 'SubmissionKey', draft.key)).map(({ Id }) => Id)).toEqual([sent?.id]);
    expect(await rowsWith('EnquiryMessages', 'MessageKey', `${draft.key}:sent`)).toHaveLength(1);
  });

  test('a window whose claim was taken over creates nothing more', async () => {
    const draft = await draftOf(amara);
    await fault([{ fault: 'drop', when: 'before', path: "Enquiries')/AddValidate", times: 1 }]);
    let slept = false;
    let moment = Date.now();
    const asleep = send(amara, draft, casework, {
      window: 'asleep',
      now: () => new Date(moment),
      persistence: {
        tries: 3,
        // The computer sleeps for two minutes, and another device sends it.
        wait: async () => {
          if (slept) return;
          slept = true;
          moment += 120_000;
          const other = await amara.drafts.read(draft.id);
          await send(amara, other ?? draft, casework, { window: 'other', now: () => new Date(moment) });
        }
      }
    });
    await expect(asleep).rejects.toMatchObject({ problem: { kind: 'changed meanwhile' } });
    expect(slept).toBe(true);
    expect(await rowsWith('Enquiries', 'SubmissionKey', draft.key)).toHaveLength(1);
  });

  test('a browser that sends the row twice by itself: the lower of the two is the enquiry, with the message', async () => {
    const draft = await draftOf(amara);
    await fault([{ fault: 'delay', milliseconds: 300, path: "Enquiries')/AddValidate", times: 1 }]);
    const sending = send(amara, draft, casework);
    await new Promise((done) => setTimeout(done, 150));
    const values = enquiryValues(submission(amara, casework), { key: draft.key, wardId: ids.castle, login: amara.start.user.login });
    const list = amara.sp.web.getList(`${sitePath}/Lists/Enquiries`);
    const first = await addToFolder(list, sitePath, enquiryList, { kind: 'member', memberId: ids.amara }, values);
    const [sent] = await sending;
    expect(await rowsWith('Enquiries', 'SubmissionKey', draft.key)).toHaveLength(2);
    expect(sent?.id).toBe(first);
    expect(await rowsWith('EnquiryMessages', 'Enquiry', String(first))).toHaveLength(1);
  });

  test('answers that another window saved are not sent unseen', async () => {
    const draft = await draftOf(amara);
    await amara.drafts.save(draft, 'Changed', { ...casework, description: 'Other words' });
    await expect(send(amara, draft, casework)).rejects.toMatchObject({ problem: { kind: 'changed meanwhile' } });
    expect(await rowsWith('Enquiries', 'SubmissionKey', draft.key)).toEqual([]);
    expect((await amara.drafts.read(draft.id))?.answers.description).toBe('Other words');
  });

  test('what SharePoint refuses is said with the column, and the draft stays', async () => {
    const draft = await draftOf(amara);
    const wrong = { ...submission(amara, casework), serviceId: 999 };
    await expect(send(amara, draft, casework, { submission: wrong })).rejects.toThrow(/Enquiries\.Service/);
    expect(await rowsWith('Enquiries', 'SubmissionKey', draft.key)).toEqual([]);
    // It was given back: it can be changed, and is.
    const given = await amara.drafts.read(draft.id);
    expect(given).toMatchObject({ isSending: false, claim: '', answers: { summary: casework.summary } });
    if (given) await send(amara, await amara.drafts.save(given, 'Mended', casework), casework);
    expect(await rowsWith('Enquiries', 'SubmissionKey', draft.key)).toHaveLength(1);
  });

  test('a window with other answers does not go on with what another one began to send', async () => {
    const draft = await draftOf(amara);
    await fault([{ fault: 'drop', when: 'before', path: 'EnquiryMessages' }]);
    await expect(send(amara, draft, casework, { window: 'first' })).rejects.toThrow();
    await fetch(`${server.origin}/_local/faults`, { method: 'DELETE' });
    const later = (): Date => new Date(Date.now() + 120_000);
    const other = { ...casework, audience: 'in-confidence', description: 'Other words' };
    await expect(send(amara, draft, other, { window: 'second', now: later })).rejects.toMatchObject({
      problem: { kind: 'changed meanwhile' }
    });
    const begun = await amara.drafts.read(draft.id);
    expect(begun).toMatchObject({ isSending: true, answers: { description: casework.description, audience: 'only-me' } });
    const [sent] = await send(amara, begun ?? draft, begun?.answers ?? {}, { window: 'second', now: later });
    expect((await rowsWith('Enquiries', 'SubmissionKey', draft.key)).map(({ Id }) => Id)).toEqual([sent?.id]);
  });
});

describe('drafts', () => {
  test('are seen by whoever wrote them, on any device, and by no other member', async () => {
    const draft = await draftOf(amara, { kind: 'casework', summary: 'Half', description: 'Not done' });
    expect((await amara.drafts.all()).find(({ id }) => id === draft.id)).toMatchObject({
      title: 'Half',
      answers: { kind: 'casework', description: 'Not done' }
    });
    const tom = await writer(server, cast.tom);
    expect(await tom.drafts.all()).toEqual([]);
    expect(await tom.drafts.read(draft.id)).toBeUndefined();
    await expect(tom.drafts.save(draft, 'Mine now', {})).rejects.toThrow();
    const again = await writer(server, cast.amara);
    expect(again.start.drafts.map(({ id }) => id)).toContain(draft.id);
    await again.drafts.remove(draft.id);
    expect(await amara.drafts.read(draft.id)).toBeUndefined();
    // Gone already: nothing to say.
    await again.drafts.remove(draft.id);
  });

  test('documents of a draft are nobody else’s, by any address', async () => {
    const draft = await draftOf(amara);
    await amara.drafts.attach(draft.id, 'mine.txt', new TextEncoder().encode('secret').buffer as ArrayBuffer);
    const item = `web/getList('${sitePath}/Lists/EnquiryDrafts')/items(${draft.id})`;
    const address = `${server.origin}${sitePath}/Lists/EnquiryDrafts/Attachments/${draft.id}/mine.txt`;
    for (const login of [cast.tom, cast.support, cast.liaison, cast.handler, cast.monitoring, cast.officer]) {
      for (const part of ['AttachmentFiles', "AttachmentFiles('mine.txt')/$value", 'versions'])
        expect((await api(server, login).send(`${item}/${part}`)).ok).toBe(false);
      expect((await fetch(address, { headers: { authorization: `Bearer local:${login}` } })).ok).toBe(false);
      expect(
        await (await api(server, login).send(`web/getList('${sitePath}/Lists/EnquiryDrafts')/items?$expand=AttachmentFiles`)).text()
      ).not.toContain('mine.txt');
    }
    expect((await fetch(address, { headers: { authorization: `Bearer local:${cast.amara}` } })).ok).toBe(true);
  });

  test('of two windows the second is told that the first saved', async () => {
    const draft = await draftOf(amara);
    const saved = await amara.drafts.save(draft, 'One', casework);
    await expect(amara.drafts.save(draft, 'Two', casework)).rejects.toMatchObject({ problem: { kind: 'changed meanwhile' } });
    expect((await amara.drafts.save(saved, 'Three', casework)).title).toBe('Three');
  });

  test('that were left alone for 30 days are old', () => {
    const at = (days: number): Parameters<typeof oldDrafts>[0][number] =>
      ({ modified: new Date(Date.UTC(2026, 10, 24 - days)) }) as Parameters<typeof oldDrafts>[0][number];
    expect(oldDrafts([at(29), at(30), at(31)], new Date(Date.UTC(2026, 10, 24)))).toEqual([at(31)]);
  });

  test('a draft that somebody made unreadable does not hide the others', async () => {
    const good = await draftOf(amara);
    const bad = await draftOf(amara);
    await owner().web.getList(`${sitePath}/Lists/EnquiryDrafts`).items.getById(bad.id).update({ Answers: '{' });
    expect((await amara.drafts.all()).map(({ id }) => id)).toEqual(expect.arrayContaining([good.id]));
  });
});

test('open enquiries of the member and the ward, for what looks alike; two requests open the form', async () => {
  const [mine] = await raise(amara, { ...casework, summary: 'Fly-tipping at the mill' });
  const [ward] = await raise(amara, { ...casework, kind: 'ward-issue', summary: 'Crossing wanted' });
  await owner()
    .web.getList(`${sitePath}/Lists/Enquiries`)
    .items.getById(mine?.id ?? 0)
    .update({ State: 'Closed' });
  const folders = [
    { kind: 'member', memberId: ids.amara },
    { kind: 'ward', wardId: ids.castle }
  ] as const;
  await forgetLog();
  const open = await readOpenEnquiries(amara.sp, sitePath, folders);
  expect(await requests()).toBe(1);
  expect(open.find(({ id }) => id === ward?.id)).toMatchObject({ summary: 'Crossing wanted', folder: 'ward-1', serviceId: ids.streets });
  expect(open.some(({ id }) => id === mine?.id)).toBe(false);
});
