import { readOneEnquiry } from '../../src/data/desk/one-enquiry';
import { readOwnEnquiries } from '../../src/data/desk/own-enquiries';
import { Queues } from '../../src/data/desk/queues';
import { readReportRows } from '../../src/data/desk/report-rows';
import type { QueueName } from '../../src/domain/enquiries/desk';
import { addDays } from '../../src/domain/workingDays';
import { atDesk, type AtDesk } from '../support/desk';
import { fillDesk, manyToday } from '../support/desk-many';
import { cast, fillEnquirySite, sitePath } from '../support/enquiries';
import { TestServer } from '../support/server';
import { median, milliseconds, type Table } from './figures';

/** The desk with 1,000, 10,000 and 100,000 enquiries and their messages, SharePoint's threshold on. */

const sizes = [1_000, 10_000, 100_000];
const rounds = 15;
const queues: readonly QueueName[] = [
  'new',
  'mine',
  'service',
  'from members',
  'today',
  'overdue',
  'waiting',
  'restricted',
  'open',
  'closed'
];

interface Site {
  server: TestServer;
  liaison: AtDesk;
  /** ID of the latest enquiry. */
  last: number;
}

async function requestsOf(server: TestServer, action: () => Promise<unknown>): Promise<{ requests: number; time: number }> {
  await fetch(`${server.origin}/_local/log`, { method: 'DELETE' });
  const start = performance.now();
  await action();
  const time = performance.now() - start;
  return { requests: ((await (await fetch(`${server.origin}/_local/log`)).json()) as { count: number }).count, time };
}

/** What the screens of the desk ask for, from nothing: who it is, what they may do, and what is shown first. */
const screens: readonly { name: string; show(site: Site): Promise<unknown> }[] = [
  ...queues.map((queue) => ({
    name: `queue “${queue}”, first page`,
    show: async ({ server }: Site) => {
      const desk = await atDesk(server, queue === 'restricted' ? cast.monitoring : cast.liaison);
      const { sp, start, access } = desk;
      const reader = { officerId: start.officerId, ownServices: start.ownServices, today: manyToday };
      await new Queues(sp, sitePath).page({ queue, filter: {} }, reader, undefined, access.lastEnquiry);
    }
  })),
  {
    name: 'a member’s enquiries',
    show: async ({ server }) => {
      const { sp, start } = await atDesk(server, cast.amara);
      if (start.self) await readOwnEnquiries(sp, sitePath, start.self, start.user.id, manyToday);
    }
  },
  {
    name: 'one enquiry, by its address',
    show: async ({ server, last }) => {
      const { sp, start, kinds } = await atDesk(server, cast.liaison);
      await readOneEnquiry(sp, sitePath, last, ['anywhere'], start, kinds);
    }
  },
  {
    name: 'a report over a year',
    show: ({ liaison: { sp } }) => readReportRows(sp, sitePath, addDays(manyToday, -365), manyToday)
  }
];

/** Requests and times of every screen, each size in turn, so that what the machine does besides meets all alike. */
export async function deskTable(): Promise<Table> {
  const sites: Site[] = [];
  try {
    for (const size of sizes) {
      const server = await TestServer.start();
      await fillEnquirySite(server);
      await fillDesk(server, size);
      const liaison = await atDesk(server, cast.liaison);
      sites.push({ server, liaison, last: liaison.access.lastEnquiry });
    }
    const table: Table = [['The desk with so many enquiries', ...sizes.map((size) => size.toLocaleString('en-GB')), 'most / least']];
    for (const { name, show } of screens) {
      const took = sites.map(() => [] as { requests: number; time: number }[]);
      for (let round = 0; round < rounds; round += 1) {
        for (const [index, site] of sites.entries()) took[index]?.push(await requestsOf(site.server, () => show(site)));
      }
      const times = took.map((all) => median(all.map(({ time }) => time)));
      const requests = took.map((all) => Math.max(...all.map((one) => one.requests)));
      table.push([
        name,
        ...times.map((time, index) => `${requests[index] ?? 0} requests, ${milliseconds(time)}`),
        (Math.max(...times) / Math.min(...times)).toFixed(2)
      ]);
    }
    return table;
  } finally {
    await Promise.all(sites.map(({ server }) => server.stop()));
  }
}
