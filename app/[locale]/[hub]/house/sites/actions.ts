'use server';

import { redirect } from 'next/navigation';
import { floorSchema, siteSchema } from '#lib/places/site-schema.ts';
import { addSite, changeSite, saveFloor } from '#lib/places/sites.ts';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enterHouseOf } from '#lib/platform/session/entry.ts';

type Where = { locale: Locale; hub: string };

/** Saves a new site, or (with an id) one there is. */
export async function save(
  { locale, hub, id }: Where & { id: string | null },
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, siteSchema, form, async (input) => {
    const scope = await enterHouseOf(locale, hub);
    if (id) await changeSite(scope, id, input);
    const site = id ?? (await addSite(scope, input)).id;
    redirect(`/${locale}/${hub}/house/sites/${site}?done=${id ? 'changed' : 'siteAdded'}`);
  });
}

/** Saves a new floor of a site, or (with an id) one there is. */
export async function keepFloor(
  { locale, hub, site, id }: Where & { site: string; id: string | null },
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, floorSchema, form, async (input) => {
    await saveFloor(await enterHouseOf(locale, hub), site, id, input);
    redirect(`/${locale}/${hub}/house/sites/${site}?done=${id ? 'changed' : 'floorAdded'}`);
  });
}
