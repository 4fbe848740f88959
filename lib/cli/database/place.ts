import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Refusal } from '../terminal/refusal.ts';
import { type Account, barredFolder, databaseAccount } from './account.ts';

export const checkout = resolve(import.meta.dirname, '../../..');

const executable = process.platform === 'win32' ? 'node.exe' : 'node';
/** The Node that comes with the lock file; whatever runs this module may be older. */
export const node24 = join(checkout, 'node_modules/node/bin', executable);

/** Where the portal keeps what must survive a restart, and who owns the database in it. */
export type Place = {
  /** Holds the secret, the database and everything people upload. */
  home: string;
  account: Account;
};

/** Root's own room beside the checkout: `nobody` must reach it even when the checkout is barred. */
export function rootsRoom(): string {
  const hash = createHash('sha256').update(realpathSync(checkout)).digest('hex');
  return join('/var/lib/navet', hash.slice(0, 16));
}

/**
 * Finds or makes the data directory.
 * @param chosen NAVET_DATA; relative paths begin at the checkout.
 * @throws Refusal when it cannot be used or the database's account cannot reach it.
 */
export function preparePlace(chosen: string | null, account = databaseAccount()): Place {
  const standard = account ? rootsRoom() : join(checkout, '.navet');
  const home = chosen ? resolve(checkout, chosen) : standard;
  makeFolder(home, account ? 0o711 : 0o700);
  const barred = barredFolder(home, account);
  if (barred) {
    throw new Refusal(
      `The database runs as another user than root and may not enter ${barred}; ` +
        'set NAVET_DATA to a folder that every user can reach.',
    );
  }
  return { home, account };
}

// One by one: Node's own way of making several at once never ends under /proc.
function missingFolders(path: string): string[] {
  return existsSync(path) ? [] : [...missingFolders(dirname(path)), path];
}

/** Makes a folder whatever the umask says: a stricter one would bar the database's account. */
export function makeFolder(path: string, mode: number): void {
  const umask = process.umask(0o022);
  try {
    for (const each of missingFolders(path)) mkdirSync(each, { mode });
    if (!statSync(path).isDirectory()) throw Object.assign(new Error(), { code: 'ENOTDIR' });
    accessSync(path, constants.W_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Refusal(
      `The folder ${path} cannot be used (${code}); set NAVET_DATA to one you may write to.`,
    );
  } finally {
    process.umask(umask);
  }
}
