'use server';

import { redirect } from 'next/navigation';
import { answerForm, answerSurvey } from '#lib/guided/survey.ts';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { client } from '#lib/platform/session/client.ts';
import { visit } from '#lib/platform/session/entry.ts';
import { allowTry, answersPerClient } from '#lib/platform/session/throttle.ts';

type Place = { locale: Locale; hub: string; code: string };

/** Keeps one answer, of nobody. Whoever has the code may, without signing in. */
export async function answer(
  { locale, hub, code }: Place,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, answerForm, form, async (input) => {
    await allowTry(answersPerClient, await client());
    await answerSurvey(await visit(hub), code, input);
    redirect(`/${locale}/${hub}/visited/${code}?done=1`);
  });
}
