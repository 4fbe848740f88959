import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { checkout } from '#lib/cli/database/place.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const isRoot = process.getuid?.() === 0;

/** Flags without which Chromium calls home, or refuses to run as root. */
export const browserFlags = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The path of a Chromium that runs here: NAVET_BROWSER, one on the path, Playwright's own, and
 * only then one to be fetched. Remembers it in NAVET_BROWSER for the processes this one starts.
 */
export function findBrowser(): string {
  const given = process.env.NAVET_BROWSER;
  if (given && !works(given)) throw new Error(`NAVET_BROWSER names ${given}, which does not run.`);
  const found = given ?? installed() ?? fetched();
  if (!found) {
    throw new Error(
      'The browser tests need Chromium: install Chromium or Google Chrome, ' +
        'or set NAVET_BROWSER to the path of one.',
    );
  }
  process.env.NAVET_BROWSER = found;
  return found;
}

function installed(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...applications, chromium.executablePath()].find(works);
}

function fetched(): string | undefined {
  attempt(process.execPath, [
    join(checkout, 'node_modules/@playwright/test/cli.js'),
    ...['install', 'chromium'],
  ]);
  const found = installed();
  if (found || !isRoot || !existsSync('/etc/debian_version')) return found;
  attempt('apt-get', ['update', '-qq']);
  attempt('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
  return installed();
}

/** A browser whose libraries are missing is there and does not run. */
function works(path: string): boolean {
  if (!existsSync(path)) return false;
  try {
    execFileSync(path, ['--version', '--no-sandbox'], { stdio: 'ignore', timeout: 30_000 });
    return true;
  } catch {
    return false;
  }
}

/** What it says is for people to read; whether it helped, the next look tells. */
function attempt(program: string, args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    execFileSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'], timeout: 600_000, env });
  } catch {
    process.stderr.write(`${program} could not install Chromium.\n`);
  }
}
