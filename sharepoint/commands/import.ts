import './node-version';
import { pathToFileURL } from 'node:url';
import { britishDateOf } from '../../src/domain/dates';
import { FeedError } from '../import/feed-error';
import { importMembers } from '../import/import-members';
import { CommandError, runCommand } from './command-error';
import { connect } from './connect';
import { describeFailure } from './failure';
import { readOptions, required } from './options';
import { showProgress } from './terminal';

const usage = 'npm run import -- --from <file or URL> --site <url> [--as <login>] [--dry-run] [--force]';

/** npm run import: brings the members on a site in line with a Modern.Gov feed. */
runCommand(async () => {
  const options = readOptions(
    {
      from: { type: 'string' },
      site: { type: 'string' },
      as: { type: 'string' },
      'dry-run': { type: 'boolean' },
      force: { type: 'boolean' }
    },
    usage
  );
  const from = required(options.from, 'from', usage);
  const { sp, sitePath } = await connect(required(options.site, 'site', usage), options.as);
  let writing = false;
  const failures = await importMembers({
    sp,
    sitePath,
    from,
    // npm runs commands in the project's folder; file names mean what they mean where one typed them.
    fileBase: pathToFileURL(`${process.env.INIT_CWD ?? process.cwd()}/`),
    today: britishDateOf(new Date()),
    dryRun: options['dry-run'] ?? false,
    force: options.force ?? false,
    beforeWriting: () => {
      writing = true;
    },
    say: (line) => console.log(line),
    progress: showProgress
  }).catch((error: unknown) => {
    if (error instanceof FeedError) throw new CommandError(`${error.message}\nNothing was written.`);
    const failure = describeFailure(error, 'The import stopped');
    throw writing ? failure : new CommandError(`${failure.message}\nNothing was written.`);
  });
  if (failures.length > 0) throw new CommandError(`${failures.length} rows could not be written.`);
});
