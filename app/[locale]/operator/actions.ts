'use server';

import { redirect } from 'next/navigation';
import { makeHub } from '#lib/hubs/founding.ts';
import { hubForm } from '#lib/hubs/schema.ts';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enterOwn } from '#lib/platform/session/entry.ts';

/** Makes a hub; its first administrator gets a letter. */
export async function make(locale: Locale, _before: FormState, form: FormData): Promise<FormState> {
  return act(locale, hubForm, form, async (input) => {
    await makeHub(await enterOwn(locale), input);
    redirect(`/${locale}/operator?done=made`);
  });
}
