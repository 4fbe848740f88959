'use server';

import { redirect } from 'next/navigation';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enter } from '#lib/platform/session/entry.ts';
import { beginForm } from '#lib/showroom/forms.ts';
import { beginDemo } from '#lib/showroom/versions.ts';

type Where = { locale: Locale; hub: string; org: string };

/** Begins a demo, in the language of the page. */
export async function begin(where: Where, _before: FormState, form: FormData): Promise<FormState> {
  const { locale, hub, org } = where;
  return act(locale, beginForm, form, async ({ id, title, summary }) => {
    const texts = { title: { [locale]: title }, summary: { [locale]: summary } };
    await beginDemo(await enter(locale, hub, org), id, texts);
    redirect(`/${locale}/${hub}/${org}/demos/${id}?done=begun`);
  });
}
