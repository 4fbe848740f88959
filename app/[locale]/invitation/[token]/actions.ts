'use server';

import { redirect } from 'next/navigation';
import { acceptInvitation } from '#lib/people/accepting.ts';
import { declineInvitation } from '#lib/people/declining.ts';
import { acceptanceForm, buttonForm } from '#lib/people/schema.ts';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { leadOn } from '#lib/platform/session/onward.ts';

/** Says yes, and leads on to what one was invited to. The link itself is the key to this. */
export async function accept(
  { locale, token }: { locale: Locale; token: string },
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, acceptanceForm, form, async ({ name }) => {
    const { email, path } = await acceptInvitation(token, name, locale);
    await leadOn(locale, email, `/${locale}${path}`, 'invitation');
  });
}

/** Says no; the page says that whoever invited has been told. */
export async function decline(
  { locale, token }: { locale: Locale; token: string },
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, buttonForm, form, async () => {
    await declineInvitation(token);
    redirect(`/${locale}/invitation/${token}`);
  });
}
