'use server';

import { redirect } from 'next/navigation';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enterHouseOf } from '#lib/platform/session/entry.ts';
import { termsSchema, writeTerms } from '#lib/workspace/term-writes.ts';

type Place = { locale: Locale; hub: string };

/** Writes a version of terms, and shows it. */
export async function write(place: Place, _before: FormState, form: FormData): Promise<FormState> {
  const { locale, hub } = place;
  return act(locale, termsSchema, form, async (input) => {
    const { id } = await writeTerms(await enterHouseOf(locale, hub), input);
    redirect(`/${locale}/${hub}/house/terms/${id}?done=saved`);
  });
}
