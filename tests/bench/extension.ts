import accounts from '../../sharepoint/sample-council/accounts.json';
import { casework, cast, fillEnquirySite, raise, writer } from '../support/enquiries';
import { TestExtension } from '../support/extension';
import { TestServer } from '../support/server';
import { milliseconds, quantile, type Table } from './figures';

/** The message extension: how long searches take, alone and 50 at once; the service's own part; its memory. */

const together = 50;
const rounds = 200;
const memoryQueries = 5_000;
/** A busy council's members. */
const members = 250;

/** Who search: everybody who can sign in. */
const searchers = accounts.filter((account) => !('directoryOnly' in account)).map(({ login }) => login);

type Ask = (extension: TestExtension, round: number) => Promise<unknown>;
const searcher = (round: number): string => searchers[round % searchers.length] ?? cast.officer;
/** Different words, so that no search takes another's place. */
const words = ['haldane', 'castle', 'green', 'member 17', 'w', 'planning', 'karim', 'quay'];
const word = (round: number): string => words[round % words.length] ?? '';

const searches: readonly [string, Ask][] = [
  ['members', (extension, round) => extension.search(searcher(round), 'searchMembers', word(round))],
  [
    'officers',
    (extension, round) => extension.search(searcher(round), 'searchOfficers', ['broken glass', 'raman', 'damp', 'p'][round % 4])
  ],
  [
    'enquiries',
    (extension, round) => extension.search(round % 2 ? cast.amara : cast.liaison, 'searchEnquiries', ['glass', '1', 'school'][round % 3])
  ]
];

async function timed(action: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await action();
  return performance.now() - start;
}

const shares = (times: readonly number[]): string => `${milliseconds(quantile(times, 0.5))}, ${milliseconds(quantile(times, 0.95))}`;

async function timesOf(extension: TestExtension, ask: Ask, atOnce: number): Promise<number[]> {
  const times: number[] = [];
  let round = 0;
  const one = async (): Promise<void> => {
    while (round < rounds) {
      round += 1;
      const mine = round;
      times.push(await timed(() => ask(extension, mine)));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return times;
}

/** In MB, as the service tells it where it is asked to. */
async function memoryOf(extension: TestExtension): Promise<number> {
  const { memory } = (await (await fetch(`${extension.origin}/health`)).json()) as { memory: number };
  return memory / 1024 / 1024;
}

/** Times in milliseconds at the median and for 95 of 100, one after the other and 50 at once; memory over 5,000 searches. */
export async function extensionTable(): Promise<Table> {
  const server = await TestServer.start();
  try {
    await fillEnquirySite(server);
    const items = Array.from({ length: 10 }, (_, index) => ({
      Title: `Member ${index}`,
      Email: `m${index}@wexcombe.example`,
      WardId: 1,
      Status: 'Serving'
    }));
    await fetch(`${server.origin}/_local/seed`, { method: 'POST', body: JSON.stringify({ list: 'Members', count: members, items }) });
    for (let count = 0; count < 20; count += 1)
      await raise(await writer(server, cast.amara, new Date()), { ...casework, summary: `Glass ${count}` });
    const table: Table = [['The message extension', 'alone: p50, p95', `${together} at once: p50, p95`]];
    const parameters = ['--site', server.siteUrl, '--local'];
    const extension = await TestExtension.start(parameters, { MEMBERLINK_CACHE_SECONDS: '600' });
    try {
      for (const [name, ask] of searches) {
        // Everybody's first search reads what the others begin with.
        for (let round = 0; round < 24; round += 1) await ask(extension, round);
        table.push([`search for ${name}`, shares(await timesOf(extension, ask, 1)), shares(await timesOf(extension, ask, together))]);
      }
      // Members are kept for a while, so SharePoint is not asked: what is left is the service's own.
      const [, own] = searches[0] ?? [];
      if (own) table.push(['the service’s own time (members are kept)', shares(await timesOf(extension, own, 1)), '']);
      const before = await memoryOf(extension);
      const readings: number[] = [before];
      for (let done = 0; done < memoryQueries; done += 1) {
        await searches[done % searches.length]?.[1](extension, done);
        if ((done + 1) % 1_000 === 0) readings.push(await memoryOf(extension));
      }
      table.push([
        `heap over ${memoryQueries.toLocaleString('en-GB')} searches`,
        readings.map((mb) => `${mb.toFixed(0)} MB`).join(', '),
        ''
      ]);
    } finally {
      await extension.stop();
    }
    return table;
  } finally {
    await server.stop();
  }
}
