'use server';

import { redirect } from 'next/navigation';
import { withMoney } from '#components/prices/money.ts';
import { withDays } from '#components/workspace/series-words.ts';
import { withWaysOut } from '#components/workspace/ways-out.ts';
import { act } from '#lib/platform/action.ts';
import { Refusal } from '#lib/platform/errors.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enter } from '#lib/platform/session/entry.ts';
import { changeBooking } from '#lib/workspace/changing.ts';
import { changeSchema, type Slot } from '#lib/workspace/schema.ts';
import { changeSeries } from '#lib/workspace/series-changes.ts';

type Where = { locale: Locale; hub: string; org: string; id: string };

/** Moves the booking and shows it; where the new time is taken, what is free instead comes back as links. */
export async function change(where: Where, _before: FormState, form: FormData): Promise<FormState> {
  const { locale, hub, org, id } = where;
  const base = `/${locale}/${hub}/${org}`;
  return act(locale, changeSchema, form, async ({ reach, ...input }) => {
    const scope = await enter(locale, hub, org);
    const work =
      reach === 'ONE' ? changeBooking(scope, id, input) : changeSeries(scope, id, input, reach);
    await work.catch((error: unknown) => {
      const hrefOf = (placeId: string, slot: Slot) =>
        `${base}/bookings/${id}/change?${new URLSearchParams({ placeId, ...slot })}`;
      if (!(error instanceof Refusal)) throw error;
      const told = withDays(withWaysOut(error, locale, hrefOf), locale);
      throw withMoney(told, locale, scope.hub.country);
    });
    redirect(`${base}/bookings/${id}?done=changed`);
  });
}
