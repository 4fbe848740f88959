'use server';

import { redirect } from 'next/navigation';
import { withFound } from '#components/leases/found-words.ts';
import { blockPlace, unblockPlace } from '#lib/places/blocking.ts';
import { blockSchema, noFields, placeSchema } from '#lib/places/schema.ts';
import { addPlace, changePlace } from '#lib/places/writes.ts';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enterHouseOf } from '#lib/platform/session/entry.ts';

type Where = { locale: Locale; hub: string };
type Which = Where & { id: string };

/** Saves a new place, or (with an id) one there is. */
export async function save(
  which: Where & { id: string | null },
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const { locale, hub, id } = which;
  const state = await act(locale, placeSchema, form, async (input) => {
    const scope = await enterHouseOf(locale, hub);
    if (id) await changePlace(scope, id, input);
    const place = id ?? (await addPlace(scope, input)).id;
    redirect(`/${locale}/${hub}/house/places/${place}?done=${id ? 'changed' : 'added'}`);
  });
  return withFound(which, state);
}

/** Takes a place out of service for a time. */
export async function block(which: Which, _before: FormState, form: FormData): Promise<FormState> {
  const { locale, hub, id } = which;
  const state = await act(locale, blockSchema, form, async (input) => {
    await blockPlace(await enterHouseOf(locale, hub), id, input);
    redirect(`/${locale}/${hub}/house/places/${id}?done=blocked`);
  });
  return withFound(which, state);
}

/** Takes it into use again. */
export async function unblock(
  { locale, hub, id }: Which,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, noFields, form, async () => {
    const { placeId } = await unblockPlace(await enterHouseOf(locale, hub), id);
    redirect(`/${locale}/${hub}/house/places/${placeId}?done=unblocked`);
  });
}
