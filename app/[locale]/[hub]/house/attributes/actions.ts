'use server';

import { redirect } from 'next/navigation';
import { attributeSchema } from '#lib/places/attribute-schema.ts';
import { addAttribute, changeAttribute, retireAttribute } from '#lib/places/attribute-writes.ts';
import { noFields } from '#lib/places/schema.ts';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enterHouseOf } from '#lib/platform/session/entry.ts';

type Where = { locale: Locale; hub: string };

const back = ({ locale, hub }: Where, done: string) =>
  redirect(`/${locale}/${hub}/house/attributes?done=${done}`);

/** Saves a new attribute, or (with an id) one there is. */
export async function save(
  where: Where & { id: string | null },
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(where.locale, attributeSchema, form, async (input) => {
    const scope = await enterHouseOf(where.locale, where.hub);
    if (where.id) await changeAttribute(scope, where.id, input);
    else await addAttribute(scope, input);
    back(where, 'attributeSaved');
  });
}

/** Takes it out of use, or into use again. */
export async function retire(
  where: Where & { id: string; retired: boolean },
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(where.locale, noFields, form, async () => {
    const scope = await enterHouseOf(where.locale, where.hub);
    await retireAttribute(scope, where.id, where.retired);
    back(where, where.retired ? 'attributeRetired' : 'attributeRestored');
  });
}
