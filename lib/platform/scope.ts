import { database, type Handle, readingDatabase } from './db.ts';
import { type ActedAs, type Deed, openDeed } from './deed.ts';
import { settings } from './env.ts';
import { isWorthRetrying, NotFound, Refusal } from './errors.ts';
import { log } from './log.ts';
import { type Permission, type Role, reach, strongOnly } from './policy.ts';
import { type Answered, noteDoor, noteRead } from './rendering.ts';
import {
  type Acting,
  type Answer,
  type Door,
  type Facts,
  type HubFacts,
  type OrganisationFacts,
  type PersonFacts,
  rolesOf,
} from './scope-facts.ts';

export type { Answer, Door, HubFacts, OrganisationFacts, PersonFacts } from './scope-facts.ts';

/**
 * Who acts, at which hub, for which organisation: the only source of a database handle. A scope is
 * made by entering; nothing outside this file can make one.
 */
export class Scope {
  readonly #facts: Facts;
  #whenWeak: () => void = () => {};
  readonly roles: readonly Role[];

  private constructor(facts: Facts) {
    this.#facts = facts;
    this.roles = rolesOf(facts);
  }

  /** For the doors at the end of this file. */
  static of(facts: Facts, key: typeof door): Scope {
    if (key !== door) throw new Error('A scope is made by entering.');
    return new Scope(facts);
  }

