import './node-version';
import { provision } from '../provisioning/provision';
import { runCommand } from './command-error';
import { connect } from './connect';
import { describeFailure } from './failure';
import { readOptions, required } from './options';

const usage = 'npm run provision -- --site <url> [--as <login>]';

/** npm run provision: makes or upgrades the lists and groups on a site. */
runCommand(async () => {
  const options = readOptions({ site: { type: 'string' }, as: { type: 'string' } }, usage);
  const { sp, siteUrl } = await connect(required(options.site, 'site', usage), options.as);
  const changes = await provision(sp, (line) => console.log(`  ${line}`)).catch((error: unknown) => {
    throw describeFailure(error, `The site ${siteUrl} could not be provisioned`);
  });
  console.log(
    changes === 0
      ? `${siteUrl} is up to date: nothing to do.`
      : `${siteUrl} is provisioned: ${changes} ${changes === 1 ? 'change' : 'changes'}.`
  );
});
