import type { IncomingMessage, ServerResponse } from 'node:http';
import { logFault } from '../log.ts';
import { countRefusal } from '../watch/metrics.ts';
import { languageOf } from './addresses.ts';
import type { Attempt } from './rendering.ts';
import { sendPlain, sendRendered, sendWithoutScripts } from './sending.ts';
import { faultMark, type Trouble, troubleOf, withReader } from './trouble.ts';
import type { WebSettings } from './web-settings.ts';
import type { Words } from './words.ts';

/** Seconds after which it is worth trying again. */
const tryAgain = { away: 5, busy: 3 };

/** Tells a reader of trouble in the portal's own words. */
export class Telling {
  readonly #words: Words;
  readonly #settings: WebSettings;

  constructor(words: Words, settings: WebSettings) {
    this.#words = words;
    this.#settings = settings;
  }

  /** What was rendered; in its place our own words where it has none. */
  async send(req: IncomingMessage, res: ServerResponse, answer: Attempt): Promise<void> {
    const type = String(answer.headers['content-type'] ?? '');
    const trouble = answer.without ?? troubleOf(answer.status, type, answer.body);
    if (trouble) return this.tell(req, res, answer.status, trouble);
    return sendRendered(req, res, answer);
  }

  /** In the reader's language, whole without script; a fault gets a number that the log has, too. */
  async tell(req: IncomingMessage, res: ServerResponse, status: number, kind: Trouble) {
    countRefusal(kind);
    if (kind === 'away' || kind === 'busy') res.setHeader('Retry-After', tryAgain[kind]);
    const page = await this.#words.find(languageOf(req), kind);
    if (!page) return sendPlain(res, status, 'Something went wrong.');
    const number =
      kind === 'broken'
        ? logFault(new Error(`Answered ${status}`), this.#settings.routeOf(req.url ?? ''))
        : '';
    const text = page.plain.toString().replaceAll(faultMark, number);
    const reader = kind === 'missing' ? await this.#readerOf(req) : null;
    sendWithoutScripts(req, res, status, reader ? withReader(text, reader) : text);
  }

  /** Whoever is not signed in costs no query, and trouble with the database none either. */
  async #readerOf({ headers: { cookie = '' } }: IncomingMessage): Promise<string | null> {
    if (!/next-auth\.session-token=./.test(cookie)) return null;
    return (await this.#settings.readerOf?.(cookie).catch(() => null)) ?? null;
  }
}
