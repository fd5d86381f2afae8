import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { siteClient } from '../../src/data/site-client';
import { TeamsNotices } from '../../src/webparts/teamsNotices';
import { people, TestServer, testSite } from '../support/server';

/** A service of notices that tells everybody of everything. */
let service: Server;
let server: TestServer;
const received: { url: string | undefined; token: string | undefined; body: string }[] = [];
beforeAll(async () => {
  (globalThis as { window?: unknown }).window = { setTimeout: (action: () => void, time: number) => setTimeout(action, time).unref() };
  service = createServer((request, response) => {
    let body = '';
    request.on('data', (data: Buffer) => {
      body += data.toString();
    });
    request.on('end', () => {
      received.push({ url: request.url, token: request.headers.authorization, body });
      response.setHeader('content-type', 'application/json').end('{"told":["Priya Raman"]}');
    });
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  const value = `http://127.0.0.1:${(service.address() as AddressInfo).port}/`;
  server = await TestServer.start({
    site: { ...testSite, tenantProperties: { MemberlinkNotices: { value, description: 'api://memberlink-messages' } } }
  });
});
afterAll(async () => {
  delete (globalThis as { window?: unknown }).window;
  service.closeAllConnections();
  service.close();
  await server.stop();
});

test('where SharePoint did not say where the service is, it is asked again next time', async () => {
  let isReached = false;
  const token = async (): Promise<string> => {
    if (!isReached) throw new Error('offline');
    return `local:${people.officer}`;
  };
  const notices = new TeamsNotices(siteClient(server.siteUrl, token, { patience: 5_000, tries: 1 }), async (resource) => `for ${resource}`);
  expect(await notices.tell(7, 'sent')).toEqual([]);
  isReached = true;
  expect(await notices.tell(7, 'sent')).toEqual(['Priya Raman']);
  expect(received).toEqual([
    { url: '/api/notices', token: 'Bearer for api://memberlink-messages', body: JSON.stringify({ enquiry: 7, event: 'sent' }) }
  ]);
});
