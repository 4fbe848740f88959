import type { IncomingMessage, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import { noting } from '../rendering.ts';
import type { Rendered } from './page.ts';
import type { Attempt, Renderer } from './rendering.ts';
import { sendWithoutScripts } from './sending.ts';
import type { Telling } from './telling.ts';

/** What hangs on a wall asks for itself again after so long. */
const seconds = 60;
/** A screen's clock may be a little fast. */
const fresh = (seconds - 5) * 1000;
/** Longer than that, what is kept says too little of now. */
const longest = 2 * 60 * 60_000;
const mostKept = 5000;

const address = /^\/(?:sv|nb|en)\/display\/[\w-]{43}$/;

type Kept = { body: string; since: number };

/** The screen that an address belongs to; null when it is no screen's. */
export function screenOf({ pathname, searchParams }: URL): string | null {
  if (!address.test(pathname)) return null;
  return searchParams.get('ink') === '1' ? `${pathname}?ink=1` : pathname;
}

/**
 * Pages of screens at doors, which ask every minute without anybody looking after them: rendered once a
 * minute at most, without a reader's cookies, and sent without scripts. While the database is away a screen
 * keeps the page it had, which says from when it is.
 */
export class Screens {
  readonly #kept = new LRUCache<string, Kept>({ max: mostKept });
  readonly #rendering = new Map<string, Promise<Attempt>>();
  readonly #renderer: Renderer;
  readonly #telling: Telling;
  readonly #headers: (key: string) => Record<string, string>;

  constructor(
    renderer: Renderer,
    telling: Telling,
    headers: (key: string) => Record<string, string>,
  ) {
    this.#renderer = renderer;
    this.#telling = telling;
    this.#headers = headers;
  }

  async answer(req: IncomingMessage, res: ServerResponse, key: string): Promise<void> {
    res.setHeader('Refresh', String(seconds));
    // Whoever has the address has the page: it goes into nobody's history of searches.
    res.setHeader('X-Robots-Tag', 'noindex');
    res.setHeader('Referrer-Policy', 'no-referrer');
    const known = this.#kept.get(key);
    const age = known ? Date.now() - known.since : longest;
    if (known && age < fresh) return send(req, res, known);
    const answer = await this.#render(key);
    if (answer.status === 200) return send(req, res, this.#keep(key, answer));
    if (answer.status < 500) this.#kept.delete(key);
    else if (known && age < longest) return send(req, res, known);
    return this.#telling.send(req, res, answer);
  }

  /** One rendering for all that ask at once. */
  #render(key: string): Promise<Attempt> {
    const under = this.#rendering.get(key);
    if (under) return under;
    const asked = { method: 'GET' as const, url: key, headers: this.#headers(key) };
    const work = noting(false, () => this.#renderer.render(asked))
      .then(({ result }) => result)
      .finally(() => this.#rendering.delete(key));
    this.#rendering.set(key, work);
    return work;
  }

  #keep(key: string, { body }: Rendered): Kept {
    const kept = { body: body.toString(), since: Date.now() };
    this.#kept.set(key, kept);
    return kept;
  }
}

function send(req: IncomingMessage, res: ServerResponse, { body }: Kept): void {
  sendWithoutScripts(req, res, 200, body);
}
