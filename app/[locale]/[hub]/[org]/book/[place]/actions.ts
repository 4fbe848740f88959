'use server';

import { redirect } from 'next/navigation';
import { withMoney } from '#components/prices/money.ts';
import { withWish } from '#components/workspace/addresses.ts';
import { withWaysOut } from '#components/workspace/ways-out.ts';
import { act } from '#lib/platform/action.ts';
import { Refusal } from '#lib/platform/errors.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enter } from '#lib/platform/session/entry.ts';
import type { TypedNeeds } from '#lib/workspace/attributes.ts';
import { bookPlace } from '#lib/workspace/booking.ts';
import { findBooking } from '#lib/workspace/booking-reads.ts';
import { bookingSchema, type Slot } from '#lib/workspace/schema.ts';

/** `needs` is what was searched for: it ranks what is free instead. */
type Where = { locale: Locale; hub: string; org: string; needs?: TypedNeeds };

/** Books and shows the booking; when someone was faster, the alternatives come back as links. */
export async function book(where: Where, _before: FormState, form: FormData): Promise<FormState> {
  const { locale, hub, org, needs } = where;
  const base = `/${locale}/${hub}/${org}`;
  return act(locale, bookingSchema, form, async (input) => {
    const scope = await enter(locale, hub, org);
    const { id } = await bookPlace(scope, input, needs).catch((error: unknown) => {
      const hrefOf = (place: string, slot: Slot) =>
        withWish(`${base}/book/${place}`, { ...slot, ...(needs && { needs }) });
      const told = error instanceof Refusal ? withWaysOut(error, locale, hrefOf) : error;
      throw withMoney(told, locale, scope.hub.country);
    });
    const { status } = await findBooking(scope, id);
    const done = { HELD: 'held', PENDING: 'asked' }[status as string] ?? 'booked';
    redirect(`${base}/bookings/${id}?done=${done}`);
  });
}
