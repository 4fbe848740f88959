import type { IncomingMessage, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import { nameOf } from '../watch/asking.ts';
import { countRequest } from '../watch/metrics.ts';
import { wantsDocument, wantsNavigation } from './addresses.ts';
import { hostOf } from './client.ts';
import type { PageCache } from './page-cache.ts';
import { protectiveHeaders } from './protection.ts';
import { type MakeReady, readyPages } from './ready.ts';
import { sendPage } from './sending.ts';
import { type Shared, sharedName } from './shared-pages.ts';
import { overTls, type WebSettings } from './web-settings.ts';

/** As many addresses as pages fit into the cache, and not so long that they weigh more than those. */
const mostKnown = 5000;
const longestKnown = 200;

type Names = { document: string; navigation: string };

/**
 * Answers what is kept and fresh before anything else is done for a request. Which page an address leads to
 * is only remembered from the long way, and whether it is still true only the cache knows, so that both ways
 * give the same answer.
 */
export class Hits {
  readonly ready: MakeReady;
  readonly #names = new LRUCache<string, Names>({ max: mostKnown });
  readonly #cache: PageCache;
  readonly #settings: WebSettings;
  readonly #host: string;

  constructor(cache: PageCache, settings: WebSettings) {
    this.#cache = cache;
    this.#settings = settings;
    this.#host = new URL(settings.url).host;
    this.ready = readyPages(protectiveHeaders({ tls: overTls(settings), dev: settings.dev }));
  }

  /** Remembers the page that an address, as it was written, led to. */
  learn(address: string | undefined, { key }: Shared): void {
    if (!address || address.length > longestKnown || this.#names.has(address)) return;
    const navigation = sharedName({ key, navigation: true });
    this.#names.set(address, { document: sharedName({ key }), navigation });
  }

  /** @returns whether it has answered; otherwise nothing was touched */
  answer(req: IncomingMessage, res: ServerResponse): boolean {
    const begun = performance.now();
    const page = this.#find(req);
    if (!page) return false;
    const id = nameOf(req, this.#settings.proxies);
    sendPage(req, res, page, this.ready(page), ['X-Request-Id', id]);
    countRequest('public', res.statusCode, performance.now() - begun);
    return true;
  }

  #find(req: IncomingMessage) {
    const { anyHost, dev, proxies } = this.#settings;
    const names = this.#names.get(req.url ?? '');
    if (!names || dev || (req.method !== 'GET' && req.method !== 'HEAD')) return;
    if (!anyHost && hostOf(req, proxies) !== this.#host) return;
    if (wantsDocument(req)) return this.#cache.get(names.document);
    return wantsNavigation(req) ? this.#cache.get(names.navigation) : undefined;
  }
}
