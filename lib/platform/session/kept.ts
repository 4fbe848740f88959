import { cookies } from 'next/headers';
import { encode } from 'next-auth/jwt';
import { settings } from '../env.ts';
import { notePersonal } from '../rendering.ts';
import { sessionCookieName } from './cookie.ts';
import type { Arrival } from './providers.ts';
import { seal, unseal } from './seal.ts';
import { sessionHours } from './store.ts';

const minutes = 15;

/** What a browser carries, encrypted, between two steps of signing in. */
function keptIn<T extends object>(name: string, purpose: 'link' | 'arrival' | 'applied') {
  return {
    keep: async (value: T): Promise<void> => {
      const sealed = await seal(purpose, value, minutes * 60);
      (await cookies()).set(name, sealed, { ...asSession(), maxAge: minutes * 60 });
    },
    read: async (): Promise<T | null> => {
      notePersonal(`the cookie ${name}`);
      return unseal<T>(purpose, (await cookies()).get(name)?.value);
    },
    drop: async (): Promise<void> => {
      (await cookies()).delete(name);
    },
  };
}

/** That this browser asked for a link, and to where: whoever opens the link elsewhere shows the code. */
export const linkCookie = keptIn<{ ask: string; email?: string }>('navet-link', 'link');

/** To which address this browser's application went, so that a misspelt one is seen. */
export const appliedCookie = keptIn<{ email: string }>('navet-applied', 'applied');

/** What a provider said, until the person has said how to go on. */
export const arrivalCookie = keptIn<Arrival>('navet-arrival', 'arrival');

/** As next-auth's own cookies: no script reads them, no other site sends them along with a post. */
export function asSession() {
  const secure = settings().url.startsWith('https:');
  return { httpOnly: true, sameSite: 'lax', path: '/', secure } as const;
}

/** Puts a session under a new id into this browser's cookie: after a second factor. */
export async function renewSessionCookie(session: string, person: string): Promise<void> {
  const { secret } = settings();
  const maxAge = sessionHours * 3600;
  const value = await encode({ token: { sub: person, sid: session }, secret, maxAge });
  (await cookies()).set(sessionCookieName(), value, { ...asSession(), maxAge });
}
