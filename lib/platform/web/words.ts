import { type Locale, locales } from '../i18n/locales.ts';
import { type Page, pageOf } from './page.ts';
import { newNonce, unmarked } from './protection.ts';
import type { Renderer } from './rendering.ts';
import { type Trouble, troubles } from './trouble.ts';

type HeadersForAll = (key: string, nonce: string) => Record<string, string>;

/**
 * What is said of each trouble in each language. Kept apart from other pages, so that neither a change
 * nor a crowd pushes them out: they are needed most when nothing can be rendered.
 */
export class Words {
  readonly #pages = new Map<string, Page>();
  readonly #renderer: Renderer;
  readonly #headers: HeadersForAll;

  constructor(renderer: Renderer, headers: HeadersForAll) {
    this.#renderer = renderer;
    this.#headers = headers;
  }

  /** Renders them all; with them the renderer is warm, too. */
  async warm(): Promise<void> {
    for (const locale of locales) for (const kind of troubles) await this.find(locale, kind);
  }

  /** Undefined when even this cannot be rendered. */
  async find(locale: Locale, kind: Trouble): Promise<Page | undefined> {
    const key = `/${locale}/trouble/${kind}`;
    const known = this.#pages.get(key);
    if (known) return known;
    const nonce = newNonce();
    const headers = this.#headers(key, nonce);
    const answer = await this.#renderer.renderWords({ method: 'GET', url: key, headers });
    if (answer.status !== 200) return undefined;
    const page = await pageOf({ ...answer, ...unmarked(answer.body, nonce) });
    this.#pages.set(key, page);
    return page;
  }
}
