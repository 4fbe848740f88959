import { dateOf, now } from '../clock.ts';
import { settings } from '../env.ts';
import { NotFound, Refusal, refusedBy } from '../errors.ts';
import { enterSystem, type Scope } from '../scope.ts';
import { type IdentityKey, identityKey, judgeArrival } from './arrivals.ts';
import { securityLetter } from './letters.ts';
import { demandStrong, isAdministrator } from './passkeys.ts';
import type { Arrival } from './providers.ts';

export type OwnSession = {
  id: string;
  device: string;
  method: string;
  begun: Date;
  seen: Date;
  strong: boolean;
  here: boolean;
};
export type OwnPasskey = { id: string; name: string; added: Date; used: Date | null };
export type OwnIdentity = { id: string; provider: string; affiliation: string; connected: Date };
export type Security = {
  sessions: OwnSession[];
  passkeys: OwnPasskey[];
  identities: OwnIdentity[];
  /** The last passkey cannot be removed: it is needed for the work. */
  keepsLast: boolean;
  /** Whether one has a second factor, which is shown before anything here is changed. */
  guarded: boolean;
};

/** Where one is signed in, and with what: oneself alone. */
export async function findSecurity(scope: Scope): Promise<Security> {
  const personId = scope.person.id;
  const system = await enterSystem(null, 'own security');
  const needed =
    settings().secondFactor &&
    (await system.read('system:work', (db) => isAdministrator(db, personId)));
  return scope.read('account:own', async (db) => {
    // Whether a session lives is said in one place, in the database.
    const living = await db.$queryRaw<{ id: string }[]>`
      select id from session s where person_id = ${personId}::uuid and session_lives(s)`;
    const sessions = await db.session.findMany({
      where: { personId, id: { in: living.map(({ id }) => id) } },
      orderBy: { lastSeenAt: 'desc' },
    });
    const passkeys = await db.passkey.findMany({
      where: { personId },
      orderBy: { createdAt: 'asc' },
    });
    const identities = await db.identity.findMany({
      where: { personId },
      orderBy: { createdAt: 'asc' },
    });
    return {
      sessions: sessions.map((row) => ({
        id: row.id,
        device: row.device ?? '',
        method: row.method,
        begun: row.createdAt,
        seen: row.lastSeenAt,
        strong: row.strongAt !== null,
        here: row.id === scope.session,
      })),
      passkeys: passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({
        id,
        name,
        added: createdAt,
        used: lastUsedAt,
      })),
      identities: identities.map(({ id, provider, affiliation, createdAt }) => ({
        id,
        provider,
        affiliation,
        connected: createdAt,
      })),
      keepsLast: needed && passkeys.length === 1,
      guarded: passkeys.length > 0 || identities.some(({ strongAt }) => strongAt !== null),
    };
  });
}

/** Ends one of one's own sessions. @throws NotFound for one that is not one's own or is over */
export async function endOwnSession(scope: Scope, id: string): Promise<void> {
  await scope.write('account:own', async (db, deed) => {
    const where = { id, personId: scope.person.id, endedAt: null };
    const ended = await db.session.updateMany({ where, data: { endedAt: dateOf(now()) } });
    if (ended.count !== 1) throw new NotFound('session');
    deed.record('sessionEnded', 'session', id);
  });
}

/** Ends every other session of one's own: this one stays. */
export async function endOtherSessions(scope: Scope): Promise<void> {
  await scope.write('account:own', async (db, deed) => {
    const where = { id: { not: scope.session }, personId: scope.person.id, endedAt: null };
    const { count } = await db.session.updateMany({ where, data: { endedAt: dateOf(now()) } });
    deed.record('otherSessionsEnded', 'person', scope.person.id, { count });
  });
}

/**
 * Connects what a provider has just said of this browser's person with oneself, and tells it by mail.
 * @throws Refusal when one has a second factor and has not shown it, when it is connected with somebody, or too long ago
 */
export async function connectIdentity(scope: Scope, arrival: Arrival, chosen: string) {
  await demandStrong(scope);
  const outcome = await judgeArrival(arrival, chosen);
  if (outcome.kind !== 'unknownPerson') throw new Refusal('identity.refusals.notConnectable');
  const key: IdentityKey = identityKey(arrival, outcome.affiliation);
  try {
    const system = await enterSystem(null, 'connect an identity');
    await system.write('system:work', async (db, deed) => {
      const provider = outcome.provider.id;
      const personId = scope.person.id;
      await db.identity.create({ data: { ...key, personId, provider } });
      deed.record('identityConnected', 'person', personId, { provider }, { by: personId });
      deed.mail(securityLetter(scope.person, 'connected'));
    });
  } catch (error) {
    if (!refusedBy(error, 'an_identity_is_one_person')) throw error;
    throw new Refusal('identity.refusals.notConnectable');
  }
}

/** Takes a connection away; signing in by link always remains. @throws NotFound for someone else's */
export async function disconnectIdentity(scope: Scope, id: string): Promise<void> {
  await scope.write('account:own', async (db, deed) => {
    const gone = await db.identity.deleteMany({ where: { id, personId: scope.person.id } });
    if (gone.count !== 1) throw new NotFound('identity');
    deed.record('identityDisconnected', 'identity', id);
  });
}
