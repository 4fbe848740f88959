import { cookies } from 'next/headers';
import type { Locale } from '../i18n/locales.ts';
import { readSessionId, sessionCookieName } from './cookie.ts';
import { takeAuthStep } from './flow.ts';
import { arrivalCookie, linkCookie } from './kept.ts';
import { endSession } from './store.ts';

/** Ends the session of this request and takes its cookies away; the caller leads on. */
export async function leaveSession(locale: Locale): Promise<void> {
  const session = await readSessionId((await cookies()).get(sessionCookieName())?.value);
  if (session) await endSession(session);
  await takeAuthStep(['signout'], { fields: { callbackUrl: `/${locale}` } });
  await linkCookie.drop();
  await arrivalCookie.drop();
}
