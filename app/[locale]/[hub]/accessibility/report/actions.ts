'use server';

import { redirect } from 'next/navigation';
import { barrierForm } from '#lib/hubs/schema.ts';
import { reportBarrier } from '#lib/hubs/writes.ts';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { client } from '#lib/platform/session/client.ts';
import { visit } from '#lib/platform/session/entry.ts';
import { allowTry, reportPerClient } from '#lib/platform/session/throttle.ts';

type Place = { locale: Locale; hub: string };

/** Keeps the report and shows its number. Anyone may, without signing in. */
export async function report(
  { locale, hub }: Place,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, barrierForm, form, async (input) => {
    await allowTry(reportPerClient, await client());
    const number = await reportBarrier(await visit(hub), input, locale);
    const mailed = input.email ? '&mailed=1' : '';
    redirect(`/${locale}/${hub}/accessibility/report?case=${number}${mailed}`);
  });
}
