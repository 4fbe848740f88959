import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Refusal } from '../terminal/refusal.ts';

/** Names the keeper that looks after the server in this data directory. */
export const keeperFile = (home: string) => join(home, 'keeper.pid');

/**
 * Makes sure that no living server uses the data directory.
 * A server whose keeper was killed is nobody's any more and is shut down first.
 * @throws Refusal naming the data directory when another start uses it.
 */
export async function requireUnoccupied(home: string): Promise<void> {
  const pidFile = join(home, 'postgres/postmaster.pid');
  const server = pidIn(pidFile);
  if (server === null) return;
  if (!isServer(server)) {
    // After a crash another program may have been given the number; PostgreSQL would believe it.
    rmSync(pidFile, { force: true });
    return;
  }
  const keeper = pidIn(keeperFile(home));
  if (keeper !== null && isAlive(keeper)) throw new Refusal(occupied(home));
  process.kill(server, 'SIGINT');
  if (!(await ended(server, 20_000))) throw new Refusal(occupied(home));
}

/** The one sentence for a data directory that is taken. */
export function occupied(home: string): string {
  return `The data directory ${home} is in use by another running Navet; stop that one, or set NAVET_DATA to another folder.`;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function pidIn(path: string): number | null {
  if (!existsSync(path)) return null;
  const pid = Number.parseInt(readFileSync(path, 'utf8'), 10);
  return Number.isNaN(pid) ? null : pid;
}

function isServer(pid: number): boolean {
  if (!isAlive(pid)) return false;
  const commandLine = `/proc/${pid}/cmdline`;
  if (!existsSync(commandLine)) return true;
  const [program = ''] = readFileSync(commandLine, 'utf8').split('\0');
  return basename(program).startsWith('postgres');
}

async function ended(pid: number, milliseconds: number): Promise<boolean> {
  const until = Date.now() + milliseconds;
  while (isAlive(pid) && Date.now() < until) await new Promise((done) => setTimeout(done, 50));
  return !isAlive(pid);
}
