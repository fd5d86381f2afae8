import './node-version';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { WriteFailure } from '../../src/data/list-rows';
import { britishDateOf } from '../../src/domain/dates';
import { importAll } from '../import/import-all';
import { readAccounts } from '../local/accounts';
import type { SiteDefinition } from '../local/pages/site-page';
import { startLocalSharePoint, type LocalSharePoint } from '../local/server';
import type { SampleMessage } from '../local/teams/teams-view';
import { startService, type Service } from '../../teams/message-extension/service';
import { readSettings } from '../../teams/message-extension/settings';
import { ensureMemberFolders } from '../provisioning/member-folders';
import { provision } from '../provisioning/provision';
import { ensureBuilt } from './build';
import { CommandError, runCommand } from './command-error';
import { connect, type Connection } from './connect';
import { describeFailure } from './failure';
import { readOptions } from './options';
import { project, sampleCouncil, sampleSources, solutionPackage } from './paths';
import { loadSampleEnquiries } from './sample-enquiries';
import { loadSampleProtocols } from './sample-protocols';
import { showProgress } from './terminal';

const usage = 'npm start -- [--port <n>] [--data <folder>] [--reset] [--empty] [--package <file>]...';

const databaseFile = 'sharepoint.sqlite';
/** Says that the sample council is in the data, or was not wanted there. */
const loadedFile = 'sample-council.txt';
/** What it says while the sample's enquiries are missing: they need the folders. */
const loadedWithoutEnquiries = 'enquiries missing';
/** Holds the process id of the server that uses the data. */
const lockFile = 'server.pid';

