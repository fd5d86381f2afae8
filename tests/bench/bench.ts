import { ensureBuilt } from '../../sharepoint/commands/build';
import { firstProfiles } from './first-profiles';
import { largeList } from './large-list';

/**
 * npm run bench: what takes how long, how many bytes, how many requests. Times vary from machine to machine and from run
 * to run: compare within one run. Bytes and requests hold.
 */

function print(table: string[][]): void {
  const widths = table[0]?.map((_, column) => Math.max(...table.map((cells) => cells[column]?.length ?? 0))) ?? [];
  for (const cells of table) console.log(cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  console.log('');
}

async function main(): Promise<void> {
  await ensureBuilt((line) => console.log(line));
  print(await firstProfiles());
  print(await largeList());
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
