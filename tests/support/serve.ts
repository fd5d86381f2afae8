import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAccounts } from '../../sharepoint/local/accounts';
import { startLocalSharePoint, type LocalSharePoint, type LocalSharePointOptions } from '../../sharepoint/local/server';
import { startService, type Service } from '../../teams/message-extension/service';
import { readSettings } from '../../teams/message-extension/settings';

/** A local SharePoint in a process of its own, for tests. It says where it listens in one line of JSON. */
const options = JSON.parse(process.argv[2] ?? '{}') as Omit<LocalSharePointOptions, 'accounts'> & {
  accountsFile: string;
  /** With the service behind the message extension. */
  extension?: boolean;
};

/** The service, for the view of Teams. */
async function startExtension(server: LocalSharePoint): Promise<Service> {
  const quiet = (): void => undefined;
  const settings = readSettings({ port: '0', site: server.siteUrl, local: true }, process.env);
  const service = await startService(settings, { log: { info: quiet, warn: quiet, error: console.error } });
  const manifest = readFileSync(join(__dirname, '../../teams/manifest/messages/manifest.json'), 'utf8');
  server.setTenantProperty('MemberlinkNotices', `http://localhost:${service.port}`, 'api://memberlink-messages');
  server.useMessageExtension(JSON.parse(manifest), `http://localhost:${service.port}/api/messages`);
  return service;
}

startLocalSharePoint({ ...options, accounts: readAccounts(options.accountsFile) })
  .then(async (server) => {
    const service = options.extension ? await startExtension(server) : undefined;
    console.log(JSON.stringify({ origin: server.origin, siteUrl: server.siteUrl }));
    process.once('SIGTERM', () => {
      Promise.all([service?.stop(), server.close()]).then(
        () => process.exit(0),
        () => process.exit(1)
      );
    });
    return undefined;
  })
  .catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
