import { spawn, type ChildProcess } from 'node:child_process';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { SPFI } from '@pnp/sp';
import { sharePoint } from '../../sharepoint/commands/connect';
import type { SiteDefinition } from '../../sharepoint/local/pages/site-page';
import type { SampleMessage } from '../../sharepoint/local/teams/teams-view';

export const project = resolve(__dirname, '../..');
export const accountsFile = join(project, 'sharepoint/sample-council/accounts.json');

/** Sample accounts by what they may do. */
export const people = {
  owner: 'd.archer@wexcombe.example',
  officer: 'p.nowak@wexcombe.example',
  member: 'a.whitfield@wexcombe.example'
} as const;

/** The site of a test that brings none. */
export const testSite: SiteDefinition = {
  path: '/sites/members',
  title: 'Members',
  organisation: 'Test Council',
  pages: [
    { name: 'Members', title: 'Members', sections: [{ columns: [{ width: 12, webParts: [{ alias: 'MemberProfiles' }] }] }] },
    { name: 'Officers', title: 'Officers', sections: [{ columns: [{ width: 12, webParts: [{ alias: 'OfficerDirectory' }] }] }] },
    { name: 'Protocol', title: 'Protocol', sections: [{ columns: [{ width: 12, webParts: [{ alias: 'ProtocolGuide' }] }] }] },
    { name: 'Enquiry', title: 'Raise an enquiry', sections: [{ columns: [{ width: 12, webParts: [{ alias: 'RaiseEnquiry' }] }] }] },
    { name: 'Enquiries', title: 'Enquiries', sections: [{ columns: [{ width: 12, webParts: [{ alias: 'EnquiryDesk' }] }] }] }
  ]
};

export interface TestServerOptions {
  accountsFile?: string;
  dataFolder?: string;
  packages?: string[];
  site?: SiteDefinition;
  port?: number;
  digestSeconds?: number;
  messages?: SampleMessage[];
  /** With the service behind the message extension. */
  extension?: boolean;
}

/** A local SharePoint that a test started. */
export class TestServer {
  private constructor(
    public readonly origin: string,
    public readonly siteUrl: string,
    private readonly child: ChildProcess
  ) {}

  public static async start(options: TestServerOptions = {}): Promise<TestServer> {
    const settings = { dataFolder: ':memory:', port: 0, site: testSite, accountsFile, ...options };
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', '--import', 'tsx', join(__dirname, 'serve.ts'), JSON.stringify(settings)],
      { cwd: project, stdio: ['ignore', 'pipe', 'pipe'] }
    );
    let complaints = '';
    child.stderr.on('data', (data: Buffer) => {
      complaints += data.toString();
    });
    const line = await new Promise<string>((found, failed) => {
      createInterface({ input: child.stdout }).once('line', found);
      child.once('exit', (code) => failed(new Error(`The server ended with ${code}: ${complaints}`)));
    });
    const { origin, siteUrl } = JSON.parse(line) as { origin: string; siteUrl: string };
    return new TestServer(origin, siteUrl, child);
  }

  /** Id of the server's process. */
  public get pid(): number {
    return this.child.pid ?? 0;
  }

  /** PnPjs as one of the accounts. */
  public as(login: string): SPFI {
    return sharePoint(this.siteUrl, async () => `local:${login}`);
  }

  /** A plain request to /_api as one of the accounts. */
  public request(login: string, path: string, init: RequestInit & { headers?: Record<string, string> } = {}): Promise<Response> {
    return fetch(`${this.siteUrl}/_api/${path}`, {
      ...init,
      headers: { accept: 'application/json', authorization: `Bearer local:${login}`, ...init.headers }
    });
  }

  /** Ends the process: with a signal that it hears, or one that it cannot. */
  public stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    return new Promise((done) => {
      if (this.child.exitCode !== null || this.child.signalCode !== null) return done();
      this.child.once('exit', () => done());
      this.child.kill(signal);
      return undefined;
    });
  }
}
