import { setTimeout as sleep } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { Answered, Rendering } from '../rendering.ts';
import { onItsOwn, type Rendered, zippedQuickly } from './page.ts';
import { unmarked } from './protection.ts';

/** Pages of a reader's own that only show what is there: no form on them carries a number drawn by lot. */
const lists =
  /^\/(?:sv|nb|en)\/[a-z0-9-]+\/[a-z0-9-]+(?:\/(?:bookings|others|proposals|people|notices|log|today|organisations|reviews))?(?:\?|$)/;

/** A page may show what time it is: after so long it is rendered without a change, too. */
const longestKept = 30_000;
/** What a door may take before the page is rendered anew, or trouble told, within its own time. */
const patience = 200;

export type OwnPage = {
  headers: Rendered['headers'];
  plain: Buffer;
  gzip: Buffer;
  scripts: string;
};
/** As it was rendered, until it is asked for again: most are not. */
type Kept = { page: OwnPage | { answer: Rendered; nonce: string }; door: Answered };
export type Doorkeeper = (door: Answered) => Promise<boolean>;

/**
 * Lists that a reader looks at again while nothing has happened at the hub: given once more instead of
 * rendered once more. The door is asked every time, by one query: the session must live, the roles be the
 * same, and the hub's log stand where it stood when the page was read.
 */
export class OwnPages {
  readonly #pages: LRUCache<string, Kept>;
  readonly #still: Doorkeeper;

  constructor(maxBytes: number, still: Doorkeeper) {
    this.#still = still;
    this.#pages = new LRUCache({
      maxSize: maxBytes,
      ttl: longestKept,
      // With what it will be when compressed: about a third.
      sizeCalculation: ({ page }) =>
        Math.ceil(('plain' in page ? page.plain : page.answer.body).length * 1.4) + 2048,
    });
  }

  /** The page that this session was given at this address, when it is still true. */
  async find(session: string, address: string): Promise<OwnPage | null> {
    const kept = this.#pages.get(keyOf(session, address));
    if (!kept) return null;
    // A door that does not answer is the renderer's to put into words.
    const asked = this.#still(kept.door).catch(() => null);
    const still = await Promise.race([asked, sleep(patience, null, { ref: false })]);
    if (still === false) this.#pages.delete(keyOf(session, address));
    if (!still) return null;
    if (!('plain' in kept.page)) kept.page = madeReady(kept.page);
    return kept.page;
  }

  /** Keeps what was rendered, if it went through one door and asked for nothing but the session. */
  keep(session: string, address: string, answer: Rendered, nonce: string, made: Rendering): void {
    const [door] = made.doors;
    const simple = made.doors.length === 1 && [...made.reads].every((read) => !read.endsWith(' *'));
    const own = made.personal.size === 1 && made.personal.has('the session');
    if (!door || !simple || !own || !lists.test(address)) return;
    if (answer.status !== 200 || answer.headers['set-cookie'] || !door.given.includes(session))
      return;
    this.#pages.set(keyOf(session, address), {
      page: { answer: { ...answer, body: onItsOwn(answer.body) }, nonce },
      door,
    });
  }
}

function madeReady({ answer, nonce }: { answer: Rendered; nonce: string }): OwnPage {
  const { body, scripts } = unmarked(answer.body, nonce);
  return {
    headers: answer.headers,
    plain: onItsOwn(body),
    gzip: onItsOwn(zippedQuickly(body)),
    scripts,
  };
}

const keyOf = (session: string, address: string) => `${session} ${address}`;
