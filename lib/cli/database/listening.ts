import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFolder, type Place } from './place.ts';

/** How processes of this machine, and nobody else, reach the embedded server. */
export type Listening = {
  initdbFlags: string[];
  serverFlags: string[];
  /** A folder to remove when the server has stopped. */
  temporary: string | null;
  url: (database: string) => string;
};

export function listening(place: Place): Promise<Listening> | Listening {
  return process.platform === 'win32' ? byLoopback(place) : bySocket(place);
}

/** The folder's mode is the lock, so the server may trust whoever comes through it. */
function bySocket(place: Place): Listening {
  const inside = join(place.home, 'socket');
  // A socket's path may have 104 bytes on macOS and 108 on Linux.
  const fits = Buffer.byteLength(join(inside, '.s.PGSQL.5432')) <= 100;
  const folder = fits ? inside : mkdtempSync(join(place.account ? '/tmp' : tmpdir(), 'navet-'));
  makeFolder(folder, 0o700);
  if (place.account) chownSync(folder, place.account.uid, place.account.gid);
  chmodSync(folder, 0o700);
  const quoted = `"${folder.replaceAll('"', '""')}"`;
  return {
    initdbFlags: ['--auth=trust'],
    serverFlags: ['-c', 'listen_addresses=', '-c', `unix_socket_directories=${quoted}`],
    temporary: fits ? null : folder,
    url: (database) =>
      `postgresql://navet@localhost/${database}?host=${encodeURIComponent(folder)}`,
  };
}

/** Windows has no Unix sockets here: loopback, and a password instead of a folder's mode. */
async function byLoopback(place: Place): Promise<Listening> {
  const file = join(place.home, 'database-password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  const password = readFileSync(file, 'utf8').trim();
  const port = await freePort();
  return {
    initdbFlags: ['--auth=scram-sha-256', `--pwfile=${file}`],
    serverFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', `port=${port}`],
    temporary: null,
    url: (database) => `postgresql://navet:${password}@127.0.0.1:${port}/${database}`,
  };
}

/** A port of this machine that nobody listens on at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
