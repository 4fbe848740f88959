'use server';

import { redirect } from 'next/navigation';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enterOwn } from '#lib/platform/session/entry.ts';
import { chooseLetters, letterSchema } from '#lib/workspace/letter-choices.ts';

/** Chooses which letters one wants, and their language. */
export async function choose(
  locale: Locale,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, letterSchema, form, async (input) => {
    await chooseLetters(await enterOwn(locale), input);
    redirect(`/${locale}/account/letters?done=saved`);
  });
}
