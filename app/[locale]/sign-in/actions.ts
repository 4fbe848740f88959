'use server';

import { notFound, redirect } from 'next/navigation';
import { z } from 'zod';
import { act } from '#lib/platform/action.ts';
import { Refusal } from '#lib/platform/errors.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import { isLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { client } from '#lib/platform/session/client.ts';
import { takeAuthStep } from '#lib/platform/session/flow.ts';
import { arrivalCookie, linkCookie } from '#lib/platform/session/kept.ts';
import { leaveSession } from '#lib/platform/session/leaving.ts';
import { findLink, isCodeOf } from '#lib/platform/session/link.ts';
import { mailLink } from '#lib/platform/session/onward.ts';
import { ownPath } from '#lib/platform/session/paths.ts';
import { allowTry, confirmPerClient } from '#lib/platform/session/throttle.ts';

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
    await mailLink(email, callbackUrl);
    redirect(`/${locale}/sign-in?sent=1&next=${encodeURIComponent(callbackUrl)}`);
  });
}

const linkForm = z.object({
  token: z.string().max(200),
  next: z.string().max(2000),
  code: z.string().max(20).default(''),
});

/** Uses up the link: in the browser that asked for it, or with the code which that browser shows. */
export async function confirmLink(
  locale: Locale,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, linkForm, form, async ({ token, next, code }) => {
    await allowTry(confirmPerClient, await client());
    const link = await findLink(token);
    if (!link) throw new Refusal('people.signIn.failed');
    const asked = (await linkCookie.read())?.ask === link.ask;
    if (!asked && !(await isCodeOf(token, code.replace(/\s/g, '')))) {
      throw new Refusal('refusals.invalid', { code: 'identity.refusals.wrongCode' });
    }
    const query = { token, email: link.address };
    const visit = { next: ownPath(next, locale) };
    const { landing } = await takeAuthStep(['callback', 'email'], { query, visit });
    if (!landing) throw new Refusal('people.signIn.failed');
    await linkCookie.drop();
    redirect(landing);
  });
}

const choiceForm = z.object({ affiliation: z.string().max(300) });

/** Goes on for one of the organisations that the provider named. */
export async function chooseAffiliation(
  locale: Locale,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, choiceForm, form, async ({ affiliation }) => {
    const { landing } = await takeAuthStep(['callback', 'arrival'], { fields: { affiliation } });
    // Not known for this organisation: the page says what it takes.
    const chosen = `/${locale}/sign-in/arrived?affiliation=${encodeURIComponent(affiliation)}`;
    if (!landing) redirect(chosen);
    await arrivalCookie.drop();
    redirect(landing);
  });
}

/** Demo mode only: elsewhere next-auth knows no such provider and sends back to sign-in. */
export async function signInAsDemoPerson(locale: Locale, form: FormData): Promise<void> {
  if (!isLocale(locale)) notFound();
  const next = ownPath(String(form.get('next') ?? ''), locale);
  const fields = { email: String(form.get('email') ?? ''), callbackUrl: next };
  const { landing } = await takeAuthStep(['callback', 'demo'], { fields, visit: { next } });
  redirect(landing ?? `/${locale}/sign-in?error=1`);
}

export async function signOut(locale: Locale): Promise<void> {
  if (!isLocale(locale)) notFound();
  await leaveSession(locale);
  redirect(`/${locale}`);
}
