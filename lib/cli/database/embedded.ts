import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../terminal/refusal.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { prepareCluster, programEnvironment } from './cluster.ts';
import { connect } from './connection.ts';
import type { KeeperOrder } from './keeper.ts';
import { type Listening, listening } from './listening.ts';
import { keeperFile, occupied, requireUnoccupied } from './occupied.ts';
import { node24, type Place } from './place.ts';

const serverFlags = ['timezone=UTC', 'log_timezone=UTC', 'max_connections=200', 'fsync=on'];
const logLimit = 10_000_000;

/** A running embedded server. */
export type EmbeddedServer = {
  /** The address of one of its databases, as the owner of everything in it. */
  url: (database: string) => string;
  stop: () => Promise<void>;
  /** Settles when the server has ended, wished for or not. */
  ended: Promise<void>;
};

/**
 * Starts the PostgreSQL server that comes with the lock file on the data in `place`; makes the
 * data on the first start and an empty database `navet` in it.
 * @throws Refusal when the data directory is in use or the server cannot run here.
 */
export async function startEmbedded(place: Place): Promise<EmbeddedServer> {
  await requireUnoccupied(place.home);
  const binaries = findBinaries(place);
  const access = await listening(place);
  const data = await prepareCluster(place, binaries, access.initdbFlags);
  const log = join(place.home, 'postgres.log');
  if (existsSync(log) && statSync(log).size > logLimit) rmSync(log);
  const logged = existsSync(log) ? statSync(log).size : 0;
  const keeper = startKeeper(place, binaries, access, data, log);
  const server = handle(keeper, access);
  await ready(keeper, server, () => explain(place, log, logged));
  await createDatabase(server);
  return server;
}

function startKeeper(
  place: Place,
  binaries: Binaries,
  access: Listening,
  data: string,
  log: string,
): ChildProcess {
  const settings = [...serverFlags, 'log_checkpoints=off'].flatMap((line) => ['-c', line]);
  const order: KeeperOrder = {
    ...binaries,
    data,
    flags: [...settings, ...access.serverFlags],
    account: place.account,
    environment: programEnvironment(),
    log,
    pidFile: keeperFile(place.home),
    temporary: access.temporary,
  };
  return spawn(node24, [join(import.meta.dirname, 'keeper.ts'), JSON.stringify(order)], {
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

function handle(keeper: ChildProcess, access: Listening): EmbeddedServer {
  const ended = new Promise<void>((resolve) => keeper.on('exit', () => resolve()));
  const stop = () => {
    if (keeper.connected) keeper.send('stop');
    return ended;
  };
  return { url: access.url, stop, ended };
}

/** Waits as long as the keeper lives: after a crash the server first replays its log. */
async function ready(keeper: ChildProcess, server: EmbeddedServer, reason: () => string) {
  while (true) {
    if (keeper.exitCode !== null || keeper.signalCode !== null) throw new Refusal(reason());
    try {
      const client = await connect(server.url('postgres'));
      return await client.end();
    } catch {
      await Promise.race([server.ended, new Promise((done) => setTimeout(done, 25))]);
    }
  }
}

async function createDatabase(server: EmbeddedServer): Promise<void> {
  const client = await connect(server.url('postgres'));
  try {
    const found = await client.query("select from pg_database where datname = 'navet'");
    if (found.rowCount === 0) await client.query('create database navet');
  } finally {
    await client.end();
  }
}

function explain(place: Place, log: string, from: number): string {
  const said = existsSync(log) ? readFileSync(log).subarray(from).toString() : '';
  if (said.includes('"postmaster.pid" already exists')) return occupied(place.home);
  const fatal = /FATAL:\s+(.*)/.exec(said)?.[1] ?? said.trim().split('\n').at(-1);
  return `The embedded database did not start (${fatal || 'no reason given'}); its messages are in ${log}.`;
}
