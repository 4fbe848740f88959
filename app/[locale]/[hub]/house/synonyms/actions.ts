'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enterHouseOf } from '#lib/platform/session/entry.ts';
import { addSynonym, changeSynonym, removeSynonym, synonymForm } from '#lib/showroom/synonyms.ts';

type Where = { locale: Locale; hub: string };

const back = ({ locale, hub }: Where, done: string) =>
  redirect(`/${locale}/${hub}/house/synonyms?done=${done}`);

/** Saves a new group, or (with an id) one there is. */
export async function save(
  where: Where & { id: string | null },
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(where.locale, synonymForm, form, async (input) => {
    const scope = await enterHouseOf(where.locale, where.hub);
    if (where.id) await changeSynonym(scope, where.id, input);
    else await addSynonym(scope, input);
    back(where, where.id ? 'synonymChanged' : 'synonymAdded');
  });
}

/** Removes a group. */
export async function remove(
  where: Where & { id: string },
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(where.locale, z.object({}), form, async () => {
    await removeSynonym(await enterHouseOf(where.locale, where.hub), where.id);
    back(where, 'synonymRemoved');
  });
}
