import '@pnp/sp/files';
import '@pnp/sp/folders';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import type { EnquiryAnswers } from '../../src/domain/enquiries/answers';
import { problemOf } from '../../src/domain/dataProblem';
import type { OutgoingDocument, SentEnquiry } from '../../src/data/enquiries/send-enquiry';
import { casework, cast, fillEnquirySite, ids, send, sitePath, writer, type Writer } from '../support/enquiries';
import { people, TestServer } from '../support/server';

/** 1,000 enquiries while SharePoint throttles, breaks connections before and after the write, and answers late. */

const count = 1000;
const atOnce = 24;
let server: TestServer;
let writers: Writer[];

beforeAll(async () => {
  server = await TestServer.start();
  await fillEnquirySite(server);
  writers = await Promise.all([cast.amara, cast.tom, cast.rashid].map((login) => writer(server, login)));
});
afterAll(() => server.stop());

/** 30 of 100 requests meet a fault. */
const faults = {
  seed: 42,
  rules: [
    { fault: 'status', status: 429, retryAfter: 0, path: '/_api', share: 0.08 },
    { fault: 'status', status: 503, retryAfter: 0, path: '/_api', share: 0.07 },
    { fault: 'drop', when: 'before', path: '/_api', share: 0.06 },
    { fault: 'drop', when: 'after', path: '/_api', share: 0.06 },
    { fault: 'delay', milliseconds: 300, path: '/_api', share: 0.06 }
  ]
};

/** Every third enquiry has documents, every fifth is restricted, every seventh the ward's. */
function answersOf(number: number): EnquiryAnswers {
  const answers: EnquiryAnswers = { ...casework, summary: `Enquiry ${number}`, description: `What happened in ${number}` };
  if (number % 5 === 0) return { ...answers, audience: 'in-confidence' };
  if (number % 7 === 0) return { ...answers, kind: 'ward-issue', wardId: writers[number % 3]?.start.self?.ward?.id ?? ids.castle };
  return answers;
}

const documentsOf = (number: number): OutgoingDocument[] =>
  number % 3 === 0
    ? Array.from({ length: 1 + (number % 2) }, (_, index) => {
        const bytes = new TextEncoder().encode(`document ${index} of ${number}`);
        return { name: `photo ${index}.txt`, size: bytes.length, bytes: async () => bytes.buffer as ArrayBuffer };
      })
    : [];

/** Tries again as somebody does who presses the button again. */
async function again<T>(action: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await action();
    } catch (error) {
      const { kind } = problemOf(error);
      if (kind !== 'busy' && kind !== 'offline' && kind !== 'timed out') throw error;
    }
  }
}

test(`${count} sendings under faults: ${count} enquiries, each with its message and documents, none twice`, async () => {
  const sent = new Map<number, SentEnquiry[]>();
  const waits: Record<string, number> = {};
  let next = 0;
  const client = async (): Promise<void> => {
    for (let number = (next += 1); number <= count; number = next += 1) {
      const by = writers[number % writers.length] as Writer;
      const answers = answersOf(number);
      const key = `full-${number}`;
      // As the form does: a save whose answer was lost is looked for by its key.
      const draft = await again(async () => (await by.drafts.withKey(key)) ?? (await by.drafts.add(key, `Enquiry ${number}`, answers)));
      const persistence = {
        tries: 4,
        wait: (milliseconds: number) => new Promise<void>((done) => setTimeout(done, Math.min(50, milliseconds))),
        waiting: ({ kind }: { kind: string }) => {
          waits[kind] = (waits[kind] ?? 0) + 1;
        }
      };
      sent.set(
        number,
        await again(() =>
          send(by, draft, answers, { documents: documentsOf(number), window: `window-${number}`, persistence, now: clock() })
        )
      );
    }
  };
  await fetch(`${server.origin}/_local/faults`, { method: 'PUT', body: JSON.stringify(faults) });
  await Promise.all(Array.from({ length: atOnce }, client));
  const met = (await (await fetch(`${server.origin}/_local/faults`)).json()) as { rules: { happened: number }[] };
  await fetch(`${server.origin}/_local/faults`, { method: 'DELETE' });
  for (const { happened } of met.rules) expect(happened).toBeGreaterThan(100);
  expect(waits.offline).toBeGreaterThan(100);

  const sp = server.as(people.owner);
  const rows = await all<{ Id: number; SubmissionKey: string; Title: string; Description: string; FileDirRef: string }>(
    'Enquiries',
    'SubmissionKey'
  );
  expect(rows).toHaveLength(count);
  expect(new Set(rows.map(({ SubmissionKey }) => SubmissionKey)).size).toBe(count);
  const messages = await all<{ Enquiry: number; Event: string; Text: string }>('EnquiryMessages', 'MessageKey');
  expect(messages).toHaveLength(count);
  const messageOf = new Map(messages.map((message) => [message.Enquiry, message]));
  for (const [number, [first]] of sent) {
    const row = rows.find(({ Id }) => Id === first?.id);
    expect(row).toMatchObject({ SubmissionKey: `full-${number}`, Title: `Enquiry ${number}`, Description: `What happened in ${number}` });
    expect(messageOf.get(first?.id ?? 0)).toMatchObject({ Event: 'sent', Text: `What happened in ${number}` });
    const wanted = documentsOf(number);
    if (wanted.length === 0 || !row) continue;
    const folder = `${row.FileDirRef.replace('/Lists/Enquiries/', '/EnquiryDocuments/')}/${row.Id}`;
    const files = await sp.web.getFolderByServerRelativePath(folder).files.select('Name')<{ Name: string }[]>();
    expect(files.map(({ Name }) => Name).sort()).toEqual(wanted.map(({ name }) => name).sort());
    for (const [index, { name }] of wanted.entries())
      expect(await sp.web.getFileByServerRelativePath(`${folder}/${name}`).getText()).toBe(`document ${index} of ${number}`);
  }
  // Nothing of a draft is left.
  expect(await sp.web.getList(`${sitePath}/Lists/EnquiryDrafts`).items()).toEqual([]);
}, 600_000);

/** Every sending has a clock of its own that runs fast, so that a window that tries again does not have to wait for itself. */
function clock(): () => Date {
  let moment = Date.now();
  return () => new Date((moment += 10_000));
}

/** Rows of a list, folders left out. */
async function all<Row>(list: string, column: string): Promise<Row[]> {
  const rows: Row[] = [];
  const pages = server.as(people.owner).web.getList(`${sitePath}/Lists/${list}`).items.select('*', 'FileDirRef').top(1000) as AsyncIterable<
    (Row & Record<string, unknown>)[]
  >;
  for await (const page of pages) rows.push(...page.filter((row) => row[column] !== null));
  return rows;
}
