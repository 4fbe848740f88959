'use server';

import { redirect } from 'next/navigation';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enterHouseOf } from '#lib/platform/session/entry.ts';
import {
  draftClosure,
  dropClosure,
  publishClosure,
  withdrawClosure,
} from '#lib/workspace/closing.ts';
import { closureSchema, publishSchema } from '#lib/workspace/closing-forms.ts';
import { noFields } from '#lib/workspace/schema.ts';

type Place = { locale: Locale; hub: string };
type Which = Place & { id: string };

const back = ({ locale, hub }: Place, done: string, id = '') =>
  redirect(`/${locale}/${hub}/house/closures${id && `/${id}`}?done=${done}`);

/** Keeps a draft, and shows what it meets. */
export async function draft(
  place: Place & { id: string | null },
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(place.locale, closureSchema, form, async (input) => {
    const scope = await enterHouseOf(place.locale, place.hub);
    const { id } = await draftClosure(scope, place.id, input);
    back(place, 'drafted', id);
  });
}

/** Publishes it, with what becomes of each booking. */
export async function publish(
  which: Which,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(which.locale, publishSchema, form, async (decisions) => {
    await publishClosure(await enterHouseOf(which.locale, which.hub), which.id, decisions);
    back(which, 'published', which.id);
  });
}

/** Takes a published one back. */
export async function withdraw(
  which: Which,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(which.locale, noFields, form, async () => {
    await withdrawClosure(await enterHouseOf(which.locale, which.hub), which.id);
    back(which, 'withdrawn');
  });
}

/** Throws a draft away. */
export async function drop(which: Which, _before: FormState, form: FormData): Promise<FormState> {
  return act(which.locale, noFields, form, async () => {
    await dropClosure(await enterHouseOf(which.locale, which.hub), which.id);
    back(which, 'dropped');
  });
}
