import './node-version';
import { ensureMemberFolders } from '../provisioning/member-folders';
import { provision } from '../provisioning/provision';
import { CommandError, runCommand } from './command-error';
import { connect } from './connect';
import { describeFailure } from './failure';
import { readOptions, required } from './options';
import { showProgress } from './terminal';

const usage = `npm run provision -- --site <url> [--as <login>] [--members [--repair]]
  --members   also the folders of enquiries: for new members and wards, for those who left; checks all of them
  --repair    takes away rights on folders that somebody gave by hand`;

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** npm run provision: makes or upgrades the lists and groups on a site, and the folders of enquiries. */
runCommand(async () => {
  const options = readOptions(
    { site: { type: 'string' }, as: { type: 'string' }, members: { type: 'boolean' }, repair: { type: 'boolean' } },
    usage
  );
  if (options.repair && !options.members) throw new CommandError(`--repair goes with --members.\nUsage: ${usage}`);
  const { sp, siteUrl } = await connect(required(options.site, 'site', usage), options.as);
  const failed = (error: unknown): never => {
    throw describeFailure(error, `The site ${siteUrl} could not be provisioned`);
  };
  const say = (line: string): void => console.log(`  ${line}`);
  const changes = await provision(sp, say).catch(failed);
  console.log(changes === 0 ? `${siteUrl} is up to date: nothing to do.` : `${siteUrl} is provisioned: ${counted(changes, 'change')}.`);
  if (!options.members) return;
  const result = await ensureMemberFolders(sp, {
    changed: say,
    differs: say,
    progress: showProgress,
    repair: options.repair ?? false
  }).catch(failed);
  const { folders, changes: folderChanges, differences, withoutAccount } = result;
  console.log(
    `${counted(folders, 'folder')} of members and wards: ${counted(folderChanges, 'change')}, ${counted(differences, 'difference')} left to look at.`
  );
  if (withoutAccount > 0) console.log(`${counted(withoutAccount, 'member')} without an account: their folders wait.`);
});
