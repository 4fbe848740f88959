import { type ClientMetadata, custom, Issuer } from 'openid-client';
import { log } from '../log.ts';
import { discoveryOf, outward } from './outward.ts';

type Known = { issuer: string; clientId: string; clientSecret: string };
/** A private JSON Web Key (RFC 7517). */
type Key = { kty: string; d: string; alg?: string };
type Credentials = { client: Omit<ClientMetadata, 'client_id'>; jwks?: { keys: Key[] } };
const usual: Record<string, string> = { EC: 'ES256', OKP: 'EdDSA' };

/** A secret that is a private key, as JSON Web Key; null for any other. */
export function keyIn(secret: string): Key | null {
  if (!secret.trim().startsWith('{')) return null;
  try {
    const key = JSON.parse(secret) as Key;
    return typeof key.kty === 'string' && typeof key.d === 'string' ? key : null;
  } catch {
    return null;
  }
}

/**
 * How the portal proves to a provider who is asking: with a secret that both know, or by signing with
 * its own private key (RFC 7523), as HelseID asks for.
 */
export function credentialsOf({ clientSecret }: Known): Credentials {
  const key = keyIn(clientSecret);
  if (!key) return { client: { client_secret: clientSecret } };
  const alg = key.alg ?? usual[key.kty] ?? 'RS256';
  return {
    client: {
      token_endpoint_auth_method: 'private_key_jwt',
      token_endpoint_auth_signing_alg: alg,
    },
    jwks: { keys: [{ ...key, alg }] },
  };
}

/**
 * What one leaves with, told to the provider directly instead of by the browser (RFC 9126): where the
 * provider demands it, or knows the portal by its key. @returns the address to leave for, or '' when
 * the provider does not take it
 */
export async function pushed(provider: Known, leaving: string): Promise<string> {
  const away = new URL(leaving);
  try {
    custom.setHttpOptionsDefaults(outward());
    const issuer = await Issuer.discover(discoveryOf(provider.issuer));
    const { pushed_authorization_request_endpoint: place, require_pushed_authorization_requests } =
      issuer.metadata;
    const wanted = require_pushed_authorization_requests || keyIn(provider.clientSecret);
    if (!place || !wanted) return leaving;
    const { client, jwks } = credentialsOf(provider);
    const asking = new issuer.Client({ client_id: provider.clientId, ...client }, jwks);
    const asked = await asking.pushedAuthorizationRequest(Object.fromEntries(away.searchParams));
    away.search = String(
      new URLSearchParams({ client_id: provider.clientId, request_uri: asked.request_uri }),
    );
    return away.href;
  } catch (error) {
    log.warn('a provider took no request', { issuer: provider.issuer, error: String(error) });
    return '';
  }
}
