import type { Handle } from './db.ts';
import { enqueue } from './jobs.ts';

type Detail = { [key: string]: string | number | boolean | string[] };
type Event = { kind: string; objectType: string; objectId: string; detail: Detail };
export type Letter = { to: string; subject: string; text: string; calendar?: string };
type Ids = {
  hub: string | null;
  hubSlug: string | null;
  organisation: string | null;
  person: string | null;
};

/** What a change leaves behind: the event that tells of it, letters to send, pages to make anew. */
export class Deed {
  readonly #ids: Ids;
  readonly #events: Event[] = [];
  readonly #letters: (Letter & { id: string })[] = [];
  #pages = false;

  constructor(ids: Ids) {
    this.#ids = ids;
  }

  /** The story of this change, past tense (`bookingCancelled`); no personal data in `detail`. */
  record(kind: string, objectType: string, objectId: string, detail: Detail = {}): void {
    this.#events.push({ kind, objectType, objectId, detail });
  }

  /** Leaves after the commit, by a job that tries again. */
  mail(letter: Letter): void {
    this.#letters.push({ ...letter, id: crypto.randomUUID() });
  }

  /** Something visitors see has changed: the hub's cached pages are dropped everywhere at commit. */
  pagesChanged(): void {
    this.#pages = true;
  }

  /** Called once by the scope, last in the transaction. */
  async settle(db: Handle): Promise<void> {
    if (this.#events.length === 0) throw new Error('A change without an event is not committed.');
    const { hub, hubSlug, organisation, person } = this.#ids;
    if (hub !== null) {
      const stamp = { hubId: hub, organisationId: organisation, personId: person };
      await db.auditEvent.createMany({ data: this.#events.map((e) => ({ ...e, ...stamp })) });
    }
    if (this.#pages) await db.$executeRaw`select pg_notify('navet_pages', ${hubSlug ?? ''})`;
    await this.#post(db);
  }

  async #post(db: Handle): Promise<void> {
    if (this.#letters.length === 0) return;
    const hubId = this.#ids.hub;
    const rows = this.#letters.map(({ to, calendar, ...rest }) => ({
      ...rest,
      hubId,
      recipient: to,
      calendar: calendar ?? null,
    }));
    await db.mail.createMany({ data: rows });
    for (const { id } of this.#letters) await enqueue(db, 'mail', { id });
  }
}

export function openDeed(ids: Ids): Deed {
  return new Deed(ids);
}
