import { setTimeout as sleep } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { countCache } from '../watch/metrics.ts';
import { type Page, pageOf, type Rendered } from './page.ts';

/** Something visitors see has changed: of this hub ('' is the whole site), in these parts (none: any). */
export type Change = { hub: string; parts: readonly string[] };
export type Render = () => Promise<Rendered>;
type Kept = {
  page: Page;
  reads: ReadonlySet<string>;
  fresh: boolean;
  render: Render;
  since: number;
};
type Complaint = (what: string, key: string, why: string) => void;

/** How long a reader waits for a page that is being made anew before getting the old one. */
const grace = 250;
/** So many of the pages used last are made anew at once after a change; the rest when asked for. */
const mostRemade = 40;
/** A page may show what day it is: after so long it is made anew without a change. */
const longestKept = 15 * 60_000;
const mostTries = 3;
const retryAfter = 5000;

/**
 * Public pages, kept whole in memory in front of rendering. One render per page and change however many
 * wait. After a change the old page stands until the new one is there, and stays when that fails.
 */
export class PageCache {
  readonly #pages: LRUCache<string, Kept>;
  readonly #rendering = new Map<string, Promise<Page | Rendered>>();
  readonly #complain: Complaint;
  /** What has changed since each render that is under way began. */
  readonly #since = new Set<Change[]>();
  #remaking = false;

  constructor(maxBytes: number, complain: Complaint = () => {}) {
    this.#complain = complain;
    this.#pages = new LRUCache({
      maxSize: maxBytes,
      // Ready to be sent, what is compressed stands here once more.
      sizeCalculation: ({ page: { plain, br, gzip } }) =>
        plain.length + 2 * ((br?.length ?? 0) + gzip.length) + 2048,
    });
  }

  /** The page under `key`, when it is kept and nothing has changed since. */
  get(key: string): Page | undefined {
    const kept = this.#pages.get(key);
    if (!kept || !isFresh(kept)) return;
    countCache('hit');
    return kept.page;
  }

  /** The page under `key`, rendered when it must be; an answer that is no page comes as it is. */
  async fill(key: string, render: Render): Promise<Page | Rendered> {
    const old = this.#pages.get(key);
    if (old && isFresh(old)) return old.page;
    countCache(old ? 'stale' : 'miss');
    const work = this.#rendering.get(key) ?? this.#begin(key, render);
    if (!old) return work;
    return Promise.race([work, sleep(grace, old.page, { ref: false })]);
  }

  /** What shows this is out of date from now on; the pages used last are made anew at once. */
  drop(change: Change): void {
    for (const changes of this.#since) changes.push(change);
    // Whoever comes now must not be given what was begun before.
    this.#rendering.clear();
    let remade = 0;
    for (const [key, kept] of this.#pages.entries()) {
      if (!shows(kept.reads, change)) continue;
      kept.fresh = false;
      remade += 1;
      if (remade > mostRemade) this.#pages.delete(key);
    }
    this.#remake();
  }

  /** Forgets everything. */
  clear(): void {
    this.#pages.clear();
    this.drop({ hub: '', parts: [] });
  }

  #begin(key: string, render: Render): Promise<Page | Rendered> {
    const since: Change[] = [];
    this.#since.add(since);
    const work = this.#render(key, render, since).finally(() => {
      this.#since.delete(since);
      if (this.#rendering.get(key) === work) this.#rendering.delete(key);
    });
    this.#rendering.set(key, work);
    return work;
  }

  async #render(key: string, render: Render, since: readonly Change[]): Promise<Page | Rendered> {
    const answer = await this.#tried(key, render);
    const reads = answer.reads ?? new Set([' *']);
    const changed = since.some((change) => shows(reads, change));
    const old = this.#pages.peek(key);
    if (answer.status >= 500) {
      if (old) this.#complain('a page could not be made anew', key, `answered ${answer.status}`);
      return old?.page ?? answer;
    }
    const why = unfit(answer);
    if (why !== null) {
      this.#pages.delete(key);
      countCache('refused');
      if (why) this.#complain('a public page is not for everyone', key, why);
      return answer;
    }
    const page = await pageOf(answer, !isQuestion(key));
    if (!changed) this.#pages.set(key, { page, reads, fresh: true, render, since: Date.now() });
    return page;
  }

  async #tried(key: string, render: Render): Promise<Rendered> {
    try {
      return await render();
    } catch (error) {
      if (!this.#pages.has(key)) throw error;
      return { status: 500, headers: {}, body: Buffer.from(String(error)) };
    }
  }

  /** One after the other, those used last first, so that readers' own renders are hardly kept waiting. */
  async #remake(): Promise<void> {
    if (this.#remaking) return;
    this.#remaking = true;
    const tried = new Map<string, number>();
    for (let next = this.#stale(tried); next; next = this.#stale(tried)) {
      const [key, { render }] = next;
      tried.set(key, (tried.get(key) ?? 0) + 1);
      await (this.#rendering.get(key) ?? this.#begin(key, render)).catch(() => {});
    }
    this.#remaking = false;
    const failed = [...tried.keys()].some((key) => this.#pages.peek(key)?.fresh === false);
    if (failed) setTimeout(() => this.#remake(), retryAfter).unref();
  }

  #stale(tried: ReadonlyMap<string, number>): [string, Kept] | undefined {
    for (const entry of this.#pages.entries()) {
      if (!entry[1].fresh && (tried.get(entry[0]) ?? 0) < mostTries) return entry;
    }
  }
}

/** What asks for something of its own is seldom asked again. */
const isQuestion = (key: string) => key.includes('?');

const isFresh = ({ fresh, since }: Kept) => fresh && Date.now() - since < longestKept;

/** Whether a page that was made of these reads shows what has changed. */
function shows(reads: ReadonlySet<string>, { hub, parts }: Change): boolean {
  for (const read of reads) {
    const [where, part = ''] = read.split(' ');
    const here = hub === '' || where === '' || where === hub;
    if (here && (parts.length === 0 || part === '*' || parts.includes(part))) return true;
  }
  return false;
}

/** Why an answer is kept for nobody; '' where that is no wonder, null when it may be kept. */
function unfit({ status, headers, personal }: Rendered): string | null {
  if (headers['set-cookie']) return 'it sets a cookie';
  if (personal) return `it asks for ${personal}`;
  return status === 200 ? null : '';
}
