import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../../sharepoint/commands/build';
import { deskTable } from './desk';
import { extensionTable } from './extension';
import { printTable } from './figures';
import { largeList } from './large-list';
import { webParts } from './web-parts';

/**
 * npm run bench: what takes how long, how many bytes (gzipped), how many requests. Times vary from machine to machine and
 * from run to run: compare within one run. Bytes, requests and ratios hold.
 */

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { package: { type: 'string', multiple: true, default: [] } } });
  const from = process.env.INIT_CWD ?? process.cwd();
  await ensureBuilt((line) => console.log(line));
  for (const table of await webParts(values.package.map((file) => resolve(from, file)))) printTable(table);
  printTable(await extensionTable());
  printTable(await deskTable());
  printTable(await largeList());
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
