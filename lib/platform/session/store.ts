import { dateOf, now } from '../clock.ts';
import { settings } from '../env.ts';
import { enterSystem } from '../scope.ts';

export const sessionHours = 12;

export type Known = { id: string; email: string; locale: string; demo: boolean };

// In production demo people do not exist.
const present = () => ({
  withdrawnAt: null,
  ...(settings().mode === 'demo' ? {} : { demo: false }),
});
const knownFacts = { id: true, email: true, locale: true, demo: true } as const;

/** The person with this address, unless withdrawn. */
export async function findPersonByEmail(email: string): Promise<Known | null> {
  const scope = await enterSystem(null, 'sign-in');
  return scope.read('system:work', (db) =>
    db.person.findFirst({
      where: { email: email.toLowerCase(), ...present() },
      select: knownFacts,
    }),
  );
}

/** Who a provider's subject (for one organisation, where it says so) is here, unless withdrawn. */
export async function findPersonByIdentity(key: {
  issuer: string;
  subject: string;
  affiliation: string;
}): Promise<Known | null> {
  const scope = await enterSystem(null, 'sign-in');
  return scope.read('system:work', (db) =>
    db.person.findFirst({
      where: { identities: { some: key }, ...present() },
      select: knownFacts,
    }),
  );
}

export type Beginning = {
  person: string;
  device: string;
  /** link, demo, or the id of an OpenID provider. */
  method: string;
  acr: string | null;
  strong: boolean;
  /** The hub whose own provider vouched; the session reaches no further. */
  boundHub: string | null;
  /** The session of this browser until now: signing in ends it. */
  before: string | null;
};

/** Begins a session and returns its id, which the cookie carries encrypted. */
export async function startSession(given: Beginning): Promise<string> {
  const scope = await enterSystem(null, 'sign-in');
  return scope.write('system:work', async (db, deed) => {
    const at = dateOf(now());
    if (given.before) {
      const where = { id: given.before, endedAt: null };
      await db.session.updateMany({ where, data: { endedAt: at } });
    }
    const row = await db.session.create({
      data: {
        personId: given.person,
        device: given.device,
        method: given.method,
        acr: given.acr,
        boundHubId: given.boundHub,
        strongAt: given.strong ? at : null,
        expiresAt: dateOf(now().add({ hours: sessionHours })),
      },
    });
    if (given.strong && given.boundHub === null) {
      // Vouched for so strongly once, it is a second factor from now on.
      const where = { personId: given.person, provider: given.method };
      await db.identity.updateMany({ where, data: { strongAt: at } });
    }
    const about = { by: given.person };
    deed.record('sessionStarted', 'session', row.id, { method: given.method }, about);
    return row.id;
  });
}

/**
 * After a second factor: the same session under a new id, so that an id known from before is worth
 * nothing now. Its end stays where it was. Null when the session is over.
 */
export async function strengthenSession(session: string): Promise<string | null> {
  const scope = await enterSystem(null, 'second factor');
  return scope.write('system:work', async (db, deed) => {
    const at = dateOf(now());
    const where = { id: session, endedAt: null };
    const [old] = await db.session.updateManyAndReturn({ where, data: { endedAt: at } });
    deed.record('secondFactorShown', 'session', session, {}, old ? { by: old.personId } : {});
    if (!old) return null;
    const { id: _, endedAt: __, lastSeenAt: ___, ...same } = old;
    const made = await db.session.create({ data: { ...same, strongAt: at } });
    return made.id;
  });
}

export async function endSession(session: string): Promise<void> {
  const scope = await enterSystem(null, 'sign-out');
  await scope.write('system:work', async (db, deed) => {
    const [ended] = await db.session.updateManyAndReturn({
      where: { id: session, endedAt: null },
      data: { endedAt: dateOf(now()) },
    });
    deed.record('sessionEnded', 'session', session, {}, ended ? { by: ended.personId } : {});
  });
}
