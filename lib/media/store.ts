import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { settings } from '#lib/platform/env.ts';
import { diskStore } from './disk.ts';
import { bucketStore } from './s3.ts';

/** Bytes in memory, or a file on this machine's disk. */
export type Bytes = Buffer | { path: string; bytes: number };
/** From one byte to another, both in it. */
export type Span = { start: number; end: number };

/** Where the bytes of files lie. What there is says the database; a key is `<hub>/<file>/<name>`. */
export type Store = {
  put: (key: string, bytes: Bytes) => Promise<void>;
  /** @returns null when there is nothing under the key */
  read: (key: string, span?: Span) => Promise<Readable | null>;
  /** What is not there is no fault. */
  remove: (keys: readonly string[]) => Promise<void>;
};

let opened: Store | undefined;

/** The store of this installation: a folder beside the database, unless NAVET_MEDIA names another or a bucket. */
export function store(): Store {
  const { media, data } = settings();
  opened ??=
    media && 'bucket' in media
      ? bucketStore(media)
      : diskStore(media ? media.folder : join(data, 'media'));
  return opened;
}

/** For tests: another store in its place, or (null) the installation's own. */
export function replaceStore(other: Store | null): void {
  opened = other ?? undefined;
}
