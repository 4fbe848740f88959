'use server';

import { cookies } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { z } from 'zod';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import { isLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { readSessionId, sessionCookieName } from '#lib/platform/session/cookie.ts';
import { takeAuthStep } from '#lib/platform/session/flow.ts';
import { endSession } from '#lib/platform/session/store.ts';

const signInForm = z.object({
  email: z.email('people.signIn.badEmail').max(254, 'people.signIn.badEmail'),
  next: z.string().max(2000),
});

/** Sends a sign-in link; answers the same whether or not the address is known. */
export async function requestLink(
  locale: Locale,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, signInForm, form, async ({ email, next }) => {
    const callbackUrl = ownPath(next, locale);
    await takeAuthStep(['signin', 'email'], { email, callbackUrl });
    redirect(`/${locale}/sign-in?sent=1&next=${encodeURIComponent(callbackUrl)}`);
  });
}

/** Demo mode only: elsewhere next-auth knows no such provider and sends back to sign-in. */
export async function signInAsDemoPerson(locale: Locale, form: FormData): Promise<void> {
  if (!isLocale(locale)) notFound();
  const callbackUrl = ownPath(String(form.get('next') ?? ''), locale);
  const email = String(form.get('email') ?? '');
  await takeAuthStep(['callback', 'demo'], { email, callbackUrl });
  const signedIn = (await cookies()).has(sessionCookieName());
  redirect(signedIn ? callbackUrl : `/${locale}/sign-in?error=1`);
}

export async function signOut(locale: Locale): Promise<void> {
  if (!isLocale(locale)) notFound();
  const session = await readSessionId((await cookies()).get(sessionCookieName())?.value);
  if (session) await endSession(session);
  await takeAuthStep(['signout'], { callbackUrl: `/${locale}` });
  redirect(`/${locale}`);
}

/** Only a path of this site: nobody is sent elsewhere after signing in. */
function ownPath(next: string, locale: Locale): string {
  const home = `/${locale}/account?enter=1`;
  if (!URL.canParse(next, 'http://portal')) return home;
  // Judged after dots and slashes are resolved: what begins with a language cannot be another host.
  const { origin, pathname, search } = new URL(next, 'http://portal');
  const within = origin === 'http://portal' && /^\/(sv|nb|en)(\/[^/]|$)/.test(pathname);
  return within && !pathname.includes('//') ? pathname + search : home;
}
