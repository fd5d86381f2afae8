import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** The page host's own scripts and styles: contents by file name. */
export type Assets = Map<string, string>;

/** Bundles the page host's scripts. Takes a fraction of a second. */
export async function buildAssets(): Promise<Assets> {
  const browser = join(__dirname, 'browser');
  const { outputFiles } = await build({
    entryPoints: ['host.ts', 'environment.ts', 'graph-client.ts', 'hosted.ts', 'teams/teams.ts'].map((name) => join(browser, name)),
    bundle: true,
    write: false,
    outdir: 'assets',
    format: 'iife',
    target: 'es2019',
    define: { 'process.env.NODE_ENV': '"production"' }
  });
  const assets: Assets = new Map(outputFiles.map(({ path, text }) => [String(path.split(/[\\/]/).pop()), text]));
  for (const name of ['host.css', 'teams/teams.css']) assets.set(name.replace(/^.*\//, ''), readFileSync(join(browser, name), 'utf8'));
  return assets;
}
