'use server';

import { redirect } from 'next/navigation';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enterHouseOf } from '#lib/platform/session/entry.ts';
import { priceForm } from '#lib/prices/schema.ts';
import { setPrice } from '#lib/prices/writes.ts';
import { placeKinds } from '#lib/workspace/schema.ts';
import { actorClasses } from '#lib/workspace/terms.ts';

type Where = { locale: Locale; hub: string };

/** Sets a price from a day on. */
export async function set(where: Where, _: FormState, form: FormData): Promise<FormState> {
  const { locale, hub } = where;
  return act(locale, priceForm(placeKinds, actorClasses), form, async (input) => {
    await setPrice(await enterHouseOf(locale, hub), input);
    redirect(`/${locale}/${hub}/house/prices?done=set`);
  });
}
