import { readFileSync } from 'node:fs';
import type { SPFI } from '@pnp/sp';
import type { WriteFailure } from '../../src/data/list-rows';
import { britishDateOf } from '../../src/domain/dates';
import { loadPack } from '../import/protocol/load-pack';
import { readPackText } from '../import/protocol/pack-file';
import { sampleProtocols } from '../sample-council/protocol';
import { defaultPack } from './paths';

/** Loads the sample council's protocol: the default pack, and the version before it. Answers rows that could not be written. */
export async function loadSampleProtocols(
  { sp, sitePath }: { sp: SPFI; sitePath: string },
  progress: (step: string, done: number, all: number) => void
): Promise<WriteFailure[]> {
  const { pack, faults } = readPackText(readFileSync(defaultPack, 'utf8'));
  if (!pack) throw new Error(`The default pack is wrong: ${faults[0]?.message ?? ''}`);
  const failures: WriteFailure[] = [];
  for (const version of sampleProtocols(pack)) {
    const options = { sp, sitePath, progress, today: britishDateOf(new Date()), say: () => undefined };
    failures.push(...(await loadPack(version, { ...options, decide: async () => 'keep' })));
  }
  return failures;
}
