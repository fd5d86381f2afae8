import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** The page host's own scripts and styles, by file name. */
export type Assets = Map<string, { type: string; contents: string }>;

/** Bundles the page host's scripts. Takes a fraction of a second. */
export async function buildAssets(): Promise<Assets> {
  const browser = join(__dirname, 'browser');
  const { outputFiles } = await build({
    entryPoints: [join(browser, 'host.ts'), join(browser, 'environment.ts')],
    bundle: true,
    write: false,
    outdir: 'assets',
    format: 'iife',
    target: 'es2019',
    define: { 'process.env.NODE_ENV': '"production"' }
  });
  const assets: Assets = new Map(
    outputFiles.map(({ path, text }) => [String(path.split(/[\\/]/).pop()), { type: 'text/javascript;charset=utf-8', contents: text }])
  );
  assets.set('host.css', { type: 'text/css;charset=utf-8', contents: readFileSync(join(browser, 'host.css'), 'utf8') });
  return assets;
}
