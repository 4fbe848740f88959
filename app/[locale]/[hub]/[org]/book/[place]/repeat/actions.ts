'use server';

import { redirect } from 'next/navigation';
import { withDays } from '#components/workspace/series-words.ts';
import { act } from '#lib/platform/action.ts';
import { Refusal } from '#lib/platform/errors.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enter } from '#lib/platform/session/entry.ts';
import { bookSeries } from '#lib/workspace/series.ts';
import { seriesSchema } from '#lib/workspace/series-schema.ts';

type Where = { locale: Locale; hub: string; org: string };

/** Books every day, or those that are free, and shows the bookings. */
export async function repeat(where: Where, _before: FormState, form: FormData): Promise<FormState> {
  const { locale, hub, org } = where;
  return act(locale, seriesSchema, form, async (input) => {
    const scope = await enter(locale, hub, org);
    await bookSeries(scope, input).catch((error: unknown) => {
      throw error instanceof Refusal ? withDays(error, locale) : error;
    });
    redirect(`/${locale}/${hub}/${org}/bookings?done=series`);
  });
}
