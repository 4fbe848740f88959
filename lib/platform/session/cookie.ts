import { decode, encode } from 'next-auth/jwt';
import { settings } from '../env.ts';

/** next-auth's own name for its cookie, which depends on whether the portal is served over TLS. */
export function sessionCookieName(): string {
  return settings().url.startsWith('https:')
    ? '__Secure-next-auth.session-token'
    : 'next-auth.session-token';
}

/** The session id that an encrypted cookie carries; null for none, a forged or an expired one. */
export async function readSessionId(cookie: string | undefined): Promise<string | null> {
  if (!cookie) return null;
  try {
    const token = await decode({ token: cookie, secret: settings().secret });
    return typeof token?.sid === 'string' ? token.sid : null;
  } catch {
    return null;
  }
}

/** The cookie of a session: for tests that begin signed in. */
export function writeSessionCookie(session: string, secret: string): Promise<string> {
  return encode({ token: { sid: session }, secret, maxAge: 3600 });
}
