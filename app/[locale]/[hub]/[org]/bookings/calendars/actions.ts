'use server';

import { redirect } from 'next/navigation';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enter } from '#lib/platform/session/entry.ts';
import { feedSchema, makeFeed, revokeFeed } from '#lib/workspace/feeds.ts';
import { noFields } from '#lib/workspace/schema.ts';

type Where = { locale: Locale; hub: string; org: string };

/** Makes an address and shows it with the form, the only time it is told. */
export async function make(where: Where, _before: FormState, form: FormData): Promise<FormState> {
  const { locale, hub, org } = where;
  let made = '';
  const state = await act(locale, feedSchema, form, async ({ what }) => {
    made = await makeFeed(await enter(locale, hub, org), what, locale);
  });
  return made ? { ...state, values: { ...state.values, made } } : state;
}

/** Takes an address back. */
export async function revoke(
  { locale, hub, org }: Where,
  id: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, noFields, form, async () => {
    await revokeFeed(await enter(locale, hub, org), id);
    redirect(`/${locale}/${hub}/${org}/bookings/calendars?done=revoked`);
  });
}
