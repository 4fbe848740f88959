'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enter } from '#lib/platform/session/entry.ts';
import { adoptionForm, stateAdoption, withdrawAdoption } from '#lib/showroom/adoptions.ts';

type Where = { locale: Locale; hub: string; org: string; shown: string };

const back = ({ locale, hub, org }: Where, done: string) =>
  redirect(`/${locale}/${hub}/${org}/uses?done=${done}`);

/** States how the organisation uses it. */
export async function state(where: Where, _before: FormState, form: FormData): Promise<FormState> {
  const { locale, hub, org, shown } = where;
  const schema = adoptionForm.omit({ language: true });
  return act(locale, schema, form, async (input) => {
    await stateAdoption(await enter(locale, hub, org), shown, { ...input, language: locale });
    back(where, 'stated');
  });
}

/** Takes the statement back. */
export async function withdraw(
  where: Where,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const { locale, hub, org, shown } = where;
  return act(locale, z.object({}), form, async () => {
    await withdrawAdoption(await enter(locale, hub, org), shown);
    back(where, 'withdrawn');
  });
}
