import { readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { settings } from './env.ts';

/**
 * A file that came with a form. The web server puts it aside on this machine's disk while it comes in, so that
 * no process ever holds a film in memory, and the form carries this in its place.
 */
export type Upload = {
  /** What the sender's machine calls it. */
  name: string;
  bytes: number;
  /** Where it lies until the answer is sent. */
  path: string;
};

/** What stands in a form's field in place of a file. The number cannot be guessed, so nobody gets at another's. */
export type UploadMark = { upload: string; name: string; bytes: number; over: boolean };

const id = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** Where files lie aside. */
export function asideFolder(): string {
  return join(settings().data, 'incoming');
}

/**
 * Takes the file out of a form's field.
 * @returns null when none was chosen, `tooLarge` when it was larger than this address takes
 */
export function takeUpload(form: FormData, field: string): Upload | 'tooLarge' | null {
  const value = form.get(field);
  form.delete(field);
  const mark = typeof value === 'string' ? markOf(value) : null;
  if (!mark) return null;
  if (mark.over) return 'tooLarge';
  return { name: mark.name, bytes: mark.bytes, path: join(asideFolder(), mark.upload) };
}

function markOf(text: string): UploadMark | null {
  try {
    const mark = JSON.parse(text) as UploadMark;
    const fits = typeof mark.name === 'string' && id.test(mark.upload) && mark.bytes >= 0;
    return fits ? mark : null;
  } catch {
    return null;
  }
}

const leftBehind = 60 * 60_000;

/** Removes what a process that died left aside. */
export async function sweepAside(): Promise<void> {
  const folder = asideFolder();
  for (const name of await readdir(folder).catch(() => [])) {
    const file = join(folder, name);
    const known = await stat(file).catch(() => null);
    if (known && Date.now() - known.mtimeMs > leftBehind) await unlink(file).catch(() => {});
  }
}
