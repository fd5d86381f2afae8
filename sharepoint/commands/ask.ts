import './node-version';
import { parseArgs } from 'node:util';
import { readClauses, readGuideStart } from '../../src/data/protocol/guide';
import { currentOf } from '../../src/domain/protocol/protocol';
import { searchClauses, type SearchedClause } from '../../src/domain/protocol/search';
import { readPackFile } from '../import/protocol/pack-file';
import { CommandError, runCommand } from './command-error';
import { connect } from './connect';
import { describeFailure } from './failure';
import { readGivenFile } from './given-file';
import { defaultPack } from './paths';

const usage = 'npm run ask -- "<question>" [--site <url> [--as <login>] | --pack <file>]';

interface Asked {
  question: string;
  site: string | undefined;
  as: string | undefined;
  pack: string | undefined;
}

function read(): Asked {
  if (process.argv.includes('--help')) {
    console.log(`Usage: ${usage}\nWithout --site or --pack it asks the default pack; nothing has to be running.`);
    process.exit(0);
  }
  try {
    const options = { site: { type: 'string' }, as: { type: 'string' }, pack: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const question = positionals.join(' ').trim();
    if (question === '') throw new Error('Say what you want to know, for example "who answers the press".');
    if (values.site !== undefined && values.pack !== undefined) throw new Error('Ask a site or a pack, not both.');
    return { question, site: values.site, as: values.as, pack: values.pack };
  } catch (error) {
    throw new CommandError(`${error instanceof Error ? error.message : String(error)}\nUsage: ${usage}`);
  }
}

function packClauses(file: string): readonly SearchedClause[] {
  const { pack } = readPackFile(readGivenFile(file));
  if (!pack)
    throw new CommandError(`${file} is not a pack that can be loaded. See what is wrong: npm run protocol -- --check --pack ${file}`);
  return pack.clauses;
}

async function siteClauses(site: string, as: string | undefined): Promise<readonly SearchedClause[]> {
  const { sp, sitePath } = await connect(site, as);
  try {
    const current = currentOf((await readGuideStart(sp, sitePath)).versions);
    if (!current) throw new CommandError(`No protocol is loaded on ${site}: npm run protocol -- --pack <file> --site ${site}`);
    return await readClauses(sp, sitePath, current.id);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw describeFailure(error, `The protocol of ${site} could not be read`);
  }
}

/** npm run ask: the clauses that a question finds, best first, one line each: number, heading. */
runCommand(async () => {
  const { question, site, as, pack } = read();
  const clauses = site === undefined ? packClauses(pack ?? defaultPack) : await siteClauses(site, as);
  const found = searchClauses(clauses).find(question);
  if (found.length === 0) console.error('Nothing found. Try other words, or fewer.');
  for (const { number, heading } of found) console.log(`${number} ${heading}`);
});
