import './node-version';
import { readSettings, SettingsError } from '../../teams/message-extension/settings';
import { startService } from '../../teams/message-extension/service';
import { CommandError, runCommand } from './command-error';
import { readOptions } from './options';

const usage = 'npm run extension -- --port <n> --site <url> [--local]';

/** npm run extension: the service behind the message extension. */
runCommand(async () => {
  const given = readOptions({ port: { type: 'string' }, site: { type: 'string' }, local: { type: 'boolean' } }, usage);
  try {
    const settings = readSettings(given, process.env);
    const service = await startService(settings);
    const stop = (): void => {
      void service.stop().then(() => process.exit(0));
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    console.log(`Memberlink for messages is ready at http://localhost:${service.port}/api/messages`);
  } catch (error) {
    if (error instanceof SettingsError) throw new CommandError(error.message);
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
      throw new CommandError(`Port ${given.port ?? ''} is in use. Choose another with --port.`);
    throw error;
  }
});
