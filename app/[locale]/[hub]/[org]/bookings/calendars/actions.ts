'use server';

import { redirect } from 'next/navigation';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enter, enterHouseOf } from '#lib/platform/session/entry.ts';
import { feedSchema, makeFeed, revokeFeed } from '#lib/workspace/feeds.ts';
import { noFields } from '#lib/workspace/schema.ts';

/** One's organisation, or (null) the house. */
type Where = { locale: Locale; hub: string; org: string | null };

const scopeOf = ({ locale, hub, org }: Where) =>
  org === null ? enterHouseOf(locale, hub) : enter(locale, hub, org);

/** Makes an address and shows it with the form, the only time it is told. */
export async function make(where: Where, _before: FormState, form: FormData): Promise<FormState> {
  let made = '';
  const state = await act(where.locale, feedSchema, form, async ({ what }) => {
    made = await makeFeed(await scopeOf(where), what, where.locale);
  });
  return made ? { ...state, values: { ...state.values, made } } : state;
}

/** Takes an address back. */
export async function revoke(
  where: Where,
  id: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const { locale, hub, org } = where;
  const list = org === null ? 'house/calendars' : `${org}/bookings/calendars`;
  return act(locale, noFields, form, async () => {
    await revokeFeed(await scopeOf(where), id);
    redirect(`/${locale}/${hub}/${list}?done=revoked`);
  });
}
