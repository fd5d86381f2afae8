import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import accounts from '../../sharepoint/sample-council/accounts.json';
import { project } from './server';

/** The Entra object id of an account of the sample. */
export function objectIdOf(login: string): string {
  const found = accounts.find((account) => account.login === login)?.aadObjectId;
  if (!found) throw new Error(`${login} has no object id`);
  return found;
}

/** A card as it is sent, and its line in the list. */
export interface Found {
  content: { body: unknown[]; actions?: { type: string; title: string; url: string }[] };
  preview: { content: { title: string; text: string; images?: { url: string }[] } };
}

/** What the service answers. */
export interface ExtensionAnswer {
  composeExtension?: { type: string; text?: string; attachments?: Found[]; suggestedActions?: { actions: { value: string }[] } };
  task?: { type: string; value: string | { url: string; title: string } };
}

/** A service behind the message extension in a process of its own, as `npm run extension` starts it. */
export class TestExtension {
  public readonly lines: string[] = [];

  private constructor(
    public readonly origin: string,
    private readonly child: ChildProcess,
    lines: string[]
  ) {
    this.lines = lines;
  }

  /** @param script a script in place of the command's own */
  public static async start(
    parameters: string[],
    environment: NodeJS.ProcessEnv = {},
    script = 'sharepoint/commands/extension.ts'
  ): Promise<TestExtension> {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', '--import', 'tsx', join(project, script), '--port', '0', ...parameters],
      { cwd: project, env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] }
    );
    const lines: string[] = [];
    const origin = await new Promise<string>((found, failed) => {
      const read = (line: string): void => {
        lines.push(line);
        const ready = /ready at (http:\/\/localhost:\d+)\/api\/messages/.exec(line)?.[1];
        if (ready !== undefined) found(ready);
      };
      createInterface({ input: child.stdout }).on('line', read);
      createInterface({ input: child.stderr }).on('line', read);
      child.once('exit', (code) => failed(new Error(`The service ended with ${code}: ${lines.join('\n')}`)));
    });
    return new TestExtension(origin, child, lines);
  }

  /** Id of the service's process. */
  public get pid(): number {
    return this.child.pid ?? 0;
  }

  public post(body: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${this.origin}/api/messages`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
  }

  /** Asks as Teams would for an account of the sample. */
  public async invoke(login: string, name: string, value: unknown, conversation = 'a:1'): Promise<ExtensionAnswer> {
    const response = await this.post(JSON.stringify(activity(objectIdOf(login), name, value, conversation)));
    if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
    return (await response.json()) as ExtensionAnswer;
  }

  /** A search. Teams asks for first results with a parameter of its own. */
  public search(
    login: string,
    commandId: string,
    query?: string,
    queryOptions?: { skip: number; count: number }
  ): Promise<ExtensionAnswer> {
    const parameters = [query === undefined ? { name: 'initialRun', value: 'true' } : { name: 'query', value: query }];
    return this.invoke(login, 'query', { commandId, parameters, ...(queryOptions ? { queryOptions } : {}) });
  }

  /** Titles of what a search finds. */
  public async titles(login: string, commandId: string, query?: string, options?: { skip: number; count: number }): Promise<string[]> {
    return titlesIn(await this.search(login, commandId, query, options));
  }

  public stop(): Promise<number | null> {
    return new Promise((done) => {
      if (this.child.exitCode !== null) return done(this.child.exitCode);
      this.child.once('exit', done);
      this.child.kill('SIGTERM');
      return undefined;
    });
  }
}

/** An invoke of the message extension as Teams sends it. */
export const activity = (userId: string, name: string, value: unknown, conversation = 'a:1'): Record<string, unknown> => ({
  type: 'invoke',
  name: `composeExtension/${name}`,
  id: 'f:1',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/uk/',
  from: { id: '29:1', name: 'Somebody', aadObjectId: userId },
  recipient: { id: '28:bot', name: 'Memberlink' },
  conversation: { id: conversation, conversationType: 'personal' },
  channelData: {},
  value
});

export const titlesIn = ({ composeExtension }: ExtensionAnswer): string[] =>
  (composeExtension?.attachments ?? []).map(({ preview }) => preview.content.title);

/** The card that was answered; fails where there is none. */
export function onlyCard(answer: ExtensionAnswer): Found {
  const [one, ...more] = answer.composeExtension?.attachments ?? [];
  if (!one || more.length > 0) throw new Error(`Not one card: ${JSON.stringify(answer)}`);
  return one;
}
