import { noting } from '../rendering.ts';
import type { Page } from './page.ts';
import type { PageCache } from './page-cache.ts';
import { contentPolicy, markedScripts, newNonce, unmarked } from './protection.ts';
import { type PublicPage, publicPage } from './public-routes.ts';
import type { Attempt, Renderer } from './rendering.ts';
import type { WebSettings } from './web-settings.ts';

/** A page for everyone, whole or as Next's script asks for it. */
export type Shared = PublicPage & { navigation?: true };

/** What it is kept under. */
export function sharedName({ key, navigation }: Pick<Shared, 'key' | 'navigation'>): string {
  return navigation ? `navigation ${key}` : key;
}

/** Pages that are the same for everyone: from the cache, made where it has none. */
export class SharedPages {
  readonly #cache: PageCache;
  readonly #renderer: Renderer;
  readonly #settings: WebSettings;

  constructor(cache: PageCache, renderer: Renderer, settings: WebSettings) {
    this.#cache = cache;
    this.#renderer = renderer;
    this.#settings = settings;
  }

  async find(page: Shared): Promise<Page | Attempt> {
    const name = sharedName(page);
    return this.#cache.get(name) ?? (await this.#cache.fill(name, () => this.#render(page)));
  }

  /** Makes the page at an address ready, if it is one for everyone. */
  async make(address: string): Promise<void> {
    const page = publicPage(new URL(address, this.#settings.url));
    if (page) await this.find(page);
  }

  /** What a rendering for all is asked with: the portal's name, and a mark for the page's own scripts. */
  headers(key: string, nonce: string): Record<string, string> {
    return {
      host: new URL(this.#settings.url).host,
      'x-navet-path': key,
      'content-security-policy': contentPolicy(markedScripts(nonce)),
    };
  }

  /** Rendered once for all: no cookie, no authorisation, no wish of this reader's reaches the page. */
  async #render({ key, hub, navigation }: Shared, mayReplica = true): Promise<Attempt> {
    const nonce = newNonce();
    const headers = { ...this.headers(key, nonce), ...(navigation && { rsc: '1' }) };
    // Next takes a request of its script only with this mark of which headers it has: none of ours.
    const mark = navigation ? `${key.includes('?') ? '&' : '?'}_rsc` : '';
    const asked = { method: 'GET' as const, url: key + mark, headers };
    const replica = mayReplica && ((await this.#settings.mayReadReplica?.(hub)) ?? false);
    const noted = await noting(replica, () => this.#renderer.render(asked));
    const { result: given, rendering } = noted;
    // A replica that fails in the middle is no reason to fail.
    if (replica && given.status >= 500) {
      return this.#render({ key, hub, ...(navigation && { navigation }) }, false);
    }
    const { reads } = rendering;
    const [personal = null] = rendering.personal;
    // Every page of a hub reads something: one that seems not to has hidden what it read.
    if (hub !== null && reads.size === 0) reads.add(`${hub} *`);
    return { ...given, ...unmarked(given.body, nonce), reads, personal };
  }
}