  get hub(): HubFacts {
    return present(this.#facts.hub);
  }
  get organisation(): OrganisationFacts {
    return present(this.#facts.organisation);
  }
  get person(): PersonFacts {
    return present(this.#facts.person);
  }
  /** Whether somebody is the one who acts; a job is nobody. */
  isSelf(personId: string): boolean {
    return this.#facts.person?.id === personId;
  }
  /** Who acts, in a name; of a job it is for whom it acts. */
  get personName(): string {
    return this.#facts.person?.name ?? this.actingName;
  }
  /** The session one acts in: to show which of one's own it is. */
  get session(): string {
    return present(this.#facts.session);
  }
  /** Whether a second factor was shown in this session. */
  get strong(): boolean {
    return this.#facts.strong === true;
  }
  /** True while the hub has not verified the organisation yet: it may look, not act. */
  get waiting(): boolean {
    return this.#facts.participation === 'PENDING';
  }
  /** For whom one acts, in a name: the organisation, or in the house the hub itself. */
  get actingName(): string {
    return this.#facts.membership ? this.organisation.name : this.hub.name;
  }
  get unread(): number {
    return this.#facts.unread ?? 0;
  }
  /** Where this session may act, too: every organisation and house but the present one. */
  get otherDoors(): Door[] {
    const here = this.#facts.membership ? this.organisation.slug : null;
    const doors = this.#facts.doors ?? [];
    return doors.filter((door) => door.hub !== this.hub.slug || door.organisation !== here);
  }

  /** Whether a button should be shown; the handle below asks again. */
  may(permission: Permission): boolean {
    return this.#facts.system !== undefined || reach(this.roles, permission) !== null;
  }

  /** What a page does when a second factor is needed first: it leads there. */
  whenWeak(lead: () => never): this {
    this.#whenWeak = lead;
    return this;
  }

  /** Runs `fn` in one short transaction as this scope. @throws NotFound without the permission */
  async read<T>(permission: Permission, fn: (db: Handle) => Promise<T>): Promise<T> {
    this.#demand(permission);
    const part = this.#facts.system === undefined ? permission : '*';
    noteRead(this.#facts.hub?.slug ?? null, part);
    return readingDatabase().$transaction(async (db) => {
      await this.#step(db);
      return fn(db);
    }, patience);
  }

  /**
   * Like read, for a change. Refuses to commit when `fn` recorded no event. Mail, page drops and
   * jobs that `fn` asked for join the same transaction. Tried again after a deadlock.
   */
  async write<T>(permission: Permission, fn: (db: Handle, deed: Deed) => Promise<T>): Promise<T> {
    this.#demand(permission);
    return retried(() =>
      database().$transaction(async (db) => {
        await this.#step(db);
        const deed = openDeed(this.#ids());
        const result = await fn(db, deed);
        await deed.settle(db);
        return result;
      }, patience),
    );
  }

  /** Where a permission takes a second factor that was not shown: leads there. @throws Refusal */
  demandStrength(permission: Permission): void {
    if (!this.#tooWeak(permission)) return;
    this.#whenWeak();
    throw new Refusal('identity.refusals.secondFactor');
  }

  #demand(permission: Permission): void {
    if (!this.may(permission)) throw new NotFound(permission);
    this.demandStrength(permission);
  }

  #tooWeak(permission: Permission): boolean {
    if (this.strong || this.#facts.system !== undefined) return false;
    return strongOnly.includes(permission) && settings().secondFactor;
  }

  #ids() {
    const { hub, organisation, person } = this.#facts;
    return {
      hub: hub?.id ?? null,
      organisation: organisation?.id ?? null,
      person: person?.id ?? null,
      actedAs: this.#actedAs(),
    };
  }

  #actedAs(): ActedAs {
    const { system, person, hub, membership } = this.#facts;
    if (system !== undefined) return 'system';
    if (!person) return 'visitor';
    if (!hub) return 'person';
    return membership ? 'member' : 'house';
  }

  /** Into the role that the wall is built for; every setting ends with the transaction. */
  async #step(db: Handle): Promise<void> {
    const ids = this.#ids();
    const side = this.waiting ? '' : (this.#facts.organisation?.side ?? '');
    const operator = this.roles.includes('operator') ? ['OPERATOR'] : [];
    const hubRoles = [...(this.#facts.hubRoles ?? []), ...operator].join(',');
    const role = this.#facts.system === undefined ? 'navet_app' : 'navet_system';
    await db.$queryRaw`select set_config('role', ${role}, true), set_config('TimeZone', 'UTC', true),
      set_config('statement_timeout', '10000', true),
      set_config('navet.hub', ${ids.hub ?? ''}, true), set_config('navet.organisation', ${ids.organisation ?? ''}, true),
      set_config('navet.person', ${ids.person ?? ''}, true), set_config('navet.side', ${side}, true),
      set_config('navet.roles', ${hubRoles}, true)`;
  }
}

const door = Symbol('door');
const patience = { maxWait: 5000, timeout: 15_000 };
const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** A visitor: at a hub, or (null) before choosing one. @throws NotFound for an unknown hub */
export async function enterPublic(hubSlug: string | null): Promise<Scope> {
  if (hubSlug === null) return Scope.of({}, door);
  noteRead(hubSlug, 'hub:read');
  const hub = slug.test(hubSlug) ? await ask<HubFacts>('enter_public', [hubSlug]) : null;
  return Scope.of({ hub: present(hub) }, door);
}

/** A signed-in person acting for an organisation at a hub, roles read afresh. @throws NotFound */
export async function enterOrganisation(
  session: string,
  hubSlug: string,
  organisationSlug: string,
): Promise<Scope> {
  if (!uuid.test(session) || !slug.test(hubSlug) || !slug.test(organisationSlug)) {
    throw new NotFound('organisation');
  }
  const facts = await ask<Acting>('enter_organisation', [session, hubSlug, organisationSlug]);
  return Scope.of(present(facts), door);
}

/** The hub's own staff, acting for the organisation that runs the hub. @throws NotFound */
export async function enterHouse(session: string, hubSlug: string): Promise<Scope> {
  if (!uuid.test(session) || !slug.test(hubSlug)) throw new NotFound('house');
  return Scope.of(present(await ask<Acting>('enter_house', [session, hubSlug])), door);
}

/** Oneself, acting for nobody: one's own account, and the installation for those who run it. @throws NotFound */
export async function enterPerson(session: string): Promise<Scope> {
  if (!uuid.test(session)) throw new NotFound('person');
  return Scope.of(present(await ask<Facts>('enter_person', [session])), door);
}

/** Jobs, seeds and sign-in: past the hub's wall, with a reason that is logged. */
export async function enterSystem(hubSlug: string | null, reason: string): Promise<Scope> {
  log.debug('system scope', { reason, hub: hubSlug });
  const hub = hubSlug === null ? undefined : present(await ask<HubFacts>('system_hub', [hubSlug]));
  return Scope.of({ system: reason, ...(hub && { hub }) }, door);
}

/** Who is signed in with this session; null when it has ended. */
export async function findSessionPerson(session: string): Promise<PersonFacts | null> {
  return uuid.test(session) ? ask<PersonFacts>('session_person', [session]) : null;
}

/** Every organisation and house this session may enter. */
export async function listDoors(session: string): Promise<Door[]> {
  return uuid.test(session) ? ((await ask<Door[]>('session_doors', [session])) ?? []) : [];
}

/** What hubs have answered this session's organisations, where that closed the door; the latest first. */
export async function listAnswers(session: string): Promise<Answer[]> {
  return uuid.test(session) ? ((await ask<Answer[]>('session_answers', [session])) ?? []) : [];
}

type Question =
  | 'enter_public'
  | 'system_hub'
  | 'enter_organisation'
  | 'enter_house'
  | 'enter_person'
  | 'session_person'
  | 'session_doors'
  | 'session_answers';

async function ask<T>(question: Question, given: string[]): Promise<T | null> {
  const places = given.map((value, n) => `$${n + 1}${uuid.test(value) ? '::uuid' : ''}`).join(', ');
  const sql = `select ${question}(${places}) as answer`;
  const rows = await readingDatabase().$queryRawUnsafe<{ answer: T | null }[]>(sql, ...given);
  const answer = rows[0]?.answer ?? null;
  noteDoor(question, given, answer);
  return answer;
}

/**
 * Whether a door still answers what it answered before: the session lives, roles are the same, nothing is
 * new to the reader, and nothing has happened at the hub.
 */
export async function stillAnswers({ question, given, answer }: Answered): Promise<boolean> {
  if (question !== 'enter_organisation' && question !== 'enter_house') return false;
  return JSON.stringify(await ask(question, given)) === answer;
}

function present<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new NotFound('scope');
  return value;
}

async function retried<T>(work: () => Promise<T>, triesLeft = 3): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (triesLeft <= 1 || !isWorthRetrying(error)) throw error;
    await new Promise((done) => setTimeout(done, 10 + Math.random() * 40));
    return retried(work, triesLeft - 1);
  }
}
