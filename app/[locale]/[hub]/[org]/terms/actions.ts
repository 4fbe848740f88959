'use server';

import { redirect } from 'next/navigation';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enter } from '#lib/platform/session/entry.ts';
import { acceptTerms } from '#lib/workspace/place-terms.ts';
import { noFields } from '#lib/workspace/schema.ts';

type Where = { locale: Locale; hub: string; org: string; id: string };

/** Agrees to terms for the organisation. */
export async function accept(where: Where, _before: FormState, form: FormData): Promise<FormState> {
  const { locale, hub, org, id } = where;
  return act(locale, noFields, form, async () => {
    await acceptTerms(await enter(locale, hub, org), id);
    redirect(`/${locale}/${hub}/${org}/terms?done=accepted`);
  });
}