/** Refuses data that another server uses: both would go on, each with its own. */
function takeLock(folder: string): void {
  const file = join(folder, lockFile);
  const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : NaN;
  if (Number.isInteger(holder) && holder !== process.pid && isRunning(holder)) {
    throw new CommandError(
      `The data in ${folder} is in use by another server (process ${holder}). Stop that one, or choose another folder with --data.`
    );
  }
  writeFileSync(file, String(process.pid));
  process.once('exit', () => rmSync(file, { force: true }));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there, and somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Refuses to empty a folder that holds anything else. */
function checkFolder(folder: string): void {
  const entries = readdirSync(folder).filter((name) => name !== lockFile);
  if (entries.length > 0 && !entries.includes(databaseFile)) {
    throw new CommandError(`${folder} holds other things than a local SharePoint's data. It was not emptied.`);
  }
}

function reset(folder: string): void {
  for (const name of readdirSync(folder)) if (name.startsWith(databaseFile) || name === loadedFile) rmSync(join(folder, name));
}

function portNumber(given: string): number {
  const port = Number(given);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new CommandError(`--port "${given}" is not a port number.`);
  return port;
}

async function listen(dataFolder: string, port: number, packages: string[]): Promise<LocalSharePoint> {
  const site = JSON.parse(readFileSync(join(sampleCouncil, 'site.json'), 'utf8')) as SiteDefinition;
  try {
    return await startLocalSharePoint({
      ...{ dataFolder, site, port, packages },
      accounts: readAccounts(join(sampleCouncil, 'accounts.json')),
      messages: JSON.parse(readFileSync(join(sampleCouncil, 'messages.json'), 'utf8')) as SampleMessage[]
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      throw new CommandError(`Port ${port} is in use. Stop what uses it, or choose another: npm start -- --port ${port + 1}`);
    }
    throw new CommandError(error instanceof Error ? error.message : String(error));
  }
}

/** Lists and groups always; the sample council where it is wanted and not yet whole. */
async function fill(server: LocalSharePoint, dataFolder: string): Promise<void> {
  const { sp, sitePath } = await connect(server.siteUrl, undefined);
  const changes = await provision(sp, () => undefined);
  if (changes > 0) console.log(`Provisioned the lists and groups (${changes} changes).`);
  const mark = join(dataFolder, loadedFile);
  if (!['done', loadedWithoutEnquiries].includes(readFileSync(mark, 'utf8'))) await loadSampleCouncil({ sp, sitePath }, mark);
  const { changes: folderChanges } = await ensureMemberFolders(sp, {
    changed: () => undefined,
    // Most members of the sample have no account.
    differs: () => undefined
  });
  if (folderChanges > 0) console.log('Set the folders of enquiries for members and wards.');
  if (readFileSync(mark, 'utf8') === loadedWithoutEnquiries) {
    await loadSampleEnquiries({ sp, sitePath }, new Date());
    writeFileSync(mark, 'done');
  }
}

async function loadSampleCouncil({ sp, sitePath }: Pick<Connection, 'sp' | 'sitePath'>, mark: string): Promise<void> {
  console.log('Loading the sample council ...');
  const failures: WriteFailure[] = [];
  for (const sources of sampleSources) {
    const options = {
      sp,
      sitePath,
      fileBase: pathToFileURL(`${sampleCouncil}/`),
      today: britishDateOf(new Date()),
      dryRun: false,
      beforeWriting: () => undefined,
      say: () => undefined,
      progress: showProgress
    };
    failures.push(...(await importAll(sources, false, options)));
  }
  failures.push(...(await loadSampleProtocols({ sp, sitePath }, showProgress)));
  if (failures[0]) throw new CommandError(`The sample council could not be loaded: ${failures[0].what}: ${failures[0].reason}`);
  writeFileSync(mark, loadedWithoutEnquiries);
}

/** The service behind the message extension, on a free port. What it logs of every request is left out here. */
async function startExtension(server: LocalSharePoint): Promise<Service> {
  const quiet = (): void => undefined;
  const fail = (event: string): void => console.error(`The message extension: ${event}`);
  const service = await startService(readSettings({ port: '0', site: server.siteUrl, local: true }, process.env), {
    log: { info: quiet, warn: quiet, error: fail }
  });
  const manifest = JSON.parse(readFileSync(join(project, 'teams/manifest/messages/manifest.json'), 'utf8')) as unknown;
  server.setTenantProperty('MemberlinkNotices', `http://localhost:${service.port}`, 'api://memberlink-messages');
  server.useMessageExtension(manifest, `http://localhost:${service.port}/api/messages`);
  return service;
}

/** npm start: a local SharePoint with Memberlink and a sample council. */
runCommand(async () => {
  const options = readOptions(
    {
      port: { type: 'string', default: '8080' },
      data: { type: 'string' },
      reset: { type: 'boolean' },
      empty: { type: 'boolean' },
      package: { type: 'string', multiple: true }
    },
    usage
  );
  const from = process.env.INIT_CWD ?? process.cwd();
  const dataFolder = options.data === undefined ? join(project, '.local-sharepoint') : resolve(from, options.data);
  await ensureBuilt((line) => console.log(line));
  mkdirSync(dataFolder, { recursive: true });
  if (options.reset) checkFolder(dataFolder);
  takeLock(dataFolder);
  if (options.reset) reset(dataFolder);
  // The mark is there before the database: a first start that was killed is finished by the next.
  const mark = join(dataFolder, loadedFile);
  if (!existsSync(mark)) writeFileSync(mark, options.empty || existsSync(join(dataFolder, databaseFile)) ? 'done' : 'loading');
  const server = await listen(dataFolder, portNumber(String(options.port)), [
    solutionPackage,
    ...(options.package ?? []).map((file) => resolve(from, file))
  ]);
  await fill(server, dataFolder).catch(async (error: unknown) => {
    await server.close();
    throw describeFailure(error, 'Memberlink could not be set up');
  });
  const extension = await startExtension(server);
  const stop = (): void => {
    void Promise.all([extension.stop(), server.close()]).then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  console.log(`Teams: ${server.origin}/teams. Memberlink for messages: http://localhost:${extension.port}/api/messages`);
  console.log(`Memberlink is ready at ${server.siteUrl}`);
});
