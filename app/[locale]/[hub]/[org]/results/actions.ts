'use server';

import { redirect } from 'next/navigation';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enter } from '#lib/platform/session/entry.ts';
import { sayAdoption } from '#lib/results/adopting.ts';
import { adoptionForm } from '#lib/results/schema.ts';

type Where = { locale: Locale; hub: string; org: string; result: string };

/** Says where one's own body stands with a result. */
export async function say(where: Where, _before: FormState, form: FormData) {
  return act(where.locale, adoptionForm, form, async (input) => {
    const { locale, hub, org, result } = where;
    await sayAdoption(await enter(locale, hub, org), result, input);
    redirect(`/${locale}/${hub}/${org}/results/${result}?done=said`);
  });
}
