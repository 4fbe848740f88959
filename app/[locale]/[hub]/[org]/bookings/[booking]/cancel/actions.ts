'use server';

import { redirect } from 'next/navigation';
import { withMoney } from '#components/prices/money.ts';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enter } from '#lib/platform/session/entry.ts';
import { cancelBooking } from '#lib/workspace/cancelling.ts';
import { cancellationSchema } from '#lib/workspace/schema.ts';
import { cancelSeries } from '#lib/workspace/series-changes.ts';

type Where = { locale: Locale; hub: string; org: string; id: string };

/** Cancels and shows the booking as it then stands. */
export async function cancel(where: Where, _before: FormState, form: FormData): Promise<FormState> {
  const { locale, hub, org, id } = where;
  return act(locale, cancellationSchema, form, async ({ reason, reach, agreedOre = 0 }) => {
    const scope = await enter(locale, hub, org);
    const work =
      reach === 'ONE'
        ? cancelBooking(scope, id, reason, agreedOre)
        : cancelSeries(scope, id, reach, reason, agreedOre);
    const done = await work.catch((error: unknown) => {
      throw withMoney(error, locale, scope.hub.country);
    });
    const told = done ? `cancelledSeries&count=${done.cancelled}&left=${done.left}` : 'cancelled';
    redirect(`/${locale}/${hub}/${org}/bookings/${id}?done=${told}`);
  });
}
