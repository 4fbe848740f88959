import type { Handle } from './db.ts';
import { enqueue } from './jobs.ts';
import type { Permission } from './policy.ts';

type Detail = { [key: string]: string | number | boolean | string[] };
type Event = {
  kind: string;
  objectType: string;
  objectId: string;
  detail: Detail;
  concernsId: string | null;
  hubId: string | null;
  by: string | null;
};
/** In which capacity someone acts: for an organisation, as the hub's own staff, for oneself … */
export type ActedAs = 'member' | 'house' | 'person' | 'visitor' | 'system';
type About = {
  /** The organisation whose thing it is; it sees in its own log what the hub's staff did with it. */
  concerns?: string;
  /** The hub whose log it belongs in, where one acts at none: the making of a hub. */
  hub?: string;
  /** Whose doing it is where the system acts on a person's word: signing in, saying yes to an invitation. */
  by?: string;
};
export type Letter = {
  to: string;
  subject: string;
  text: string;
  calendar?: string;
  /** Where one click of a mail program ends letters of its kind (RFC 8058). */
  unsubscribe?: string;
  /** It holds a key, such as a link that signs in: the text is not kept once it has left. */
  once?: boolean;
  /** To somebody who is erased: nothing of it is kept once it has left. */
  forget?: boolean;
};
/** Somebody to write to: their address, and the language they read. */
export type Addressed = { id: string; email: string; locale: string };
type Ids = {
  hub: string | null;
  organisation: string | null;
  person: string | null;
  actedAs: ActedAs;
};

/** What a change leaves behind: the event that tells of it, letters to send, pages to make anew. */
export class Deed {
  readonly #ids: Ids;
  readonly #events: Event[] = [];
  readonly #letters: (Letter & { id: string })[] = [];
  readonly #toStaff: { roles: string[]; write: (to: Addressed) => Letter }[] = [];
  #pages: Set<string> | null = null;

  constructor(ids: Ids) {
    this.#ids = ids;
  }

  /**
   * The story of this change, past tense (`bookingCancelled`); no personal data in `detail`. What was
   * changed stands there as `from.<field>` and `to.<field>`. An event on an organisation concerns it.
   */
  record(
    kind: string,
    objectType: string,
    objectId: string,
    detail: Detail = {},
    about: About = {},
  ): void {
    const concernsId = about.concerns ?? (objectType === 'organisation' ? objectId : null);
    const hubId = about.hub ?? this.#ids.hub;
    const by = about.by ?? null;
    this.#events.push({ kind, objectType, objectId, detail, concernsId, hubId, by });
  }

  /** Leaves after the commit, by a job that tries again. */
  mail(letter: Letter): void {
    this.#letters.push({ ...letter, id: crypto.randomUUID() });
  }

  /** To everyone who holds one of these roles at the hub; their addresses are no business of the writer's. */
  mailStaff(roles: ('HOST' | 'ASSESSOR' | 'HUB_ADMIN')[], write: (to: Addressed) => Letter): void {
    this.#toStaff.push({ roles, write });
  }

  /**
   * Something visitors see has changed: from the commit on the hub's kept pages are made anew in every
   * process. `parts` are the permissions under which pages read it; none means any of the hub's pages.
   */
  pagesChanged(...parts: Permission[]): void {
    const whole = parts.length === 0 || this.#pages?.size === 0;
    this.#pages = new Set(whole ? [] : [...(this.#pages ?? []), ...parts]);
  }

  /** Called once by the scope, last in the transaction: events line up at the head of a chain. */
  async settle(db: Handle): Promise<void> {
    if (this.#events.length === 0) throw new Error('A change without an event is not committed.');
    const { organisation, person, actedAs } = this.#ids;
    const data = this.#events.map(({ by, ...event }) => ({
      ...event,
      organisationId: organisation,
      personId: by ?? person,
      actedAs: by ? ('person' as const) : actedAs,
    }));
    await db.auditEvent.createMany({ data });
    if (this.#pages) await db.$executeRaw`select pages_changed(${[...this.#pages].join(' ')})`;
    await this.#addressStaff(db);
    await this.#post(db);
  }

  // As the system, since it comes after everything the acting person may do.
  async #addressStaff(db: Handle): Promise<void> {
    if (this.#toStaff.length === 0) return;
    await db.$queryRaw`select set_config('role', 'navet_system', true)`;
    for (const { roles, write } of this.#toStaff) {
      const staff = await db.person.findMany({
        where: {
          withdrawnAt: null,
          hubRoles: { some: { hubId: this.#ids.hub as string, role: { in: roles as never[] } } },
        },
        select: { id: true, email: true, locale: true },
      });
      for (const person of staff) this.mail(write(person));
    }
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
    const jobs = this.#letters.map(({ id }) => ({ id }));
    await enqueue(db, 'mail', jobs);
  }
}

export function openDeed(ids: Ids): Deed {
  return new Deed(ids);
}
