import { join } from 'node:path';
import { build } from 'esbuild';
import { project } from './paths';

/** The service as one file, which Node runs without anything beside it. */
export const bundledExtension = join(project, 'teams/message-extension.cjs');

/** Bundles the service behind the message extension. Takes a second or two. */
export async function bundleExtension(): Promise<void> {
  await build({
    entryPoints: [join(project, 'teams/message-extension/main.ts')],
    outfile: bundledExtension,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    minify: true,
    keepNames: true,
    legalComments: 'eof',
    logLevel: 'error'
  });
}
