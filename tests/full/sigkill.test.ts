import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { api, merge } from '../support/api';
import { people, TestServer } from '../support/server';

/** A server that is killed at any moment keeps every write that it answered, whole, and none by halves. */

const writes = 5000;
const kills = 8;
const folder = mkdtempSync(join(tmpdir(), 'memberlink-sigkill-'));
afterAll(() => rmSync(folder, { recursive: true }));

const list = "web/lists/getByTitle('Killed')";
interface Row {
  Id: number;
  Title: string;
  First: string | null;
  Second: string | null;
}

test(`SIGKILL at random during ${writes} writes`, async () => {
  let server = await TestServer.start({ dataFolder: folder });
  const owner = (): ReturnType<typeof api> => api(server, people.owner);
  await owner().done('web/lists', { Title: 'Killed', BaseTemplate: 100 });
  for (const name of ['First', 'Second']) {
    await owner().done(`${list}/fields/createfieldasxml`, {
      parameters: { SchemaXml: `<Field Type="Text" Name="${name}" DisplayName="${name}"/>`, Options: 8 }
    });
  }
  const [delays = []] = fc.sample(fc.array(fc.integer({ min: 200, max: 1500 }), { minLength: kills, maxLength: kills }), { numRuns: 1 });
  /** What was answered: by title, the value that both columns have to have. */
  const answered = new Map<string, string>();
  const attached = new Map<number, string>();
  const pending = new Map<string, string>();
  let sent = 0;
  let killed = 0;

  const client = async (number: number): Promise<void> => {
    let last: number | undefined;
    while (sent < writes) {
      sent += 1;
      const title = `c${number} n${sent}`;
      const value = `value ${sent}`;
      try {
        pending.set(title, value);
        const { Id } = await owner().done<{ Id: number }>(`${list}/items`, { Title: title, First: value, Second: value });
        answered.set(title, value);
        last = Id;
        if (sent % 3 === 0) {
          sent += 1;
          const changed = `${value} changed`;
          pending.set(title, changed);
          await owner().done(`${list}/items(${Id})`, { First: changed, Second: changed }, merge);
          answered.set(title, changed);
        }
        if (sent % 7 === 0) {
          sent += 1;
          await owner().done(`${list}/items(${last})/AttachmentFiles/add(FileName='a.txt')`, title);
          attached.set(last, title);
        }
      } catch (error) {
        // fetch says TypeError where there is no connection (Node's own, not the test's); anything else is a fault.
        if ((error as Error).name !== 'TypeError') throw error;
        // The server was killed while it wrote: this write may be there or not. Wait until it is back.
        await new Promise((done) => setTimeout(done, 50));
      }
    }
  };
  const killer = async (): Promise<void> => {
    for (const delay of delays) {
      await new Promise((done) => setTimeout(done, delay));
      if (sent >= writes) return;
      const port = Number(new URL(server.siteUrl).port);
      await server.stop('SIGKILL');
      killed += 1;
      server = await TestServer.start({ dataFolder: folder, port });
    }
  };
  await Promise.all([killer(), ...Array.from({ length: 4 }, (_, number) => client(number))]);
  await server.stop('SIGKILL');
  server = await TestServer.start({ dataFolder: folder });
  try {
    const rows = new Map<string, Row>();
    let next: string | undefined = `${list}/items?$select=Id,Title,First,Second,Attachments&$top=5000`;
    while (next !== undefined) {
      const page: { value: Row[]; 'odata.nextLink'?: string } = await owner().done(next);
      for (const row of page.value) {
        expect(rows.has(row.Title)).toBe(false);
        rows.set(row.Title, row);
      }
      next = page['odata.nextLink']?.split('/_api/')[1];
    }
    expect(killed).toBeGreaterThan(2);
    for (const [title, value] of answered) {
      const row = rows.get(title);
      // A change that was sent and not answered may have happened.
      expect([title, [value, pending.get(title)].includes(row?.First ?? '')]).toEqual([title, true]);
    }
    for (const { Title, First, Second } of rows.values()) {
      expect([Title, First]).toEqual([Title, Second]);
      expect(pending.has(Title)).toBe(true);
    }
    for (const [id, text] of attached) {
      expect(await (await owner().send(`${list}/items(${id})/AttachmentFiles('a.txt')/$value`)).text()).toBe(text);
    }
    expect(answered.size).toBeGreaterThan(writes / 3);
  } finally {
    await server.stop();
  }
}, 300_000);
