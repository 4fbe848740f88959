import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';

/** A whole answer as the renderer gave it, and which scripts of it may run. */
export type Rendered = {
  status: number;
  headers: Record<string, string | string[] | number | undefined>;
  body: Buffer;
  scripts?: string;
};

/** An answer ready to be sent: compressed once, named by its content. */
export type Page = {
  plain: Buffer;
  br: Buffer;
  gzip: Buffer;
  etag: string;
  type: string;
  /** The scripts of it that may run, as a source list of a content security policy. */
  scripts: string;
};

type Kept = { hub: string | null; page: Page };

const asBrotli = promisify(brotliCompress);
const asGzip = promisify(gzip);

/**
 * Public pages, kept whole in memory in front of rendering. One render per page however many wait;
 * what was dropped while it rendered is sent to those who wait and not kept.
 */
export class PageCache {
  readonly #pages: LRUCache<string, Kept>;
  readonly #rendering = new Map<string, Promise<Page | Rendered>>();
  #generation = 0;

  constructor(maxBytes: number) {
    this.#pages = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: ({ page }) => page.plain.length + page.br.length + page.gzip.length + 512,
    });
  }

  get(key: string): Page | undefined {
    return this.#pages.get(key)?.page;
  }

  /** The page under `key`, rendering it when it is not kept; an answer that is no page as it is. */
  async fill(key: string, hub: string | null, render: () => Promise<Rendered>) {
    const waiting = this.#rendering.get(key);
    if (waiting) return waiting;
    const work = this.#render(key, hub, render).finally(() => this.#rendering.delete(key));
    this.#rendering.set(key, work);
    return work;
  }

  async #render(key: string, hub: string | null, render: () => Promise<Rendered>) {
    const generation = this.#generation;
    const answer = await render();
    if (answer.status !== 200 || answer.headers['set-cookie']) return answer;
    const page = await pageOf(answer);
    if (generation === this.#generation) this.#pages.set(key, { hub, page });
    return page;
  }

  /** Forgets what shows this hub, the site's own pages with it; null forgets everything. */
  drop(hub: string | null): void {
    this.#generation += 1;
    this.#rendering.clear();
    for (const [key, kept] of this.#pages.entries()) {
      if (hub === null || kept.hub === null || kept.hub === hub) this.#pages.delete(key);
    }
  }
}

async function pageOf({ body, headers, scripts = "'self'" }: Rendered): Promise<Page> {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };
  const [br, zipped] = await Promise.all([asBrotli(body, quality), asGzip(body)]);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  return { plain: body, br, gzip: zipped, etag, type: String(headers['content-type']), scripts };
}
