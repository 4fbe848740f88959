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

export function isBuilt(folder: string): boolean {
  return currentBuild() === folder && existsSync(join(checkout, folder, 'BUILD_ID'));
}

/**
 * Makes what lies in the workshop the build that new processes run. The one before stays, since
 * processes still run it, and its scripts and styles are served on to pages already open.
 */
export function publish(folder: string): void {
  const before = currentBuild();
  const place = join(checkout, folder);
  keepServing(join(checkout, before, 'static'), join(checkout, workshop, 'static'));
  rmSync(place, { recursive: true, force: true });
  renameSync(join(checkout, workshop), place);
  writeFileSync(join(checkout, note), folder);
  const kept = new Set([folder, before]);
  for (const name of readdirSync(join(checkout, '.next'))) {
    const old = name.startsWith('build-') && !kept.has(`.next/${name}`);
    if (old) rmSync(join(checkout, '.next', name), { recursive: true, force: true });
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
