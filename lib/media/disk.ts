import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Store } from './store.ts';

/** Files in a folder. Two machines share it only where the folder itself is shared. */
export function diskStore(folder: string): Store {
  return {
    put: async (key, bytes) => {
      const path = join(folder, key);
      // Beside its place and then into it, so that nobody ever reads half a file.
      const half = `${path}.${crypto.randomUUID()}`;
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      if (Buffer.isBuffer(bytes)) await writeFile(half, bytes);
      else await copyFile(bytes.path, half);
      await rename(half, path);
    },
    read: async (key, span) => {
      // Opened before anything is answered: what is not there is not found out halfway.
      const handle = await open(join(folder, key)).catch(() => null);
      return handle && createReadStream('', { fd: handle, ...span });
    },
    remove: async (keys) => {
      for (const key of keys) await rm(join(folder, key), { force: true });
      const folders = new Set(keys.map((key) => dirname(join(folder, key))));
      // One that others still lie in stays.
      for (const empty of folders) await rmdir(empty).catch(() => {});
    },
  };
}
