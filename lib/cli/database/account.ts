import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The account the database server runs under; null: the one that runs this process. */
export type Account = { uid: number; gid: number } | null;

/** PostgreSQL refuses to run as root, so root hands it to `nobody`, which exists everywhere. */
export function databaseAccount(): Account {
  if (process.getuid?.() !== 0) return null;
  const line = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'));
  return { uid: Number(line?.[1] ?? 65_534), gid: Number(line?.[2] ?? 65_534) };
}

/** The first folder on the way to `path` that the account may not enter; null when it may. */
export function barredFolder(path: string, account: Account): string | null {
  if (!account) return null;
  const parent = dirname(path);
  const barred = parent === path ? null : barredFolder(parent, account);
  if (barred) return barred;
  const { uid, gid, mode } = statSync(path);
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  return mode & bit ? null : path;
}
