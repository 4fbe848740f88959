'use server';

import { redirect } from 'next/navigation';
import { withWaysOut } from '#components/workspace/ways-out.ts';
import { act } from '#lib/platform/action.ts';
import { Refusal } from '#lib/platform/errors.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enter } from '#lib/platform/session/entry.ts';
import { changeBooking } from '#lib/workspace/changing.ts';
import { changeSchema, type Slot } from '#lib/workspace/schema.ts';

type Where = { locale: Locale; hub: string; org: string; id: string };

/** Moves the booking and shows it; where the new time is taken, what is free instead comes back as links. */
export async function change(where: Where, _before: FormState, form: FormData): Promise<FormState> {
  const { locale, hub, org, id } = where;
  const base = `/${locale}/${hub}/${org}`;
  return act(locale, changeSchema, form, async (input) => {
    const scope = await enter(locale, hub, org);
    await changeBooking(scope, id, input).catch((error: unknown) => {
      const hrefOf = (placeId: string, slot: Slot) =>
        `${base}/bookings/${id}/change?${new URLSearchParams({ placeId, ...slot })}`;
      throw error instanceof Refusal ? withWaysOut(error, locale, hrefOf) : error;
    });
    redirect(`${base}/bookings/${id}?done=changed`);
  });
}
