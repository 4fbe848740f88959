/**
 * Every cookie the portal sets, all of them needed for signing in (LEK 9 kap. 28 §); over TLS their
 * names begin with __Secure- or __Host-. A test visits the portal and finds no other.
 */
export const necessaryCookies = [
  { name: 'next-auth.session-token', purpose: 'session', life: 'sessionLife' },
  { name: 'next-auth.csrf-token', purpose: 'csrf', life: 'browser' },
  { name: 'next-auth.callback-url', purpose: 'callback', life: 'browser' },
  { name: 'next-auth.state', purpose: 'provider', life: 'short' },
  { name: 'next-auth.nonce', purpose: 'provider', life: 'short' },
  { name: 'next-auth.pkce.code_verifier', purpose: 'provider', life: 'short' },
  { name: 'navet-link', purpose: 'link', life: 'short' },
  { name: 'navet-applied', purpose: 'link', life: 'short' },
  { name: 'navet-arrival', purpose: 'arrival', life: 'short' },
  { name: 'navet-signed-in', purpose: 'hint', life: 'sessionLife' },
] as const;
