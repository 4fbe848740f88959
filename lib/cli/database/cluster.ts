import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { Refusal } from '../terminal/refusal.ts';
import type { Binaries } from './binaries.ts';
import { isAlive } from './occupied.ts';
import type { Place } from './place.ts';

// Case folding by Unicode and the same order of letters on every system, without the system's
// locales; Swedish and Norwegian order is asked for with a collation where it shows.
const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

/** What the database's programs see: no PG… variable may bend them. */
export function programEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = process.env;
  return { PATH, SystemRoot, TEMP, LC_ALL: 'C', NODE_ENV: 'production' };
}

/**
 * The data folder of the server, made on the first start. It appears under its name only when it
 * is complete, so an interrupted first start leaves nothing to repair.
 */
export async function prepareCluster(
  place: Place,
  binaries: Binaries,
  flags: string[],
): Promise<string> {
  const data = join(place.home, 'postgres');
  removeAbandoned(place.home);
  if (!existsSync(data)) await create(data, place, binaries, flags);
  requireVersion(data, binaries.major);
  return data;
}

async function create(data: string, place: Place, binaries: Binaries, flags: string[]) {
  const part = `${data}.${process.pid}`;
  mkdirSync(part);
  chmodSync(part, 0o700);
  if (place.account) chownSync(part, place.account.uid, place.account.gid);
  try {
    await initdb(binaries, part, place, flags);
    renameSync(part, data);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    throw error;
  }
}

function initdb(binaries: Binaries, data: string, place: Place, flags: string[]): Promise<void> {
  const args = [`--pgdata=${data}`, '--username=navet', '--encoding=UTF8', ...locale, ...flags];
  const child = spawn(binaries.initdb, args, {
    ...place.account,
    cwd: dirname(binaries.initdb),
    env: programEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  return new Promise((resolve, reject) => {
    const fail = (reason: string) => reject(new Refusal(cannotBeMade(reason)));
    child.on('error', (error) => fail(error.message));
    child.on('close', (code) => (code === 0 ? resolve() : fail(firstError(said))));
  });
}

function cannotBeMade(reason: string): string {
  return `The embedded database cannot be made here (${reason}); DATABASE_URL may name a PostgreSQL server instead.`;
}

function firstError(said: string): string {
  const lines = said.split('\n').filter((line) => line.trim() !== '');
  return lines.find((line) => line.includes('error:')) ?? lines.at(-1) ?? 'no reason given';
}

function requireVersion(data: string, major: string): void {
  const found = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (found === major) return;
  throw new Refusal(
    `The database in ${data} was made by PostgreSQL ${found}, and this version brings ${major}; ` +
      'move its contents over with pg_dump, or use the version that made it.',
  );
}

function removeAbandoned(home: string): void {
  for (const name of readdirSync(home)) {
    const pid = Number(/^postgres\.(\d+)$/.exec(name)?.[1]);
    if (pid && !isAlive(pid)) rmSync(join(home, name), { recursive: true, force: true });
  }
}
