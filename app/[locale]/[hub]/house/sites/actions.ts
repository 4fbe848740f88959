'use server';

import { redirect } from 'next/navigation';
import { floorSchema, siteSchema } from '#lib/places/site-schema.ts';
import { addSite, changeSite, removeFloor, removeSite, saveFloor } from '#lib/places/sites.ts';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enterHouseOf } from '#lib/platform/session/entry.ts';
import { noFields } from '#lib/workspace/schema.ts';

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

/** Takes an empty floor of a site away, or (with null) the empty site itself. */
export async function remove(
  { locale, hub, site, floor }: Where & { site: string; floor: string | null },
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, noFields, form, async () => {
    const scope = await enterHouseOf(locale, hub);
    const base = `/${locale}/${hub}/house/sites`;
    if (floor) {
      await removeFloor(scope, site, floor);
      redirect(`${base}/${site}?done=floorRemoved`);
    }
    await removeSite(scope, site);
    redirect(`${base}?done=siteRemoved`);
  });
}
