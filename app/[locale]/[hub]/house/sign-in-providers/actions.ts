'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enterHouseOf } from '#lib/platform/session/entry.ts';
import {
  providerForm,
  removeHubProvider,
  saveHubProvider,
} from '#lib/platform/session/hub-providers.ts';

type Which = { locale: Locale; hub: string; id: string | null };

/** Saves a provider of the hub's own. */
export async function save(which: Which, _: FormState, form: FormData): Promise<FormState> {
  const { locale, hub, id } = which;
  const state = await act(locale, providerForm, form, async (input) => {
    await saveHubProvider(await enterHouseOf(locale, hub), id, input);
    redirect(`/${locale}/${hub}/house/sign-in-providers?done=saved`);
  });
  // A secret does not travel back.
  return { ...state, values: { ...state.values, clientSecret: '' } };
}

/** Removes a provider of the hub's own. */
export async function remove(which: Which, _: FormState, form: FormData): Promise<FormState> {
  const { locale, hub, id } = which;
  return act(locale, z.object({}), form, async () => {
    await removeHubProvider(await enterHouseOf(locale, hub), id ?? '');
    redirect(`/${locale}/${hub}/house/sign-in-providers?done=removed`);
  });
}
