import { parseArgs } from 'node:util';
import { startService } from './service';
import { readSettings, SettingsError } from './settings';

/** The service by itself: settings from the environment, or the command line. Ends with status 1 where it cannot start. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string' }, site: { type: 'string' } } });
  const service = await startService(readSettings(values, process.env));
  const stop = (): void => {
    service.stop().then(
      () => process.exit(0),
      () => process.exit(1)
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof SettingsError ? `Error: ${error.message}` : error);
  process.exit(1);
});
