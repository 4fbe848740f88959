'use server';

import { redirect } from 'next/navigation';
import { applyToTakePart } from '#lib/organisations/applying.ts';
import { applicationForm } from '#lib/organisations/schema.ts';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { client } from '#lib/platform/session/client.ts';
import { visit } from '#lib/platform/session/entry.ts';
import { appliedCookie } from '#lib/platform/session/kept.ts';
import { allowTry, applyPerClient } from '#lib/platform/session/throttle.ts';

/** Sends the application; the same answer whatever is known of the organisation or the address. */
export async function apply(
  { locale, hub }: { locale: Locale; hub: string },
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, applicationForm, form, async (input) => {
    await allowTry(applyPerClient, await client());
    await applyToTakePart(await visit(hub), input, locale);
    await appliedCookie.keep({ email: input.email });
    redirect(`/${locale}/${hub}/apply?done=sent`);
  });
}
