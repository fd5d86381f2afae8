import '@pnp/sp/items';
import '@pnp/sp/lists';
import { readOpenEnquiries } from '../../src/data/enquiries/open-enquiries';
import { readFormStart } from '../../src/data/enquiries/start';
import { bexleyRows, loadBexley } from '../support/bexley';
import { casework, cast, fillEnquirySite, ids, send, sitePath, writer } from '../support/enquiries';
import { people, TestServer } from '../support/server';

/** 5,316 real enquiries, more than SharePoint's threshold: the form asks as often as with none. */

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
  await fillEnquirySite(server);
});
afterAll(() => server.stop());

async function requestsOf(action: () => Promise<unknown>): Promise<number> {
  await fetch(`${server.origin}/_local/log`, { method: 'DELETE' });
  await action();
  return ((await (await fetch(`${server.origin}/_local/log`)).json()) as { count: number }).count;
}

let number = 0;
async function counts(): Promise<{ first: number; alike: number; send: number }> {
  const amara = await writer(server, cast.amara);
  const draft = await amara.drafts.add(`many-${(number += 1)}`, 'Many', casework);
  const folders = [
    { kind: 'member', memberId: ids.amara },
    { kind: 'ward', wardId: ids.castle }
  ] as const;
  return {
    first: await requestsOf(() => readFormStart(amara.sp, sitePath)),
    alike: await requestsOf(() => readOpenEnquiries(amara.sp, sitePath, folders)),
    send: await requestsOf(() => send(amara, draft, casework))
  };
}

test('two requests to the first page, one for what looks alike, four to send; none of them trips the threshold', async () => {
  const wanted = { first: 2, alike: 1, send: 4 };
  expect(await counts()).toEqual(wanted);
  expect(await loadBexley(server, [ids.amara, ids.tom, ids.rashid])).toBe(bexleyRows().length);
  const { ItemCount } = await server.as(people.owner).web.getList(`${sitePath}/Lists/Enquiries`).select('ItemCount')<{
    ItemCount: number;
  }>();
  expect(ItemCount).toBeGreaterThan(5_316);
  expect(await counts()).toEqual(wanted);
  const amara = await writer(server, cast.amara);
  const open = await readOpenEnquiries(amara.sp, sitePath, [{ kind: 'member', memberId: ids.amara }]);
  expect(open.length).toBeGreaterThan(90);
});
