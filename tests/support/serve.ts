import { readAccounts } from '../../sharepoint/local/accounts';
import { startLocalSharePoint, type LocalSharePointOptions } from '../../sharepoint/local/server';

/** A local SharePoint in a process of its own, for tests. It says where it listens in one line of JSON. */
const options = JSON.parse(process.argv[2] ?? '{}') as Omit<LocalSharePointOptions, 'accounts'> & { accountsFile: string };

startLocalSharePoint({ ...options, accounts: readAccounts(options.accountsFile) })
  .then((server) => {
    console.log(JSON.stringify({ origin: server.origin, siteUrl: server.siteUrl }));
    process.once('SIGTERM', () => {
      server.close().then(
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
