'use server';

import { redirect } from 'next/navigation';
import { partyForm, saveReferences } from '#lib/billing/settings.ts';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enter } from '#lib/platform/session/entry.ts';

type Where = { locale: Locale; hub: string; org: string };

/** Saves what the organisation wants its invoices to say. */
export async function save(where: Where, _: FormState, form: FormData): Promise<FormState> {
  const { locale, hub, org } = where;
  return act(locale, partyForm, form, async (input) => {
    await saveReferences(await enter(locale, hub, org), input);
    redirect(`/${locale}/${hub}/${org}/costs?done=saved`);
  });
}
