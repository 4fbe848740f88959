import { LRUCache } from 'lru-cache';
import { decode, encode } from 'next-auth/jwt';
import { settings } from '../env.ts';

/** next-auth's own name for its cookie, which depends on whether the portal is served over TLS. */
export function sessionCookieName(): string {
  return settings().url.startsWith('https:')
    ? '__Secure-next-auth.session-token'
    : 'next-auth.session-token';
}

// Opening a cookie costs more than asking the database whether its session lives, which is asked
// every time; so what a cookie says is remembered for a minute.
const opened = new LRUCache<string, string>({ max: 10_000, ttl: 60_000 });

/** The session id that an encrypted cookie carries; null for none, a forged or an expired one. */
export async function readSessionId(cookie: string | undefined): Promise<string | null> {
  if (!cookie) return null;
  const known = opened.get(cookie);
  if (known) return known;
  try {
    const token = await decode({ token: cookie, secret: settings().secret });
    if (typeof token?.sid !== 'string') return null;
    opened.set(cookie, token.sid);
    return token.sid;
  } catch {
    return null;
  }
}

/** The cookie of a session: for tests that begin signed in. */
export function writeSessionCookie(session: string, secret: string): Promise<string> {
  return encode({ token: { sid: session }, secret, maxAge: 3600 });
}
