'use server';

import { redirect } from 'next/navigation';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enterHouseOf } from '#lib/platform/session/entry.ts';
import { feedSchema, makeFeed, revokeFeed } from '#lib/workspace/feeds.ts';
import { noFields } from '#lib/workspace/schema.ts';

type Where = { locale: Locale; hub: string };

/** Makes an address and shows it with the form, the only time it is told. */
export async function make(where: Where, _before: FormState, form: FormData): Promise<FormState> {
  const { locale, hub } = where;
  let made = '';
  const state = await act(locale, feedSchema, form, async ({ what }) => {
    made = await makeFeed(await enterHouseOf(locale, hub), what, locale);
  });
  return made ? { ...state, values: { ...state.values, made } } : state;
}

/** Takes an address back. */
export async function revoke(
  { locale, hub }: Where,
  id: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, noFields, form, async () => {
    await revokeFeed(await enterHouseOf(locale, hub), id);
    redirect(`/${locale}/${hub}/house/calendars?done=revoked`);
  });
}
