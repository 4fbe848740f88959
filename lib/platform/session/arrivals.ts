import { enterSystem, listDoors } from '../scope.ts';
import type { Affiliation } from './affiliations.ts';
import { type Arrival, findProvider, type Provider } from './providers.ts';
import { findPersonByEmail, findPersonByIdentity, type Known } from './store.ts';

export type Named = Affiliation & { organisation: { slug: string; name: string } | null };

/** What becomes of someone who comes back from a provider. */
export type Outcome =
  | { kind: 'known'; person: Known; provider: Provider; affiliation: Named | null }
  /** The way of signing in was weaker than the provider is asked for. */
  | { kind: 'tooWeak'; provider: Provider }
  /** They act for several organisations and say for which. */
  | { kind: 'choose'; provider: Provider; affiliations: Named[] }
  /** No organisation here has the number. */
  | { kind: 'unknownOrganisation'; provider: Provider; number: string }
  /** Nobody here is connected with it yet. */
  | { kind: 'unknownPerson'; provider: Provider; affiliation: Named | null }
  | { kind: 'over' };

/**
 * Judges an arrival, with the affiliation chosen where there are several. A person is known by what
 * the provider calls them, for one organisation where it says so; by an address only where the
 * installation trusts the provider with addresses and the provider calls it verified.
 */
export async function judgeArrival(arrival: Arrival, chosen?: string): Promise<Outcome> {
  const provider = await findProvider(arrival.provider);
  if (!provider || provider.issuer !== arrival.issuer) return { kind: 'over' };
  const { acceptedAcr } = provider;
  if (acceptedAcr.length > 0 && !acceptedAcr.includes(arrival.acr ?? '')) {
    return { kind: 'tooWeak', provider };
  }
  const affiliations = await nameAll(arrival.affiliations);
  const [only = null] =
    affiliations.length === 1 ? affiliations : affiliations.filter(({ key }) => key === chosen);
  if (affiliations.length > 0 && !only) return { kind: 'choose', provider, affiliations };
  if (only && only.organisation === null) {
    return { kind: 'unknownOrganisation', provider, number: only.number };
  }
  const key = identityKey(arrival, only);
  const person = (await findPersonByIdentity(key)) ?? (await byAddress(arrival, provider, key));
  return person
    ? { kind: 'known', person, provider, affiliation: only }
    : { kind: 'unknownPerson', provider, affiliation: only };
}

export type IdentityKey = { issuer: string; subject: string; affiliation: string };

export function identityKey(arrival: Arrival, affiliation: Affiliation | null): IdentityKey {
  const { issuer, subject } = arrival;
  return { issuer, subject, affiliation: affiliation?.key ?? '' };
}

/** Where the session leads: to the organisation that was named, else to where one wanted to go. */
export async function landingOf(
  session: string,
  locale: string,
  next: string,
  affiliation: Named | null,
): Promise<string> {
  if (!affiliation || !/^\/\w+\/account\b/.test(next)) return next;
  const doors = await listDoors(session);
  const named = doors.filter((door) => door.organisation === affiliation.organisation?.slug);
  const [door] = named;
  return door && named.length === 1 ? `/${locale}/${door.hub}/${door.organisation}` : next;
}

async function byAddress(arrival: Arrival, provider: Provider, key: IdentityKey) {
  if (arrival.email === null) return null;
  const person = await findPersonByEmail(arrival.email);
  if (!person) return null;
  const scope = await enterSystem(null, 'sign-in');
  await scope.write('system:work', async (db, deed) => {
    // Someone else at the same instant connects the same: then it stands already.
    const made = { ...key, personId: person.id, provider: provider.id };
    await db.identity.createMany({ data: [made], skipDuplicates: true });
    deed.record('identityConnected', 'person', person.id, { provider: provider.id });
  });
  return person;
}

/** The organisation with each number, where there is one. */
async function nameAll(affiliations: Affiliation[]): Promise<Named[]> {
  if (affiliations.length === 0) return [];
  const numbers = affiliations.map(({ number }) => number);
  const scope = await enterSystem(null, 'sign-in');
  const rows = await scope.read(
    'system:work',
    (db) =>
      db.$queryRaw<{ number: string; slug: string; name: string }[]>`
      select regexp_replace(organisation_number, '\\D', '', 'g') as number, slug, name from organisation
      where regexp_replace(organisation_number, '\\D', '', 'g') = any (${numbers})`,
  );
  const known = new Map(rows.map(({ number, ...rest }) => [number, rest]));
  return affiliations.map((each) => ({ ...each, organisation: known.get(each.number) ?? null }));
}
