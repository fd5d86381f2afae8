import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** The page host's own scripts and styles: contents by file name. */
export type Assets = Map<string, string>;

/** Bundles the page host's scripts. Takes a fraction of a second. */
export async function buildAssets(): Promise<Assets> {
  const browser = join(__dirname, 'browser');
  const { outputFiles } = await build({
    entryPoints: ['host.ts', 'environment.ts', 'graph-client.ts'].map((name) => join(browser, name)),
    bundle: true,
    write: false,
    outdir: 'assets',
    format: 'iife',
    target: 'es2019',
    define: { 'process.env.NODE_ENV': '"production"' }
  });
  const assets: Assets = new Map(outputFiles.map(({ path, text }) => [String(path.split(/[\\/]/).pop()), text]));
  assets.set('host.css', readFileSync(join(browser, 'host.css'), 'utf8'));
  return assets;
}
