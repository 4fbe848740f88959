import { z } from 'zod';
import { changesOf } from '../changes.ts';
import { dateOf, now } from '../clock.ts';
import { NotFound, Refusal, refusedBy } from '../errors.ts';
import { enterSystem, type Scope } from '../scope.ts';
import { issuerOf, mayAsk } from './outward.ts';
import { orgAffiliation } from './provider-shape.ts';
import { seal } from './seal.ts';

const lines = z
  .string()
  .max(2000, 'refusals.tooLong')
  .transform((text) => [
    ...new Set(
      text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ]);
const line = (refusal: string) =>
  z.string().trim().min(1, `identity.refusals.${refusal}`).max(500, 'refusals.tooLong');

/** A hub's provider as it is typed. A secret may be a private key; an empty one keeps what there is. */
export const providerForm = z.object({
  name: line('providerName').max(80, 'refusals.tooLong'),
  key: line('providerKey').regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'identity.refusals.providerKey'),
  issuer: line('issuer').refine(mayAsk, 'identity.refusals.issuer'),
  clientId: line('clientId'),
  clientSecret: z.string().trim().max(8000, 'refusals.tooLong'),
  scope: line('scope').regex(/(^|\s)openid(\s|$)/, 'identity.refusals.scope'),
  acrValues: z.string().trim().max(500, 'refusals.tooLong'),
  acceptedAcr: lines,
  strongAcr: lines,
  affiliationClaims: lines,
  numberClaims: lines,
});
export type ProviderInput = z.output<typeof providerForm>;

/** What the form begins with for a new provider. */
export const newProvider = { scope: 'openid profile email', affiliationClaims: orgAffiliation };

export type HubProvider = Omit<ProviderInput, 'clientSecret'> & { id: string };

const withoutSecret = { clientSecret: true, hubId: true } as const;

/** The hub's own providers; for its administrators. Their secrets stay where they are. */
export async function listHubProviders(scope: Scope): Promise<HubProvider[]> {
  return scope.read('provider:edit', (db) =>
    db.identityProvider.findMany({ omit: withoutSecret, orderBy: { name: 'asc' } }),
  );
}

/** @throws NotFound for another hub's, or none */
export async function findHubProvider(scope: Scope, id: string): Promise<HubProvider> {
  const hubId = scope.hub.id;
  const given = z.uuid().safeParse(id);
  if (!given.success) throw new NotFound('provider');
  const found = await scope.read('provider:edit', (db) =>
    db.identityProvider.findFirst({ where: { hubId, id: given.data }, omit: withoutSecret }),
  );
  if (!found) throw new NotFound('provider');
  return found;
}

type Told = { name: string; issuer: string };

/** What the log tells of a provider. */
function toldOf(provider: Told | null): Told {
  return { name: provider?.name ?? '', issuer: provider?.issuer ?? '' };
}

/** Adds a provider, or (with an id) changes one, after asking it who it is. @throws Refusal, NotFound */
export async function saveHubProvider(
  scope: Scope,
  id: string | null,
  input: ProviderInput,
): Promise<void> {
  // The right to do it is asked for before the portal goes and asks somebody on its behalf.
  const before = id === null ? null : await findHubProvider(scope, id);
  if (id === null) await listHubProviders(scope);
  const { clientSecret, ...plain } = input;
  if (id === null && !clientSecret) throw refusal('clientSecret', 'clientSecret');
  await demandIssuer(input.issuer);
  const kept = clientSecret ? { clientSecret: await sealedSecret(clientSecret) } : {};
  const hubId = scope.hub.id;
  try {
    await scope.write('provider:edit', async (db, deed) => {
      const key = id ?? crypto.randomUUID();
      if (id === null) {
        const made = { clientSecret: '', ...plain, ...kept, hubId, id: key };
        await db.identityProvider.create({ data: made });
      } else {
        const where = { hubId_id: { hubId, id } };
        await db.identityProvider.update({ where, data: { ...plain, ...kept } });
      }
      const change = changesOf(toldOf(before), toldOf(input));
      deed.record('providerSaved', 'provider', key, { name: input.name, ...change });
    });
  } catch (error) {
    if (!refusedBy(error, 'a_hub_names_a_provider_once')) throw error;
    throw refusal('key', 'providerKeyTaken');
  }
}

/** Removes a provider; whoever is signed in with it is signed out. @throws NotFound */
export async function removeHubProvider(scope: Scope, id: string): Promise<void> {
  const { key, name } = await findHubProvider(scope, id);
  const hubId = scope.hub.id;
  await scope.write('provider:edit', async (db, deed) => {
    const gone = await db.identityProvider.deleteMany({ where: { hubId, id } });
    if (gone.count !== 1) throw new NotFound('provider');
    deed.record('providerRemoved', 'provider', id, { name });
  });
  const system = await enterSystem(null, 'a hub removed its provider');
  await system.write('system:work', async (db, deed) => {
    const where = { boundHubId: hubId, method: `${scope.hub.slug}.${key}`, endedAt: null };
    await db.session.updateMany({ where, data: { endedAt: dateOf(now()) } });
    deed.record('sessionsEnded', 'provider', id);
  });
}

const forGood = 100 * 365 * 24 * 3600;
const sealedSecret = (secret: string) => seal('provider secret', { secret }, forGood);

const refusal = (field: string, name: string) =>
  new Refusal('refusals.invalid', { [field]: `identity.refusals.${name}` });

async function demandIssuer(issuer: string): Promise<void> {
  const said = await issuerOf(issuer).catch(() => null);
  if (said === null) throw refusal('issuer', 'noAnswer');
  if (said !== issuer) throw refusal('issuer', 'otherIssuer');
}
