import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CommandError } from './command-error';
import { project, solutionPackage } from './paths';

/** Everything that the built package depends on. */
const sources = ['src', 'config', 'teams/manifest', 'teams/pack.cjs', 'package-lock.json', 'tsconfig.json', 'gulpfile.js'];

/** What the package was built from last; beside the package, so that both go together. */
const stampFile = join(dirname(solutionPackage), 'built-from.txt');

function fingerprint(): string {
  const hash = createHash('sha256');
  const add = (path: string): void => {
    const full = join(project, path);
    // What the build makes is not what it is made from.
    if (!existsSync(full) || full.endsWith('.zip')) return;
    const entries = readdirSafe(full);
    if (entries === undefined) hash.update(path).update('\0').update(readFileSync(full)).update('\0');
    else for (const entry of entries) add(`${path}/${entry}`);
  };
  sources.forEach(add);
  return hash.digest('hex');
}

function readdirSafe(path: string): string[] | undefined {
  try {
    return readdirSync(path).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
    throw error;
  }
}

function gulp(task: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(project, 'node_modules/gulp/bin/gulp.js'), task, '--ship'], {
      cwd: project,
      stdio: ['ignore', 'pipe', 'pipe']
    });
    let output = '';
    const collect = (data: Buffer): void => {
      output += data.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new CommandError(`The build failed:\n${output}`))));
  });
}

/** Builds the package. */
export async function buildPackage(): Promise<void> {
  const wanted = fingerprint();
  await gulp('bundle');
  await gulp('package-solution');
  writeFileSync(stampFile, wanted);
}

/** Builds the package if what it is made from has changed since. */
export async function ensureBuilt(say: (line: string) => void): Promise<void> {
  if (existsSync(solutionPackage) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === fingerprint()) return;
  say('Building the web parts ...');
  await buildPackage();
}
