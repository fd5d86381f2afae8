import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import accounts from '../../sharepoint/sample-council/accounts.json';
import type { ExtensionAnswer } from './extension';
import { project } from './server';

/** Its conversation of one person with the bot. */
const personalChat = 'personal-chat';

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** Microsoft's own client for message extensions (m365agentsplayground), without a window, with accounts of the sample as its people. */
export class Playground {
  private constructor(
    private readonly origin: string,
    private readonly child: ChildProcess,
    private readonly folder: string
  ) {}

  /** @param endpoint the service's /api/messages */
  public static async start(endpoint: string): Promise<Playground> {
    const folder = mkdtempSync(join(tmpdir(), 'memberlink-playground-'));
    const [first, ...others] = accounts.slice(0, 6).map(({ name, login, email, aadObjectId }, index) => {
      const [givenName = '', surname = ''] = name.split(' ');
      return { id: `user-id-${index}`, name, userPrincipleName: login, aadObjectId, givenName, surname, email };
    });
    writeFileSync(
      join(folder, '.m365agentsplayground.yml'),
      JSON.stringify({
        version: '0.1.1',
        tenantId: '7f1c2b9e-3d54-4a60-8e1b-0c9d8a7b6e51',
        bot: { id: '28:memberlink', name: 'Memberlink' },
        currentUser: first,
        users: others,
        personalChat: { id: personalChat },
        groupChat: { id: 'group-chat', name: 'Group' },
        team: {
          id: 'team',
          name: 'Team',
          aadGroupId: '00000000-0000-0000-0000-000000000031',
          channels: [{ id: 'channel', name: 'General' }]
        }
      })
    );
    const port = await freePort();
    const child = spawn(
      process.execPath,
      [
        join(project, 'node_modules/@microsoft/m365agentsplayground/cli.js'),
        ...['start', '--app-endpoint', endpoint, '--channel-id', 'msteams', '--port', String(port), '--disable-telemetry']
      ],
      { cwd: folder, env: { ...process.env, TEAMSAPPTESTER_BROWSER: 'none' }, stdio: ['ignore', 'pipe', 'pipe'] }
    );
    const origin = `http://localhost:${port}`;
    const playground = new Playground(origin, child, folder);
    for (let tries = 0; tries < 100; tries += 1) {
      if (child.exitCode !== null) throw new Error(`The playground ended with ${child.exitCode}`);
      if (await fetch(`${origin}/_internal/ping`).catch(() => undefined)) return playground;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('The playground does not answer');
  }

  /** Makes it send an invoke, as its compose box does; answers what it took from the service. */
  public async invoke(name: string, value: object): Promise<ExtensionAnswer> {
    const response = await fetch(`${this.origin}/_conversation/v1/invoke`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: `composeExtension/${name}`, conversation: { id: personalChat }, from: { id: 'user-id-0' }, value })
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${response.status}: ${text}`);
    return JSON.parse(text) as ExtensionAnswer;
  }

  public stop(): Promise<void> {
    return new Promise((done) => {
      this.child.once('exit', () => {
        rmSync(this.folder, { recursive: true });
        done();
      });
      this.child.kill();
    });
  }
}
