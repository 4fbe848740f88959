import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { log } from '../log.ts';

/** Whether the database answers, felt twice a second on a connection of its own. */
export type Pulse = {
  beats: () => boolean;
  /** Feels it now. */
  check: () => Promise<boolean>;
  /** Calls once when the database stops answering. @returns a function that takes the wish back */
  onLoss: (call: () => void) => () => void;
  stop: () => Promise<void>;
};

const pause = 500;
/**
 * Longer than any database that people can work with takes, and short enough to answer in two seconds.
 * Counted in steps: while this process is busy it hears nobody, and only one of them goes by.
 */
const patience = { steps: 12, each: 100 };

export function feelPulse(connectionString: string): Pulse {
  return new DatabasePulse(connectionString);
}

class DatabasePulse implements Pulse {
  readonly #address: string;
  #client: Client | null = null;
  #beats = true;
  #stopped = false;
  #checking: Promise<boolean> | null = null;
  readonly #waiting = new Set<() => void>();

  constructor(address: string) {
    this.#address = address;
    this.#go();
  }

  beats = () => this.#beats;
  onLoss = (call: () => void) => {
    this.#waiting.add(call);
    return () => this.#waiting.delete(call);
  };

  check = () => {
    this.#checking ??= this.#feel().finally(() => {
      this.#checking = null;
    });
    return this.#checking;
  };

  stop = async () => {
    this.#stopped = true;
    this.#drop();
  };

  async #go(): Promise<void> {
    while (!this.#stopped) {
      await this.check();
      await sleep(pause, undefined, { ref: false });
    }
  }

  async #feel(): Promise<boolean> {
    const asked = this.#ask().then(
      () => true,
      () => false,
    );
    const beats = await Promise.race([asked, tooLong(asked)]);
    if (!beats) this.#drop();
    if (beats !== this.#beats && !this.#stopped) this.#turn(beats);
    return beats;
  }

  async #ask(): Promise<void> {
    if (!this.#client) {
      const client = new Client({ connectionString: this.#address, keepAlive: true });
      client.on('error', () => {});
      this.#client = client;
      await client.connect();
    }
    await this.#client.query('select 1');
  }

  /** Not ended but cut: a server that is stopped would take no farewell. */
  #drop(): void {
    (this.#client as Cuttable | null)?.connection.stream.destroy();
    this.#client = null;
  }

  #turn(beats: boolean): void {
    this.#beats = beats;
    if (beats) log.info('the database answers again');
    else log.error('the database does not answer');
    if (beats) return;
    for (const call of this.#waiting) call();
    this.#waiting.clear();
  }
}

async function tooLong(asked: Promise<boolean>): Promise<boolean> {
  let heard = false;
  void asked.then(() => {
    heard = true;
  });
  for (let step = 0; step < patience.steps && !heard; step += 1) {
    await sleep(patience.each, undefined, { ref: false });
  }
  // An answer may have come while this process was busy; it is read before the second turn.
  await setImmediate();
  await setImmediate();
  return Promise.race([asked, Promise.resolve(false)]);
}

type Cuttable = { connection: { stream: { destroy: () => void } } };
