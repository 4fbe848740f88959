import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../database/place.ts';

/** One number for the names and contents of files and folders of the checkout. */
export function fingerprint(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesUnder)) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(checkout, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** True when the note left behind by the last time says the same. */
export function isNoted(note: string, value: string): boolean {
  const path = join(checkout, note);
  return existsSync(path) && readFileSync(path, 'utf8') === value;
}

function filesUnder(path: string): string[] {
  const absolute = join(checkout, path);
  if (!existsSync(absolute)) return [];
  if (statSync(absolute).isFile()) return [path];
  return readdirSync(absolute)
    .sort()
    .flatMap((name) => filesUnder(`${path}/${name}`));
}
