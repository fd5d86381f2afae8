import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../sharepoint/commands/build';
import { ensureBrowser } from './support/browser';
import { project } from './support/server';

/**
 * npm test: builds the package once, then runs unit, integration and end-to-end tests, and ends with one line:
 * "N passed, N failed". npm run test:full (--full) runs the long ones: faults and scale. Together they are all tests.
 */

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

const results = join(project, 'test-results');
const full = process.argv.includes('--full');

const run = (script: string, parameters: string[], environment: NodeJS.ProcessEnv = {}): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(project, 'node_modules', script), ...parameters], {
      cwd: project,
      stdio: 'inherit',
      env: { ...process.env, ...environment }
    });
    child.once('error', reject);
    child.once('close', (status) => resolve(status ?? 1));
  });

/** A runner that ended badly without a result, or without a test, has failed once. */
const read = <T>(file: string, status: number, count: (result: T) => Count): Count => {
  try {
    const counted = count(JSON.parse(readFileSync(join(results, file), 'utf8')) as T);
    if (counted.failed === 0 && (status !== 0 || counted.passed === 0)) return { ...counted, failed: 1 };
    return counted;
  } catch (error) {
    console.error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
};

async function jest(): Promise<Count> {
  const status = await run('jest/bin/jest.js', ['--json', `--outputFile=${join(results, 'jest.json')}`], full ? { FULL: '1' } : {});
  return read<{ numPassedTests: number; numFailedTests: number; numPendingTests: number; numRuntimeErrorTestSuites: number }>(
    'jest.json',
    status,
    (result) => ({
      passed: result.numPassedTests,
      failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
      skipped: result.numPendingTests
    })
  );
}

async function playwright(): Promise<Count> {
  const status = await run('@playwright/test/cli.js', ['test'], { CHROMIUM: ensureBrowser() });
  return read<{ stats: { expected: number; unexpected: number; flaky: number; skipped: number }; errors: unknown[] }>(
    'e2e.json',
    status,
    ({ stats, errors }) => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky + errors.length,
      skipped: stats.skipped
    })
  );
}

async function main(): Promise<void> {
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  if (!full) await ensureBuilt((line) => console.log(line));
  const counts = [await jest(), ...(full ? [] : [await playwright()])];
  const sum = (kind: keyof Count): number => counts.reduce((total, count) => total + count[kind], 0);
  if (sum('skipped') > 0) console.log(`${sum('skipped')} tests were skipped: they need data that is not part of the project.`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') > 0 ? 1 : 0;
}

main().catch((error: unknown) => {
  console.error(error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
});
