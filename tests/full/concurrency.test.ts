import { api, merge } from '../support/api';
import { people, TestServer } from '../support/server';

/** Many clients at once: nothing is lost, nothing hangs. */

let server: TestServer;
const list = "web/lists/getByTitle('Shared')";
beforeAll(async () => {
  server = await TestServer.start();
  const owner = api(server, people.owner);
  await owner.done('web/lists', { Title: 'Shared', BaseTemplate: 100 });
  await owner.done(`${list}/fields/createfieldasxml`, {
    parameters: { SchemaXml: '<Field Type="Number" Name="Count" DisplayName="Count"/>', Options: 8 }
  });
  for (let n = 0; n < 5; n += 1) await owner.done(`${list}/items`, { Title: `Counter ${n}`, Count: 0 });
});
afterAll(() => server.stop());

const read = async (id: number): Promise<{ count: number; etag: string }> => {
  const answer = await api(server, people.owner).done<{ Count: number; 'odata.etag': string }>(`${list}/items(${id})`);
  return { count: answer.Count, etag: answer['odata.etag'] };
};
const write = (id: number, count: number, etag: string): Promise<Response> =>
  api(server, people.owner).send(`${list}/items(${id})`, { Count: count }, { ...merge, 'if-match': etag });

test('of two who write the same item one wins and one gets 412, a hundred times', async () => {
  for (let round = 0; round < 100; round += 1) {
    const { count, etag } = await read(1);
    const statuses = (await Promise.all([write(1, count + 1, etag), write(1, count + 1, etag)])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([204, 412]);
  }
  expect((await read(1)).count).toBe(100);
});

test('50 clients for a minute: every update that was answered counts, and the server still answers', async () => {
  const until = Date.now() + 60_000;
  const done = new Map<number, number>();
  let conflicts = 0;
  let slowest = 0;
  const client = async (number: number): Promise<void> => {
    const id = 2 + (number % 4);
    while (Date.now() < until) {
      const start = Date.now();
      const { count, etag } = await read(id);
      const { status } = await write(id, count + 1, etag);
      slowest = Math.max(slowest, Date.now() - start);
      if (status === 204) done.set(id, (done.get(id) ?? 0) + 1);
      else {
        expect(status).toBe(412);
        conflicts += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: 50 }, (_, number) => client(number)));
  for (const id of [2, 3, 4, 5]) expect([id, (await read(id)).count]).toEqual([id, done.get(id)]);
  const updates = [...done.values()].reduce((sum, count) => sum + count, 0);
  expect(updates).toBeGreaterThan(100);
  expect(conflicts).toBeGreaterThan(0);
  expect(slowest).toBeLessThan(20_000);
}, 120_000);
