'use server';

import { redirect } from 'next/navigation';
import { waysOut } from '#components/workspace/ways-out.ts';
import { act } from '#lib/platform/action.ts';
import { Refusal } from '#lib/platform/errors.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enter } from '#lib/platform/session/entry.ts';
import { bookPlace } from '#lib/workspace/booking.ts';
import type { Alternative } from '#lib/workspace/reads.ts';
import { bookingSchema } from '#lib/workspace/schema.ts';

type Where = { locale: Locale; hub: string; org: string };

/** Books and shows the booking; when someone was faster, the alternatives come back as links. */
export async function book(where: Where, _before: FormState, form: FormData): Promise<FormState> {
  const { locale, hub, org } = where;
  const base = `/${locale}/${hub}/${org}`;
  return act(locale, bookingSchema, form, async (input) => {
    const scope = await enter(locale, hub, org);
    const { id } = await bookPlace(scope, input).catch((error: unknown) => {
      throw error instanceof Refusal ? withLinks(error, locale, base) : error;
    });
    redirect(`${base}/bookings/${id}?done=booked`);
  });
}

function withLinks(refusal: Refusal, locale: Locale, base: string): Refusal {
  const { alternatives } = (refusal.detail ?? {}) as { alternatives?: Alternative[] };
  if (!alternatives) return refusal;
  const ways = waysOut(locale, base, alternatives);
  return new Refusal(refusal.code, refusal.fields, { ways });
}
