import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../database/place.ts';

/** Where Next builds; a finished build is moved to a folder of its own name beside it. */
export const workshop = '.next/build';
const note = '.next/current';
/** One that was built and never used must not push out one that is. */
const mostKept = 4;
const month = 30 * 24 * 3_600_000;

/** The folder of the newest finished build, from the checkout: what a new web process runs. */
export function currentBuild(): string {
  const path = join(checkout, note);
  return existsSync(path) ? readFileSync(path, 'utf8') : '.next';
}

/** The name of a build's folder. @param sources the fingerprint of what it is made of */
export function folderOf(sources: string): string {
  return `.next/build-${sources.slice(0, 16)}`;
}

/** Whether it is there, whole: it gets its name only when it is finished. */
export function isBuilt(folder: string): boolean {
  return existsSync(join(checkout, folder, 'BUILD_ID'));
}

/** Gives what lies in the workshop its name. */
export function finish(folder: string): void {
  rmSync(join(checkout, folder), { recursive: true, force: true });
  renameSync(join(checkout, workshop), join(checkout, folder));
}

/**
 * Makes a build the one that new processes run. The one before stays, since processes still run it, and
 * its scripts and styles are served on to pages already open.
 */
export function use(folder: string): void {
  const before = currentBuild();
  if (before === folder) return;
  keepServing(join(checkout, before, 'static'), join(checkout, folder, 'static'));
  writeFileSync(join(checkout, note), folder);
  removeOld(new Set([folder, before]));
}

function removeOld(kept: ReadonlySet<string>): void {
  const changed = (name: string) => statSync(join(checkout, '.next', name)).mtimeMs;
  const builds = readdirSync(join(checkout, '.next')).filter((name) => name.startsWith('build-'));
  const newestFirst = builds.sort((a, b) => changed(b) - changed(a));
  for (const name of newestFirst.slice(mostKept)) {
    if (kept.has(`.next/${name}`)) continue;
    rmSync(join(checkout, '.next', name), { recursive: true, force: true });
  }
}

// The files are named by their content, so an old one never stands in a new one's way.
function keepServing(from: string, to: string): void {
  if (!existsSync(from)) return;
  const recent = (path: string) => {
    const entry = statSync(path);
    return entry.isDirectory() || entry.mtimeMs > Date.now() - month;
  };
  cpSync(from, to, {
    recursive: true,
    force: false,
    preserveTimestamps: true,
    filter: recent,
  });
}
