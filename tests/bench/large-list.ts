import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { api, control, merge, type Api } from '../support/api';
import { people, TestServer } from '../support/server';
import { milliseconds, quantile, type Table } from './figures';

/** The local SharePoint with 100,000 rows in a list: pages, writes, start, memory. */

const rows = 100_000;
const runs = 50;

const list = "web/lists/getByTitle('Large')";
const root = '/sites/members/Lists/Large';

async function timed(work: (run: number) => Promise<unknown>): Promise<number[]> {
  await work(0);
  const times: number[] = [];
  for (let run = 1; run <= runs; run += 1) {
    const start = performance.now();
    await work(run);
    times.push(performance.now() - start);
  }
  return times;
}

/** Memory of a process that is in use, in MB; the most there has been. Linux only. */
function memoryOf(pid: number): { now: string; most: string } {
  try {
    const [now, most] = [/VmRSS:\s+(\d+)/, /VmHWM:\s+(\d+)/].map((line) => {
      const kilobytes = Number(line.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
      return `${Math.round(kilobytes / 1024)} MB`;
    });
    return { now: String(now), most: String(most) };
  } catch {
    return { now: 'not known here', most: 'not known here' };
  }
}

async function fill(server: TestServer, owner: Api): Promise<number> {
  await owner.done('web/lists', { Title: 'Large', BaseTemplate: 100, EnableFolderCreation: true });
  for (const xml of [
    '<Field Type="Text" Name="Reference" DisplayName="Reference" Indexed="TRUE"/>',
    '<Field Type="Choice" Name="Status" DisplayName="Status" Indexed="TRUE"/>',
    '<Field Type="DateTime" Name="Due" DisplayName="Due" Indexed="TRUE"/>',
    '<Field Type="User" Name="Handler" DisplayName="Handler" Indexed="TRUE"/>',
    '<Field Type="Note" Name="Notes" DisplayName="Notes"/>'
  ]) {
    await owner.done(`${list}/fields/createfieldasxml`, { parameters: { SchemaXml: xml, Options: 8 } });
  }
  // Folders with permissions of their own, as where the folder is the audience.
  for (let folder = 1; folder <= 20; folder += 1) {
    await owner.done(`web/getFolderByServerRelativePath(decodedurl='${root}')/AddSubFolderUsingPath(DecodedUrl='member-${folder}')`, '');
    const { Id } = await owner.done<{ Id: number }>(
      `web/getFolderByServerRelativePath(decodedurl='${root}/member-${folder}')/listitemallfields`
    );
    await owner.done(`${list}/items(${Id})/breakroleinheritance(copyRoleAssignments=true,clearSubscopes=false)`, '');
  }
  // 25 kinds of rows: an index on the status lets 4,000 through.
  const items = Array.from({ length: 25 }, (_, kind) => ({
    Title: 'Enquiry {n}',
    Reference: 'WX-{n}',
    Status: `Status ${kind}`,
    Due: `2026-${String(1 + (kind % 12)).padStart(2, '0')}-${String(1 + kind).padStart(2, '0')}T09:00:00Z`,
    Notes: 'The bins in the back lane have not been collected since the holiday.'
  }));
  const start = performance.now();
  for (let folder = 1; folder <= 20; folder += 1)
    await control(server, 'seed', { list: 'Large', folder: `member-${folder}`, count: rows / 20, items });
  return performance.now() - start;
}

/** Fills a list and measures; answers the table. */
export async function largeList(): Promise<Table> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'memberlink-bench-'));
  let server = await TestServer.start({ dataFolder });
  try {
    const filled = await fill(server, api(server, people.owner));
    await server.stop();
    const started = performance.now();
    server = await TestServer.start({ dataFolder });
    const startup = performance.now() - started;
    const [owner, officer] = [api(server, people.owner), api(server, people.officer)];
    await owner.done(`${list}/items?$top=1`);
    const select = '$select=Id,Title,Status,Due,Author/Title&$expand=Author&$top=100';
    const view = `<View Scope="RecursiveAll"><Query><Where><Eq><FieldRef Name="Status"/><Value Type="Text">Status 7</Value></Eq></Where></Query><ViewFields><FieldRef Name="Title"/><FieldRef Name="Due"/></ViewFields><RowLimit Paged="TRUE">100</RowLimit></View>`;
    const first = 30;
    const measured: [string, number[]][] = [
      ['100 rows by an index, as administrator', await timed(() => owner.done(`${list}/items?$filter=Status eq 'Status 7'&${select}`))],
      ['100 rows by an index, trimmed', await timed(() => officer.done(`${list}/items?$filter=Status eq 'Status 7'&${select}`))],
      [
        '100 rows by an index, sorted by another',
        await timed(() => officer.done(`${list}/items?$filter=Status eq 'Status 7'&$orderby=Due desc&${select}`))
      ],
      [
        '100 rows by an index, from the end of the list',
        await timed(() => officer.done(`${list}/items?$skiptoken=Paged%3dTRUE%26p_ID%3d99000&${select}`))
      ],
      [
        '100 rows in CAML (RenderListDataAsStream)',
        await timed(() => officer.done(`${list}/RenderListDataAsStream`, { parameters: { ViewXml: view } }))
      ],
      ['one row by its reference', await timed((run) => officer.done(`${list}/items?$filter=Reference eq 'WX-${run * 17}'`))],
      ['add a row', await timed((run) => owner.done(`${list}/items`, { Title: `New ${run}`, Status: 'New' }))],
      ['change a row', await timed((run) => owner.done(`${list}/items(${first + run})`, { Title: `Changed ${run}` }, merge))]
    ];
    const { pid } = server;
    const memory = memoryOf(pid);
    return [
      [`Local SharePoint, ${rows.toLocaleString('en-GB')} rows, 20 scopes`, `median of ${runs}`, 'p95'],
      ...measured.map(([name, times]) => [name, milliseconds(quantile(times, 0.5)), milliseconds(quantile(times, 0.95))]),
      ['start of the process until it answers', milliseconds(startup), ''],
      ['memory now / at most', memory.now, memory.most],
      ['filling the list', `${(filled / 1000).toFixed(1)} s`, `${Math.round(rows / (filled / 1000))} rows/s`]
    ];
  } finally {
    await server.stop();
    rmSync(dataFolder, { recursive: true });
  }
}
