import { redirect } from 'next/navigation';
import { Refusal } from '../errors.ts';
import type { Locale } from '../i18n/locales.ts';
import { findSessionPerson } from '../scope.ts';
import { client } from './client.ts';
import { currentSession } from './entry.ts';
import { takeAuthStep } from './flow.ts';
import { linkCookie } from './kept.ts';
import { allowTry, linkPerAddress, linkPerClient } from './throttle.ts';

/**
 * Mails a sign-in link to an address, which leads to `next` and waits for this browser.
 * @throws Refusal when too many were asked for
 */
export async function mailLink(email: string, next: string): Promise<void> {
  await allowTry(linkPerClient, await client());
  await allowTry(linkPerAddress, email.toLowerCase());
  // The code stays the same while this browser waits, so that any of its links may be opened.
  const ask = (await linkCookie.read())?.ask ?? crypto.randomUUID();
  await linkCookie.keep({ ask, email });
  await takeAuthStep(['signin', 'email'], {
    fields: { email, callbackUrl: next },
    visit: { ask, next },
  });
}

/**
 * From a link that proved an address (an invitation, an application) on to the portal: straight there
 * when its owner is signed in, otherwise by a sign-in link that is in the mail already.
 */
export async function leadOn(
  locale: Locale,
  email: string,
  next: string,
  came: 'invitation' | 'application',
): Promise<never> {
  const session = await currentSession();
  const reader = session && (await findSessionPerson(session));
  if (reader && reader.email === email) redirect(next);
  const sent = await mailLink(email, next).then(
    () => '&sent=1',
    (error) => {
      if (!(error instanceof Refusal)) throw error;
      return '';
    },
  );
  redirect(`/${locale}/sign-in?came=${came}&next=${encodeURIComponent(next)}${sent}`);
}
