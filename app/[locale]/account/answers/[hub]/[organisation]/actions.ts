'use server';

import { redirect } from 'next/navigation';
import { askAgain, findAnswer, isFixed } from '#lib/organisations/asking-again.ts';
import { againForm } from '#lib/organisations/schema.ts';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enterOwn, orNone } from '#lib/platform/session/entry.ts';

type Place = { locale: Locale; hub: string; organisation: string };

/** Asks the hub again; leads to the organisation's own page there, which says that it waits. */
export async function again(
  { locale, ...where }: Place,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const own = await enterOwn(locale);
  const answer = await orNone(() => findAnswer(own, where));
  if (!answer?.asked) redirect(`/${locale}/account`);
  const { kind, country, asked } = answer;
  const schema = againForm({ kind, country, code: asked.code }, isFixed(answer));
  return act(locale, schema, form, async (input) => {
    await askAgain(own, where, input, locale);
    redirect(`/${locale}/${where.hub}/${where.organisation}`);
  });
}
