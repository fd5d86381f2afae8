import './node-version';
import { pathToFileURL } from 'node:url';
import { britishDateOf } from '../../src/domain/dates';
import { FeedError } from '../import/feed-error';
import { importAll } from '../import/import-all';
import { CommandError, runCommand } from './command-error';
import { connect } from './connect';
import { describeFailure } from './failure';
import { readOptions, required } from './options';
import { showProgress } from './terminal';

const usage = `npm run import -- <sources> --site <url> [--as <login>] [--dry-run] [--force]
Sources, files or addresses, at least one:
  --from <feed>          members from Modern.Gov, or
  --members <csv>        members from CSV [--council <name or code>]
  --bodies <csv>         committees and other bodies
  --appointments <csv>   who is on them
  --skills <csv>         members' skills, interests and expertise
  --neighbours <csv>     which wards border on which [--council <code>]
  --services <csv>       services, their topics, heads and directors
  --officers <csv>       officers and Councillor Liaison Officers
  --closures <csv>       bank holidays and days on which the council is closed`;

/** npm run import: brings the lists on a site in line with what the council publishes or keeps elsewhere. */
runCommand(async () => {
  const { site, as, ...options } = readOptions(
    {
      from: { type: 'string' },
      members: { type: 'string' },
      council: { type: 'string' },
      bodies: { type: 'string' },
      appointments: { type: 'string' },
      skills: { type: 'string' },
      neighbours: { type: 'string' },
      services: { type: 'string' },
      officers: { type: 'string' },
      closures: { type: 'string' },
      site: { type: 'string' },
      as: { type: 'string' },
      'dry-run': { type: 'boolean' },
      force: { type: 'boolean' }
    },
    usage
  );
  const { 'dry-run': dryRun = false, force = false, council, ...files } = options;
  if (Object.keys(files).length === 0) throw new CommandError(`There is nothing to import from.\nUsage: ${usage}`);
  const { sp, sitePath } = await connect(required(site, 'site', usage), as);
  let writing = false;
  const failures = await importAll({ ...files, ...(council === undefined ? {} : { council }) }, force, {
    sp,
    sitePath,
    // npm runs commands in the project's folder; file names mean what they mean where one typed them.
    fileBase: pathToFileURL(`${process.env.INIT_CWD ?? process.cwd()}/`),
    today: britishDateOf(new Date()),
    dryRun,
    beforeWriting: () => {
      writing = true;
    },
    say: (line) => console.log(line),
    progress: showProgress
  }).catch((error: unknown) => {
    const failure = error instanceof FeedError ? new CommandError(error.message) : describeFailure(error, 'The import stopped');
    throw writing ? failure : new CommandError(`${failure.message}\nNothing was written.`);
  });
  if (failures.length > 0) throw new CommandError(`${failures.length} rows could not be written.`);
});
