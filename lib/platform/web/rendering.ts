import { setTimeout as sleep } from 'node:timers/promises';
import inject, { type DispatchFunc, type InjectOptions } from 'light-my-request';
import { countRender } from '../watch/metrics.ts';
import { longestInUse } from '../watch/pool.ts';
import type { Pulse } from '../watch/pulse.ts';
import type { Rendered } from './page.ts';
import type { Trouble } from './trouble.ts';
import { turnstile } from './turnstile.ts';

/** An answer, or why there is none just now: the database is away, or too many are waiting. */
export type Attempt = Rendered & { without?: Extract<Trouble, 'away' | 'busy'> };

const rendersAtOnce = 12;
/** Whoever would wait longer is told so at once. */
const longestLine = 2000;
/** Whoever takes longer, for whatever reason, makes room for others and goes on. */
const longestPlace = 5000;
/** After so long a page is given up when the database is why; within two seconds people hear of it. */
const longestRead = 1700;
const slowDatabase = 1200;

/**
 * Renders, a few at a time, and gives up in time: at once while the database does not answer or the
 * line is too long, and as soon as it stops answering.
 */
export class Renderer {
  readonly #handler: DispatchFunc;
  readonly #pulse: Pulse;
  readonly #line = turnstile(rendersAtOnce, longestLine);

  constructor(handler: DispatchFunc, pulse: Pulse) {
    this.#handler = handler;
    this.#pulse = pulse;
  }

  /** Why nothing can be rendered now; null when it can. */
  refusal(): 'away' | 'busy' | null {
    if (!this.#pulse.beats()) return 'away';
    return this.#line.isFull() ? 'busy' : null;
  }

  /** @param left whether whoever asked has gone, so that nothing is rendered for nobody */
  async render(asked: InjectOptions, left: () => boolean = () => false): Promise<Attempt> {
    const refused = this.refusal();
    if (refused) return without(refused);
    return this.#line
      .pass(async () => {
        if (left()) return without('busy');
        if (!this.#pulse.beats()) return without('away');
        const work = this.#inTime(asked);
        const place = sleep(longestPlace, undefined, { ref: false });
        await Promise.race([work.catch(() => {}), place]);
        return { work };
      })
      .then((answer) => ('work' in answer ? answer.work : answer));
  }

  /** Words about trouble need no database, and are put into words while nothing else can be. */
  async renderWords(asked: InjectOptions): Promise<Rendered> {
    return this.#answer(asked);
  }

  async #inTime(asked: InjectOptions): Promise<Attempt> {
    const answer = this.#answer(asked);
    const lost = Promise.withResolvers<Attempt>();
    const forget = this.#pulse.onLoss(() => lost.resolve(without('away')));
    const reads = asked.method === 'GET' || asked.method === 'HEAD';
    const slow = reads ? [whileDatabaseIsSlow(answer)] : [];
    const given = await Promise.race([answer, lost.promise, ...slow]).finally(forget);
    // A database that went this moment shows first as a fault.
    const fault = given.status >= 500 && !('without' in given);
    if (fault && !(await this.#pulse.check())) return without('away');
    return given;
  }

  async #answer(asked: InjectOptions): Promise<Rendered> {
    const begun = performance.now();
    const { statusCode, headers, rawPayload } = await inject(this.#handler, asked);
    countRender(performance.now() - begun);
    return { status: statusCode, headers, body: rawPayload };
  }
}

function without(why: 'away' | 'busy'): Attempt {
  return { status: 503, headers: {}, body: Buffer.alloc(0), without: why };
}

/** Settles when the answer has taken too long and it is the database that lets everyone wait. */
async function whileDatabaseIsSlow(answer: Promise<unknown>): Promise<Attempt> {
  let done = false;
  const finish = () => {
    done = true;
  };
  answer.then(finish, finish);
  await sleep(longestRead, undefined, { ref: false });
  while (!done && longestInUse() < slowDatabase) await sleep(100, undefined, { ref: false });
  return without('away');
}
