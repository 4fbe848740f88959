import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { dateOf, now } from '../clock.ts';
import { settings } from '../env.ts';
import { NotFound, Refusal, refusedBy } from '../errors.ts';
import { enterSystem, type Scope } from '../scope.ts';
import { securityLetter } from './letters.ts';
import { strengthenSession } from './store.ts';

const challengeMinutes = 5;
const mostPasskeys = 20;

// EdDSA, ES256 and RS256: what browsers and keys have today (IANA COSE algorithms).
const supportedAlgorithmIDs = [-8, -7, -257];

const place = () => ({
  expectedOrigin: settings().url,
  expectedRPID: new URL(settings().url).hostname,
  requireUserVerification: true,
});

/**
 * Begins adding a passkey to one's own account. Whoever has one already shows it first, so that a
 * mailbox alone never adds a second factor beside the true one. @throws Refusal
 */
export async function beginAdding(scope: Scope): Promise<PublicKeyCredentialCreationOptionsJSON> {
  await demandStrong(scope);
  const known = await ownCredentials(scope);
  const options = await generateRegistrationOptions({
    rpName: 'Navet',
    rpID: place().expectedRPID,
    userName: scope.person.email,
    userDisplayName: scope.person.name,
    userID: new TextEncoder().encode(scope.person.id),
    attestationType: 'none',
    supportedAlgorithmIDs,
    excludeCredentials: known,
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
  });
  await keepChallenge(scope, 'add', options.challenge);
  return options;
}

/** Keeps the new passkey and tells its person by mail. @returns the stronger session. @throws Refusal */
export async function finishAdding(
  scope: Scope,
  response: RegistrationResponseJSON,
  name: string,
): Promise<string> {
  const expectedChallenge = await takeChallenge(scope, 'add');
  await demandStrong(scope);
  await ownCredentials(scope);
  const judged = await verifyRegistrationResponse({
    response,
    expectedChallenge,
    supportedAlgorithmIDs,
    ...place(),
  }).catch(refused);
  if (!judged.verified) throw refused();
  const { id, publicKey, counter, transports = [] } = judged.registrationInfo.credential;
  const row = { credentialId: id, publicKey, counter: BigInt(counter), transports, name };
  try {
    const system = await enterSystem(null, 'add a passkey');
    await system.write('system:work', async (db, deed) => {
      const personId = scope.person.id;
      const made = await db.passkey.create({ data: { ...row, personId } });
      deed.record('passkeyAdded', 'passkey', made.id);
      deed.mail(securityLetter(scope.person, 'added'));
    });
  } catch (error) {
    throw refusedBy(error, 'a_passkey_is_kept_once') ? refused() : error;
  }
  return strengthened(scope);
}

/** Begins showing a passkey. @throws Refusal when one has none */
export async function beginShowing(scope: Scope): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const allowCredentials = await ownCredentials(scope);
  if (allowCredentials.length === 0) throw new Refusal('identity.refusals.noPasskey');
  const { expectedRPID: rpID } = place();
  const asked = { rpID, allowCredentials, userVerification: 'required' } as const;
  const options = await generateAuthenticationOptions(asked);
  await keepChallenge(scope, 'show', options.challenge);
  return options;
}

/** Judges a shown passkey. @returns the stronger session, under a new id. @throws Refusal */
export async function finishShowing(
  scope: Scope,
  response: AuthenticationResponseJSON,
): Promise<string> {
  const expectedChallenge = await takeChallenge(scope, 'show');
  const kept = await scope.read('account:own', (db) =>
    db.passkey.findFirst({ where: { credentialId: response.id, personId: scope.person.id } }),
  );
  if (!kept) throw refused();
  const credential = {
    id: kept.credentialId,
    publicKey: kept.publicKey,
    counter: Number(kept.counter),
  };
  const judged = await verifyAuthenticationResponse({
    response,
    expectedChallenge,
    credential,
    ...place(),
  }).catch(refused);
  if (!judged.verified) throw refused();
  const counter = BigInt(judged.authenticationInfo.newCounter);
  await scope.write('account:own', async (db, deed) => {
    const where = { id: kept.id, counter: kept.counter };
    const data = { counter, lastUsedAt: dateOf(now()) };
    const used = await db.passkey.updateMany({ where, data });
    // Somebody used it in between: a counter that runs twice is a copy.
    if (used.count !== 1) throw refused();
    deed.record('passkeyShown', 'passkey', kept.id);
  });
  return strengthened(scope);
}

