'use server';

import { redirect } from 'next/navigation';
import { acceptInvitation } from '#lib/people/accepting.ts';
import { acceptanceForm } from '#lib/people/schema.ts';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';

/** Says yes; the same address then says how to go on. The link itself is the key to this. */
export async function accept(
  { locale, token }: { locale: Locale; token: string },
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, acceptanceForm, form, async ({ name }) => {
    await acceptInvitation(token, name, locale);
    redirect(`/${locale}/invitation/${token}?done=accepted`);
  });
}
