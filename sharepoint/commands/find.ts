import './node-version';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readOfficerDirectory, readOfficersBeginning } from '../../src/data/officers/directory';
import { beginningsOf } from '../../src/domain/officers/find';
import { findText } from '../../src/domain/officers/findText';
import { britishDateOf } from '../../src/domain/dates';
import type { Officer, OfficerDirectory } from '../../src/domain/officers/officer';
import { directoryFromCsv } from '../import/tables/directory-from-csv';
import { CommandError, runCommand } from './command-error';
import { connect } from './connect';
import { describeFailure } from './failure';
import { sampleCouncil } from './paths';

const usage = 'npm run find -- "<words>" [--site <url>] [--as <login>]';

interface Asked {
  words: string;
  site: string | undefined;
  as: string | undefined;
}

function read(): Asked {
  if (process.argv.includes('--help')) {
    console.log(`Usage: ${usage}\nWithout --site it asks the sample council's own tables; nothing has to be running.`);
    process.exit(0);
  }
  try {
    const { values, positionals } = parseArgs({ options: { site: { type: 'string' }, as: { type: 'string' } }, allowPositionals: true });
    const words = positionals.join(' ').trim();
    if (words === '') throw new Error('Say what you look for, for example "missed bin".');
    return { words, site: values.site, as: values.as };
  } catch (error) {
    throw new CommandError(`${error instanceof Error ? error.message : String(error)}\nUsage: ${usage}`);
  }
}

/** The sample council's directory, all officers included. */
function sampleDirectory(): OfficerDirectory {
  const file = (name: string): string => readFileSync(join(sampleCouncil, name), 'utf8');
  return directoryFromCsv(file('services.csv'), file('officers.csv'), file('closure-days.csv'));
}

async function siteDirectory({ words, site, as }: Asked): Promise<{ directory: OfficerDirectory; more: Officer[] }> {
  const { sp, sitePath } = await connect(String(site), as);
  try {
    const beginnings = beginningsOf(words);
    const [directory, more] = await Promise.all([
      readOfficerDirectory(sp, sitePath),
      beginnings.length > 0 ? readOfficersBeginning(sp, sitePath, beginnings) : []
    ]);
    return { directory, more };
  } catch (error) {
    throw describeFailure(error, `The directory of ${site} could not be read`);
  }
}

/** npm run find: what the officer directory finds for words, best first, one line a result. */
runCommand(async () => {
  const asked = read();
  const { directory, more } = asked.site === undefined ? { directory: sampleDirectory(), more: [] } : await siteDirectory(asked);
  for (const line of findText(asked.words, directory, more, britishDateOf(new Date()))) console.log(line);
});
