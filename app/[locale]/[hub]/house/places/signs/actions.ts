'use server';

import { redirect } from 'next/navigation';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enterHouseOf } from '#lib/platform/session/entry.ts';
import { makeDisplay, makeMissingSigns, makeSign, revokeDisplay } from '#lib/signs/hanging.ts';
import { noFields } from '#lib/signs/schema.ts';

type Where = { locale: Locale; hub: string };
type Which = Where & { place: string };

/** A sign for every place that has none. */
export async function makeAll(where: Where, _: FormState, form: FormData): Promise<FormState> {
  const { locale, hub } = where;
  return act(locale, noFields, form, async () => {
    await makeMissingSigns(await enterHouseOf(locale, hub));
    redirect(`/${locale}/${hub}/house/places/signs?done=allMade`);
  });
}

/** A new sign for one place. */
export async function renew(which: Which, _: FormState, form: FormData): Promise<FormState> {
  const { locale, hub, place } = which;
  return act(locale, noFields, form, async () => {
    await makeSign(await enterHouseOf(locale, hub), place);
    redirect(`${addressOf(which)}?done=signMade`);
  });
}

/** Makes an address for a screen and shows it with the form, the only time it is told. */
export async function hang(which: Which, _: FormState, form: FormData): Promise<FormState> {
  const { locale, hub, place } = which;
  let made = '';
  const state = await act(locale, noFields, form, async () => {
    made = await makeDisplay(await enterHouseOf(locale, hub), place, locale);
  });
  return made ? { ...state, values: { ...state.values, made } } : state;
}

/** Takes a screen's address back. */
export async function takeDown(
  which: Which & { id: string },
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const { locale, hub, id } = which;
  return act(locale, noFields, form, async () => {
    const { placeId } = await revokeDisplay(await enterHouseOf(locale, hub), id);
    redirect(`${addressOf({ locale, hub, place: placeId })}?done=revoked`);
  });
}

function addressOf({ locale, hub, place }: Which): string {
  return `/${locale}/${hub}/house/places/${place}/signs`;
}
