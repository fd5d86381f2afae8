import { readOneEnquiry } from '../../src/data/desk/one-enquiry';
import { readCountable } from '../../src/data/desk/counts';
import { readOwnEnquiries } from '../../src/data/desk/own-enquiries';
import { readDue } from '../../src/data/desk/owners/retention';
import { readReportRows } from '../../src/data/desk/report-rows';
import { Queues, type QueuePage } from '../../src/data/desk/queues';
import { queueNames, type QueueName } from '../../src/domain/enquiries/desk';
import { addDays } from '../../src/domain/workingDays';
import { atDesk, type AtDesk } from '../support/desk';
import { fillDesk, manyToday } from '../support/desk-many';
import { cast, fillEnquirySite, sitePath } from '../support/enquiries';
import { TestServer } from '../support/server';

/** Every screen of the desk with 1,000, 10,000 and 100,000 enquiries and their messages: as many requests, none over the threshold. */

const sizes = [1_000, 10_000, 100_000];

async function requestsOf<T>(server: TestServer, action: () => Promise<T>): Promise<{ requests: number; result: T }> {
  await fetch(`${server.origin}/_local/log`, { method: 'DELETE' });
  const result = await action();
  return { requests: ((await (await fetch(`${server.origin}/_local/log`)).json()) as { count: number }).count, result };
}

const page = ({ sp, start: { officerId, ownServices }, access }: AtDesk, queue: QueueName, next?: QueuePage['next']): Promise<QueuePage> =>
  new Queues(sp, sitePath).page({ queue, filter: {} }, { officerId, ownServices, today: manyToday }, next, access.lastEnquiry);

test.each(sizes)(
  'with %i enquiries',
  async (size) => {
    const server = await TestServer.start();
    try {
      await fillEnquirySite(server);
      await fillDesk(server, size);
      const opened = await requestsOf(server, () => atDesk(server, cast.monitoring));
      expect(opened.requests).toBe(1);
      const desk = opened.result;
      const liaison = await atDesk(server, cast.liaison);
      for (const queue of queueNames) {
        const by = queue === 'mine' || queue === 'service' ? liaison : desk;
        const first = await requestsOf(server, () => page(by, queue));
        // With the one that opens the desk: two.
        expect([queue, first.requests]).toEqual([queue, first.requests === 0 ? 0 : 1]);
        if (!['ward', 'to be restricted', 'restricted', 'today'].includes(queue))
          expect([queue, first.result.rows.length > 0]).toEqual([queue, true]);
        const { next } = first.result;
        if (!next) continue;
        const second = await requestsOf(server, () => page(by, queue, next));
        expect([queue, second.requests]).toEqual([queue, 1]);
        const known = new Set(first.result.rows.map(({ id }) => id));
        expect(second.result.rows.every(({ id }) => !known.has(id))).toBe(true);
      }
      const closed = (await page(desk, 'closed')).rows;
      const { sp, start, kinds } = desk;
      const one = await requestsOf(server, () => readOneEnquiry(sp, sitePath, closed[0]?.id ?? 0, ['anywhere'], start, kinds));
      // By its address: two more open the desk. From a queue, where its folder is known, one less.
      expect(one.requests).toBeLessThanOrEqual(2);
      expect(one.result?.messages).toHaveLength(2);
      expect((await requestsOf(server, () => readCountable(sp, sitePath))).requests).toBe(1);
      const report = await requestsOf(server, () => readReportRows(sp, sitePath, addDays(manyToday, -365), manyToday));
      expect(report.requests).toBe(1);
      // As many as come in a year, and one day.
      expect(report.result.length).toBe(size < 5_000 ? size : 3_893);
      const due = await requestsOf(server, () => readDue(sp, sitePath, addDays(manyToday, -730), desk.access.lastEnquiry));
      expect(due.result.length).toBe(size > 8_000 ? 200 : 0);
      const own = await atDesk(server, cast.amara);
      const { self, user } = own.start;
      if (!self) throw new Error('Amara is no member');
      expect((await requestsOf(server, () => readOwnEnquiries(own.sp, sitePath, self, user.id, manyToday))).requests).toBe(1);
    } finally {
      await server.stop();
    }
  },
  600_000
);
