import './node-version';
import { createInterface, type Interface } from 'node:readline/promises';
import { britishDateOf } from '../../src/domain/dates';
import type { Nation, ProtocolPack } from '../../src/domain/protocol/pack';
import type { Decide } from '../import/protocol/compare';
import { count } from '../import/describe';
import { describeDifference, loadPack } from '../import/protocol/load-pack';
import { describeFault, readPackFile } from '../import/protocol/pack-file';
import { packJsonSchema } from '../protocols/schema';
import { CommandError, runCommand } from './command-error';
import { connect } from './connect';
import { describeFailure } from './failure';
import { readGivenFile } from './given-file';
import { readOptions, required } from './options';
import { showProgress } from './terminal';

const usage = `npm run protocol -- --pack <file> --site <url> [--as <login>]
       npm run protocol -- --check --pack <file>
       npm run protocol -- --schema
--check validates a pack and writes nothing; --schema prints the JSON schema of packs.`;

const nationNames: Record<Nation, string> = {
  'england-and-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland'
};

/** Reads a pack, or says everything that is wrong with it. */
function readPack(given: string): ProtocolPack {
  const { pack, faults } = readPackFile(readGivenFile(given));
  if (pack) return pack;
  const number = faults.length === 1 ? 'This is' : `These ${faults.length} things are`;
  throw new CommandError(
    [`${number} wrong in ${given}:`, ...faults.map((fault) => `  ${describeFault(fault)}`), 'Nothing was loaded.'].join('\n')
  );
}

/** Asks at a terminal what becomes of owners' edits; without one they are kept, and listed at the end. */
function decider(): { decide: Decide; close(): void } {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return { decide: async () => 'keep', close: () => undefined };
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  // Shared by reference: an answer for all holds for the questions after it.
  const settled: { forAll?: 'keep' | 'take' } = {};
  return {
    close: () => terminal.close(),
    decide: async (difference) => {
      if (settled.forAll) return settled.forAll;
      for (const line of describeDifference(difference)) console.log(line);
      const answer = await ask(terminal);
      const decision = answer.toLowerCase() === 'k' ? 'keep' : 'take';
      if (answer === 'K' || answer === 'P') Object.assign(settled, { forAll: decision });
      return decision;
    }
  };
}

async function ask(terminal: Interface): Promise<string> {
  for (;;) {
    // Ctrl+C and Ctrl+D end the question.
    const answer = await terminal
      .question('Keep what is on the site (k), take what is in the pack (p), keep all (K), take all (P)? ')
      .catch(() => {
        throw new CommandError('Stopped. Nothing was written.');
      });
    if (/^[kp]$/i.test(answer.trim())) return answer.trim();
  }
}

/** npm run protocol: loads a protocol pack into the lists of a site, or checks one. */
runCommand(async () => {
  const options = readOptions(
    { pack: { type: 'string' }, site: { type: 'string' }, as: { type: 'string' }, check: { type: 'boolean' }, schema: { type: 'boolean' } },
    usage
  );
  if (options.schema) {
    process.stdout.write(packJsonSchema());
    return;
  }
  const file = required(options.pack, 'pack', usage);
  const pack = readPack(file);
  if (options.check) {
    const { title, version, council, clauses, kinds, nation = 'england-and-wales' } = pack;
    console.log(
      `${file} is right: ${title}, version ${version}, ${council}: ${count(clauses.length, 'clause')}, ${count(kinds.length, 'kind')}; bank holidays of ${nationNames[nation]}.`
    );
    return;
  }
  const { sp, sitePath } = await connect(required(options.site, 'site', usage), options.as);
  const { decide, close } = decider();
  const failures = await loadPack(pack, {
    ...{ sp, sitePath, decide, today: britishDateOf(new Date()) },
    say: (line) => console.log(line),
    progress: showProgress
  })
    .catch((error: unknown) => {
      throw error instanceof CommandError ? error : describeFailure(error, 'The protocol could not be loaded');
    })
    .finally(close);
  if (failures.length > 0) throw new CommandError(`${failures.length} rows could not be written.`);
});
