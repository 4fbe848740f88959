import cluster, { type Worker } from 'node:cluster';
import { join } from 'node:path';
import { checkout } from '../database/place.ts';
import { eachLine } from '../terminal/lines.ts';
import { say } from '../terminal/progress.ts';
import { Refusal } from '../terminal/refusal.ts';
import { currentBuild } from './builds.ts';
import { handOn } from './handing-on.ts';
import type { Kept, OnStart } from './processes.ts';

const minute = 60_000;
const deathsAllowed = 5;
const patience = { start: minute, stop: 20_000, retire: 45_000 };

/**
 * Keeps so many web processes on one port. This process holds the port and hands every connection to
 * the next process in turn, so that none is lost while one process goes and another comes.
 */
export function keepWebs(count: number, env: NodeJS.ProcessEnv, onStart: OnStart): Kept {
  return new WebProcesses(count, env, onStart);
}

class WebProcesses implements Kept {
  readonly gaveUp: Promise<never>;
  readonly #env: NodeJS.ProcessEnv;
  readonly #onStart: OnStart;
  readonly #mostDeaths: number;
  readonly #current = new Set<Worker>();
  readonly #deaths: number[] = [];
  #giveUp: (reason: Error) => void = () => {};
  #stopping = false;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(count: number, env: NodeJS.ProcessEnv, onStart: OnStart) {
    this.#env = env;
    this.#onStart = onStart;
    this.#mostDeaths = deathsAllowed * count;
    this.gaveUp = new Promise((_, reject) => {
      this.#giveUp = reject;
    });
    this.gaveUp.catch(() => {});
    setUp();
    for (let n = 0; n < count; n += 1) this.#fork();
  }

  /** One after the other: each new process answers before the old one stops taking connections. */
  restart(): Promise<void> {
    return this.#inTurn(async () => {
      for (const old of [...this.#current]) await this.#replace(old);
    });
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    const all = Object.values(cluster.workers ?? {}).filter((one) => one !== undefined);
    const gone = all.map((one) => ended(one, patience.stop));
    for (const one of all) one.process.kill('SIGTERM');
    await Promise.all(gone);
  }

  #fork(): Worker {
    const web = cluster.fork({ ...this.#env, NAVET_BUILD: currentBuild() });
    this.#current.add(web);
    this.#onStart(web.process);
    handOn(web, () => this.#current);
    // What cannot be said to a process that has just gone: its end is heard all the same.
    web.on('error', () => {});
    const pass = (line: string) => say(line.startsWith('{') ? line : `web | ${line}`);
    eachLine(web.process.stdout, pass);
    eachLine(web.process.stderr, pass);
    web.once('exit', (code, signal) => this.#onEnd(web, signal ?? `code ${code}`));
    web.on('message', (message) => {
      if (message?.navet === 'full') this.#relieve(web, message.mebibytes);
    });
    return web;
  }

  #onEnd(web: Worker, how: string): void {
    // Whoever was replaced is no longer among them, and its end is wished for.
    if (!this.#current.delete(web) || this.#stopping) return;
    this.#deaths.push(Date.now());
    const recent = this.#deaths.filter((time) => time > Date.now() - minute).length;
    if (recent >= this.#mostDeaths) {
      const often = `The web processes died ${recent} times within a minute`;
      this.#giveUp(new Refusal(`${often}; their messages above say why.`));
      return;
    }
    say(`A web process ended (${how}) and is started again.`);
    const pause = recent === 1 ? 0 : 100 * 2 ** Math.min(recent, 6);
    setTimeout(() => this.#stopping || this.#fork(), pause);
  }

  #relieve(web: Worker, mebibytes: number): void {
    say(`A web process holds ${mebibytes} MiB, more than NAVET_MEMORY, and is replaced.`);
    this.#inTurn(() => this.#replace(web)).catch((error: Error) => say(error.message));
  }

  async #replace(old: Worker): Promise<void> {
    if (this.#stopping || !this.#current.has(old)) return;
    const fresh = this.#fork();
    try {
      await listening(fresh);
    } catch (error) {
      this.#current.delete(fresh);
      fresh.process.kill('SIGKILL');
      throw error;
    }
    if (!this.#current.delete(old)) return;
    const gone = ended(old, patience.retire);
    if (old.isConnected()) old.send({ navet: 'retire' });
    await gone;
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => {});
    return done;
  }
}

function setUp(): void {
  cluster.schedulingPolicy = cluster.SCHED_RR;
  cluster.setupPrimary({
    exec: join(checkout, 'lib/cli/web.ts'),
    args: [],
    execArgv: ['--conditions=react-server'],
    cwd: checkout,
    silent: true,
  });
}

function listening(web: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Refusal('A new web process did not come up.'));
    const timer = setTimeout(fail, patience.start);
    web.once('listening', () => {
      clearTimeout(timer);
      resolve();
    });
    web.once('exit', () => {
      clearTimeout(timer);
      fail();
    });
  });
}

/** Waits for its end, and brings it about when it takes too long. */
function ended(web: Worker, milliseconds: number): Promise<void> {
  if (web.isDead()) return Promise.resolve();
  return new Promise((resolve) => {
    const last = setTimeout(() => web.process.kill('SIGKILL'), milliseconds);
    web.once('exit', () => {
      clearTimeout(last);
      resolve();
    });
  });
}
