'use server';

import { redirect } from 'next/navigation';
import { withMoney } from '#components/prices/money.ts';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enter } from '#lib/platform/session/entry.ts';
import { cancelForAbsence } from '#lib/workspace/absence.ts';
import { absenceSchema } from '#lib/workspace/series-schema.ts';

type Where = { locale: Locale; hub: string; org: string };

/** Lets go of all one's own bookings in the days shown. */
export async function letGo(where: Where, _before: FormState, form: FormData): Promise<FormState> {
  const { locale, hub, org } = where;
  return act(locale, absenceSchema, form, async (range) => {
    const scope = await enter(locale, hub, org);
    await cancelForAbsence(scope, { ...range, agreedOre: range.agreedOre ?? 0 }).catch(
      (error: unknown) => {
        throw withMoney(error, locale, scope.hub.country);
      },
    );
    redirect(`/${locale}/${hub}/${org}/bookings?done=absence`);
  });
}
