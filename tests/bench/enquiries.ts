import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import { loadSampleProtocols } from '../../sharepoint/commands/sample-protocols';
import { ensureMemberFolders } from '../../sharepoint/provisioning/member-folders';
import { loadBexley } from '../support/bexley';
import { casework, cast, send, sitePath, writer } from '../support/enquiries';
import { people, TestServer, type TestServerOptions } from '../support/server';
import { fillCouncil } from './council';
import { median, milliseconds, type Table } from './figures';
import { fillOfficers } from './officers';
import type { Subject } from './visit';

/** The enquiry form with no enquiries, and with 5,316 real ones. */

/** The form, until its first question stands. */
export const form: Subject = { path: 'SitePages/Enquiry.aspx', alias: 'RaiseEnquiry', first: 'input[type="radio"]', words: [] };
export const formLogin = cast.amara;

const sendings = 15;

/** A council of 60 members and 300 officers, one of whose members has an account; with or without enquiries. */
export async function enquirySite(options: TestServerOptions, withEnquiries: boolean): Promise<{ server: TestServer; enquiries: number }> {
  const server = await TestServer.start(options);
  await fillCouncil(server, { members: 60, appointments: 200 });
  await fillOfficers(server, 300);
  const sp = server.as(people.owner);
  await loadSampleProtocols({ sp, sitePath }, () => undefined);
  const list = sp.web.getList(`${sitePath}/Lists/Members`).items;
  const members = await list.select('Id').filter("Status eq 'Serving'").orderBy('ID').top(100)<{ Id: number }[]>();
  await sp.web
    .getList(`${sitePath}/Lists/Members`)
    .items.getById(members[0]?.Id ?? 0)
    .update({ Email: formLogin });
  await ensureMemberFolders(sp, { changed: () => undefined, differs: () => undefined });
  return {
    server,
    enquiries: withEnquiries
      ? await loadBexley(
          server,
          members.map(({ Id }) => Id)
        )
      : 0
  };
}

async function requestsOf(server: TestServer, action: () => Promise<unknown>): Promise<{ requests: number; time: number }> {
  await fetch(`${server.origin}/_local/log`, { method: 'DELETE' });
  const start = performance.now();
  await action();
  const time = performance.now() - start;
  const { count } = (await (await fetch(`${server.origin}/_local/log`)).json()) as { count: number };
  return { requests: count, time };
}

/** Sends enquiries without documents to both sites in turn, and answers what each took. */
export async function sendingTable(sites: readonly { name: string; server: TestServer }[]): Promise<Table> {
  const took = new Map(sites.map(({ name }) => [name, [] as { requests: number; time: number }[]]));
  for (let number = 0; number < sendings; number += 1) {
    for (const { name, server } of sites) {
      const by = await writer(server, formLogin);
      const answers = { ...casework, serviceId: by.context.directory?.services[0]?.id ?? null };
      const draft = await by.drafts.add(`bench-${number}`, 'Bench', answers);
      took.get(name)?.push(await requestsOf(server, () => send(by, draft, answers)));
    }
  }
  return [
    ['Sending without documents', 'requests', 'time'],
    ...sites.map(({ name }) => {
      const all = took.get(name) ?? [];
      return [name, String(Math.max(...all.map(({ requests }) => requests))), milliseconds(median(all.map(({ time }) => time)))];
    })
  ];
}
