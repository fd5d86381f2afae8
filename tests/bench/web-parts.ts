import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { solutionPackage } from '../../sharepoint/commands/paths';
import { loadSampleProtocols } from '../../sharepoint/commands/sample-protocols';
import { readPackage } from '../../sharepoint/local/pages/packages';
import { ensureBrowser } from '../support/browser';
import { people, testSite, TestServer, type TestServerOptions } from '../support/server';
import { fillCouncil, type CouncilSize } from './council';
import { enquirySite, form, formLogin, sendingTable } from './enquiries';
import { fillOfficers } from './officers';
import { kilobytes, median, milliseconds, quantile, type Table } from './figures';
import { visits, type Subject, type Visit } from './visit';

/** Member profiles, the officer directory, the protocol guide and the enquiry form for a small and a large council, and other people's packages beside them, in Chromium. */

const runs = 7;
const largest: CouncilSize = { members: 250, appointments: 2000 };
const sizes: CouncilSize[] = [{ members: 60, appointments: 2000 }, largest];
const profiles: Subject = { path: 'SitePages/Members.aspx', alias: 'MemberProfiles', first: 'li h3' };
const directory: Subject = {
  ...{ path: 'SitePages/Officers.aspx', alias: 'OfficerDirectory', first: 'li a' },
  words: ['missed bin', 'potholes', "neighbour's bonfire", 'taxi license', 'patel planning', 'recyling', 'zz']
};
const guide: Subject = {
  ...{ path: 'SitePages/Protocol.aspx', alias: 'ProtocolGuide', first: 'nav a' },
  words: ['who answers the press', 'can an officer come to our group meeting', 'planning office', 'foi', '7.3', 'zz']
};
const officers = 3000;
/** Both on one page: what they share is loaded once. */
const together: Subject = { path: 'SitePages/Both.aspx', alias: 'OfficerDirectory', first: 'li a' };
const site = {
  ...testSite,
  pages: [
    ...testSite.pages,
    {
      name: 'Both',
      title: 'Both',
      sections: [{ columns: [{ width: 12, webParts: [{ alias: 'MemberProfiles' }, { alias: 'OfficerDirectory' }] }] }]
    }
  ]
};

interface Row {
  name: string;
  server: TestServer;
  subject: Subject;
  /** Who visits it; an officer unless it says so. */
  login?: string;
  first: Visit[];
  second: Visit[];
}

/** The web parts of a package, as subjects. The local SharePoint makes a page for each that no page of the site has. */
const subjectsOf = (file: string): { name: string; subject: Subject }[] =>
  readPackage(file)
    .components.filter(({ componentType }) => componentType === 'WebPart')
    .map(({ alias }) => ({ name: alias, subject: { path: `SitePages/${alias}.aspx`, alias } }));

const cells = (name: string, values: Visit[]): string[] => {
  const last = values[values.length - 1];
  const keys = values.flatMap(({ keys: own }) => own).filter((time) => !Number.isNaN(time));
  return [
    name,
    kilobytes(last?.scripts ?? 0),
    kilobytes(last?.data ?? 0),
    String(last?.requests ?? 0),
    last ? `${last.before.requests}, ${kilobytes(last.before.bytes)}` : '-',
    milliseconds(median(values.map(({ first }) => first))),
    milliseconds(median(values.map(({ settled }) => settled))),
    keys.length === 0 ? '-' : milliseconds(quantile(keys, 0.95))
  ];
};

async function measure(browser: Browser, rows: readonly Row[]): Promise<void> {
  for (let run = 0; run <= runs; run += 1) {
    // Taken in turn, so that what disturbs the machine disturbs all; the first round only warms it up.
    for (const row of rows) {
      const { first, second } = await visits(browser, row.server, row.login ?? people.officer, row.subject, run === runs);
      if (run === 0) continue;
      row.first.push(first);
      row.second.push(second);
    }
  }
}

const ratio = (small: Row | undefined, large: Row | undefined, which: 'first' | 'second', time: 'first' | 'settled'): string =>
  `x ${(median((large?.[which] ?? []).map((visit) => visit[time])) / median((small?.[which] ?? []).map((visit) => visit[time]))).toFixed(2)}`;

/**
 * Measures and answers the tables: of pages, and of sending enquiries.
 *
 * @param packages other .sppkg files, whose web parts are visited on a site with the larger council's lists
 */
export async function webParts(packages: readonly string[]): Promise<Table[]> {
  const folder = mkdtempSync(join(tmpdir(), 'memberlink-bench-'));
  const own = join(folder, 'memberlink.sppkg');
  copyFileSync(solutionPackage, own);
  const servers: TestServer[] = [];
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking']
  });
  try {
    const rows: Row[] = [];
    const serve = async (size: CouncilSize, options: TestServerOptions): Promise<TestServer> => {
      const server = await TestServer.start(options);
      servers.push(server);
      await fillCouncil(server, size);
      return server;
    };
    for (const size of sizes) {
      const server = await serve(size, { packages: [own], site });
      rows.push({ name: `${size.members} members`, server, subject: profiles, first: [], second: [] });
    }
    const [small, large] = rows;
    if (large) {
      await fillOfficers(large.server, officers);
      rows.push({ name: `${officers} officers`, server: large.server, subject: directory, first: [], second: [] });
      // The default pack and a version before it.
      await loadSampleProtocols({ sp: large.server.as(people.owner), sitePath: '/sites/members' }, () => undefined);
      rows.push({ name: 'the default protocol', server: large.server, subject: guide, first: [], second: [] });
      rows.push({ name: 'both on one page', server: large.server, subject: together, first: [], second: [] });
    }
    const sites = [];
    for (const withEnquiries of [false, true]) {
      const { server, enquiries } = await enquirySite({ packages: [own], site }, withEnquiries);
      servers.push(server);
      const name = `the form, ${enquiries.toLocaleString('en-GB')} enquiries`;
      sites.push({ name, server });
      rows.push({ name, server, subject: form, login: formLogin, first: [], second: [] });
    }
    // By itself, so that a package with the same web parts as Memberlink's can be compared too.
    for (const file of packages) {
      const server = await serve(largest, { packages: [file], site: { ...testSite, pages: [] } });
      rows.push(...subjectsOf(file).map(({ name, subject }) => ({ name, server, subject, first: [], second: [] })));
    }
    await measure(browser, rows);
    const pages: Table = [
      ['Pages', 'JavaScript', 'data', 'requests', 'of these until first shown', 'first shown', 'all stands', 'key, p95'],
      ...rows.flatMap(({ name, first, second }) => [cells(`${name}, first visit`, first), cells(`${name}, second visit`, second)]),
      ...(['first', 'second'] as const).map((which) => [
        `250 members : 60 members, ${which} visit`,
        ...['', '', '', ''],
        ratio(small, large, which, 'first'),
        ratio(small, large, which, 'settled'),
        ''
      ])
    ];
    return [pages, await sendingTable(sites)];
  } finally {
    await browser.close();
    for (const server of servers) await server.stop();
    rmSync(folder, { recursive: true });
  }
}
