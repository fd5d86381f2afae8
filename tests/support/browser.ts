import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';

const usual: Record<string, string[]> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge'
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe'
  ]
};

/** A Chromium on this machine: the one named in CHROMIUM, the usual ones, Playwright's own. */
export function findBrowser(): string | undefined {
  const candidates = [process.env.CHROMIUM, ...(usual[process.platform] ?? []), chromium.executablePath()];
  return candidates.find((path) => path !== undefined && path !== '' && existsSync(path));
}

/** Finds a browser, or gets one: through Playwright, or from the system's packages. */
export function ensureBrowser(): string {
  const found = findBrowser();
  if (found !== undefined) return found;
  const system: [string, string[]][] = [
    ['apt-get', ['update', '-qq']],
    ['apt-get', ['install', '-y', '-qq', 'chromium']]
  ];
  const attempts: [string, string[]][] = [
    ...(process.platform === 'linux' && process.getuid?.() === 0 ? system : []),
    [process.execPath, [join(__dirname, '../../node_modules/@playwright/test/cli.js'), 'install', 'chromium']]
  ];
  for (const [command, parameters] of attempts) {
    try {
      execFileSync(command, parameters, { stdio: 'inherit' });
    } catch (error) {
      console.error(`${command} ${parameters.join(' ')}: ${error instanceof Error ? error.message : String(error)}`);
    }
    const installed = findBrowser();
    if (installed !== undefined) return installed;
  }
  throw new Error(
    'There is no Chromium, Chrome or Edge here, and none could be installed. Install one, or name it in the environment variable CHROMIUM.'
  );
}
