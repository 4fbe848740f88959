'use server';

import { redirect } from 'next/navigation';
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
  return act(locale, cancellationSchema, form, async ({ reason, reach, fee }) => {
    const scope = await enter(locale, hub, org);
    if (reach === 'ONE') await cancelBooking(scope, id, reason, fee ?? 0);
    else await cancelSeries(scope, id, reach, reason);
    redirect(`/${locale}/${hub}/${org}/bookings/${id}?done=cancelled`);
  });
}
