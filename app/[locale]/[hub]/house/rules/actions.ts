'use server';

import { redirect } from 'next/navigation';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enterHouseOf } from '#lib/platform/session/entry.ts';
import { quotaSchema, ruleSchema } from '#lib/workspace/rule-forms.ts';
import { dropQuota, saveQuota, saveRule } from '#lib/workspace/rule-writes.ts';
import { noFields, type PlaceKind } from '#lib/workspace/schema.ts';

type Place = { locale: Locale; hub: string };

const back = ({ locale, hub }: Place, done: string) =>
  redirect(`/${locale}/${hub}/house/rules?done=${done}`);

/** Saves the rules of a kind of place. */
export async function saveKind(
  place: Place & { kind: PlaceKind },
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(place.locale, ruleSchema, form, async (rule) => {
    await saveRule(await enterHouseOf(place.locale, place.hub), place.kind, rule);
    back(place, 'saved');
  });
}

/** Saves a limit, or (null) a new one. */
export async function saveLimit(
  place: Place & { id: string | null },
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(place.locale, quotaSchema, form, async (quota) => {
    await saveQuota(await enterHouseOf(place.locale, place.hub), place.id, quota);
    back(place, 'saved');
  });
}

/** Removes a limit. */
export async function dropLimit(
  place: Place & { id: string },
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(place.locale, noFields, form, async () => {
    await dropQuota(await enterHouseOf(place.locale, place.hub), place.id);
    back(place, 'removed');
  });
}
