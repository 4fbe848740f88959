'use server';

import { redirect } from 'next/navigation';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enterHouseOf } from '#lib/platform/session/entry.ts';
import { holidaysSchema, hoursSchema } from '#lib/workspace/rule-forms.ts';
import { dropHours, saveHolidays, saveHours } from '#lib/workspace/rule-writes.ts';
import { noFields } from '#lib/workspace/schema.ts';

type Place = { locale: Locale; hub: string; site: string };

const back = ({ locale, hub }: Place, done: string) =>
  redirect(`/${locale}/${hub}/house/hours?done=${done}`);

/** Saves a week of hours: the usual ones, differing ones, or (null) new ones. */
export async function saveWeek(
  place: Place & { which: string | null },
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(place.locale, hoursSchema, form, async (input) => {
    const scope = await enterHouseOf(place.locale, place.hub);
    await saveHours(scope, place.site, place.which, input);
    back(place, 'saved');
  });
}

/** Differing hours end; the usual ones hold again. */
export async function dropWeek(
  place: Place & { which: string },
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(place.locale, noFields, form, async () => {
    await dropHours(await enterHouseOf(place.locale, place.hub), place.which);
    back(place, 'removed');
  });
}

/** Saves what the house does on holidays. */
export async function saveChoices(
  place: Place,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(place.locale, holidaysSchema, form, async (choices) => {
    await saveHolidays(await enterHouseOf(place.locale, place.hub), place.site, choices);
    back(place, 'saved');
  });
}
