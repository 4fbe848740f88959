import type { OAuthConfig } from 'next-auth/providers/oauth';
import { settings } from '../env.ts';
import type { Locale } from '../i18n/locales.ts';
import { enterSystem } from '../scope.ts';
import { type Affiliation, affiliationsIn } from './affiliations.ts';
import { credentialsOf } from './clients.ts';
import { discoveryOf, outward } from './outward.ts';
import type { ProviderSettings } from './provider-shape.ts';
import { unseal } from './seal.ts';

/** A provider of the installation, or of one hub: `boundHub` is then the hub it vouches at. */
export type Provider = Omit<ProviderSettings, 'key'> & { id: string; boundHub: string | null };

/** Every provider one may choose: the installation's, and those of the hub one is on the way to. */
export async function listProviders(hub: string | null): Promise<Provider[]> {
  const ours = settings().providers.map(({ key, ...rest }) => ({
    ...rest,
    id: key,
    boundHub: null,
  }));
  return hub === null ? ours : [...ours, ...(await ofHub(hub))];
}

/** By its id, which for a hub's own is `<hub>.<key>`; null when there is no such provider. */
export async function findProvider(id: string): Promise<Provider | null> {
  const [hub = ''] = id.split('.');
  const all = await listProviders(id.includes('.') ? hub : null);
  return all.find((each) => each.id === id) ?? null;
}

export function providerName({ name }: Pick<Provider, 'name'>, locale: Locale): string {
  return typeof name === 'string' ? name : name[locale];
}

/** Where a provider sends the browser back to; it must be told beforehand. */
export function callbackAddress(id: string): string {
  return `${settings().url}/api/auth/callback/${id}`;
}

async function ofHub(slug: string): Promise<Provider[]> {
  const scope = await enterSystem(null, 'sign-in');
  const rows = await scope.read('system:work', (db) =>
    db.identityProvider.findMany({ where: { hub: { slug, live: true } }, orderBy: { key: 'asc' } }),
  );
  const opened = rows.map(async ({ hubId, key, clientSecret, id: _, ...rest }) => ({
    ...rest,
    id: `${slug}.${key}`,
    boundHub: hubId,
    clientSecret: (await unseal<{ secret: string }>('provider secret', clientSecret))?.secret ?? '',
    // Whoever a hub trusts must not be able to say who someone at another hub is.
    trustedForAddresses: false,
  }));
  return Promise.all(opened);
}

type Claims = { iss: string; sub: string; email_verified?: unknown; [claim: string]: unknown };

/** What a provider has said of someone, after next-auth found it true. */
export type Arrival = {
  provider: string;
  issuer: string;
  subject: string;
  affiliations: Affiliation[];
  acr: string | null;
  /** Who it was there, to be shown before anything is connected; proves nothing. */
  label: string;
  /** Only an address that may tell who someone is. */
  email: string | null;
  /** Where one wanted to go. */
  next: string;
};

/** The provider as next-auth takes it: it does discovery, PKCE, state, nonce and the token's checks. */
export function protocolOf(
  provider: Provider,
  arrived: (arrival: Omit<Arrival, 'next'>) => void,
): OAuthConfig<Claims> {
  return {
    id: provider.id,
    name: provider.id,
    type: 'oauth',
    wellKnown: discoveryOf(provider.issuer),
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    clientId: provider.clientId,
    ...credentialsOf(provider),
    httpOptions: outward(),
    authorization: {
      params: {
        scope: provider.scope,
        ...(provider.acrValues && { acr_values: provider.acrValues }),
      },
    },
    userinfo: {
      // What the token says stands above what is told beside it; the library holds the subject alike.
      request: async ({ client, tokens }) => {
        const token = (tokens as { claims: () => Claims }).claims();
        if (!client.issuer.metadata.userinfo_endpoint) return token as never;
        const told: object = await client.userinfo(tokens as never);
        return { ...told, ...token } as never;
      },
    },
    profile: (claims) => {
      // A provider may speak in its own name alone.
      if (claims.iss !== provider.issuer) throw new Error('The provider speaks for another.');
      arrived(arrivalOf(provider, claims));
      return { id: claims.sub, email: null };
    },
  };
}

function arrivalOf(provider: Provider, claims: Claims): Omit<Arrival, 'next'> {
  const { email, acr } = claims;
  const told = provider.trustedForAddresses && claims.email_verified === true;
  return {
    provider: provider.id,
    issuer: claims.iss,
    subject: claims.sub,
    affiliations: affiliationsIn(claims, provider),
    acr: typeof acr === 'string' ? acr : null,
    label: labelOf(claims),
    email: told && typeof email === 'string' ? email.toLowerCase() : null,
  };
}

function labelOf(claims: Claims): string {
  const told = [claims.name, claims.email, claims.sub].find(
    (each) => typeof each === 'string' && each,
  );
  return String(told).slice(0, 100);
}