/**
 * Takes a passkey away. An administrator of a hub keeps one where it is needed to do the work.
 * @throws NotFound for someone else's, Refusal for the last one that is needed
 */
export async function removePasskey(scope: Scope, id: string): Promise<void> {
  await demandStrong(scope);
  const system = await enterSystem(null, 'remove a passkey');
  await system.write('system:work', async (db, deed) => {
    const personId = scope.person.id;
    // Two removals at one instant stand in line here.
    await db.$queryRaw`select 1 from person where id = ${personId}::uuid for update`;
    const needed = settings().secondFactor && (await isAdministrator(db, personId));
    const all = await db.passkey.count({ where: { personId } });
    if (needed && all === 1) throw new Refusal('identity.refusals.lastPasskey');
    const gone = await db.passkey.deleteMany({ where: { id, personId } });
    if (gone.count !== 1) throw new NotFound('passkey');
    deed.record('passkeyRemoved', 'passkey', id);
    deed.mail(securityLetter(scope.person, 'removed'));
  });
}

type Rows = { hubRole: { count: (args: object) => Promise<number> } };

/** Roles at a hub whose deeds take a second factor. */
const strongRoles = ['HUB_ADMIN', 'FINANCE', 'AUDITOR'];

/** Whether someone answers for a hub, and so needs a passkey. */
export async function isAdministrator(db: Rows, personId: string): Promise<boolean> {
  return (await db.hubRole.count({ where: { personId, role: { in: strongRoles } } })) > 0;
}

/**
 * Whoever has a second factor shows it before what opens the account is changed: a passkey, or a
 * provider that has vouched as strongly. @throws Refusal
 */
export async function demandStrong(scope: Scope): Promise<void> {
  if (!scope.strong && (await hasSecondFactor(scope))) {
    throw new Refusal('identity.refusals.secondFactor');
  }
}

/** Whether one has anything that is as good as a second factor. */
export async function hasSecondFactor(scope: Scope): Promise<boolean> {
  const personId = scope.person.id;
  return scope.read('account:own', async (db) => {
    if ((await db.passkey.count({ where: { personId } })) > 0) return true;
    return (await db.identity.count({ where: { personId, strongAt: { not: null } } })) > 0;
  });
}

async function ownCredentials(scope: Scope) {
  const rows = await scope.read('account:own', (db) =>
    db.passkey.findMany({ where: { personId: scope.person.id } }),
  );
  if (rows.length >= mostPasskeys) throw new Refusal('identity.refusals.manyPasskeys');
  return rows.map(({ credentialId, transports }) => ({
    id: credentialId,
    transports: transports as never,
  }));
}

async function keepChallenge(scope: Scope, purpose: string, challenge: string): Promise<void> {
  const expiresAt = dateOf(now().add({ minutes: challengeMinutes }));
  const system = await enterSystem(null, 'passkey challenge');
  await system.write('system:work', async (db, deed) => {
    const key = { sessionId: scope.session, purpose };
    await db.passkeyChallenge.upsert({
      where: { sessionId_purpose: key },
      create: { ...key, challenge, expiresAt },
      update: { challenge, expiresAt },
    });
    deed.record('passkeyAsked', 'session', scope.session);
  });
}

/** Out of the table before it is judged: an answer is looked at once. */
async function takeChallenge(scope: Scope, purpose: string): Promise<string> {
  const system = await enterSystem(null, 'passkey challenge');
  const taken = await system.write('system:work', async (db, deed) => {
    deed.record('passkeyAnswered', 'session', scope.session);
    return db.$queryRaw<{ challenge: string; expires_at: Date }[]>`
      delete from passkey_challenge where session_id = ${scope.session}::uuid and purpose = ${purpose}
      returning challenge, expires_at`;
  });
  const [row] = taken;
  if (!row || row.expires_at < dateOf(now())) throw refused();
  return row.challenge;
}

async function strengthened(scope: Scope): Promise<string> {
  const session = await strengthenSession(scope.session);
  if (!session) throw new NotFound('session');
  return session;
}

function refused(): never {
  throw new Refusal('identity.refusals.passkey');
}
