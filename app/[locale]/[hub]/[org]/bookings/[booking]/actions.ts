'use server';

import { redirect } from 'next/navigation';
import { withMoney } from '#components/prices/money.ts';
import { withWish } from '#components/workspace/addresses.ts';
import { withWaysOut } from '#components/workspace/ways-out.ts';
import { bookingReferenceForm, referBooking } from '#lib/billing/settings.ts';
import { act } from '#lib/platform/action.ts';
import { Refusal } from '#lib/platform/errors.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { enter } from '#lib/platform/session/entry.ts';
import { checkIn, leaveEarly } from '#lib/workspace/attending.ts';
import { cancelBooking } from '#lib/workspace/cancelling.ts';
import { answerHouse } from '#lib/workspace/deciding.ts';
import { confirmHold, confirmSchema, extendHold } from '#lib/workspace/holding.ts';
import { restoreBooking } from '#lib/workspace/restoring.ts';
import { noFields, remarkSchema, type Slot } from '#lib/workspace/schema.ts';

type Which = { locale: Locale; hub: string; org: string; id: string };

/** What one press does to a booking; the page then says that it is done. */
const steps = {
  extended: extendHold,
  restored: restoreBooking,
  released: (scope: Scope, id: string) => cancelBooking(scope, id),
  here: checkIn,
  left: leaveEarly,
} as const;
export type Step = keyof typeof steps;

export async function take(
  { locale, hub, org, id }: Which,
  step: Step,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, noFields, form, async () => {
    const base = `/${locale}/${hub}/${org}`;
    await steps[step](await enter(locale, hub, org), id).catch((error: unknown) => {
      const hrefOf = (place: string, slot: Slot) => withWish(`${base}/book/${place}`, slot);
      throw error instanceof Refusal ? withWaysOut(error, locale, hrefOf) : error;
    });
    redirect(`/${locale}/${hub}/${org}/bookings/${id}?done=${step}`);
  });
}

/** Makes a booking of what is held, at the price that was shown. */
export async function confirm(
  { locale, hub, org, id }: Which,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, confirmSchema, form, async (agreed) => {
    const scope = await enter(locale, hub, org);
    await confirmHold(scope, id, agreed).catch((error: unknown) => {
      throw withMoney(error, locale, scope.hub.country);
    });
    redirect(`/${locale}/${hub}/${org}/bookings/${id}?done=confirmed`);
  });
}

/** Answers what the house has asked. */
export async function answer(
  { locale, hub, org, id }: Which,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, remarkSchema, form, async ({ text }) => {
    await answerHouse(await enter(locale, hub, org), id, text);
    redirect(`/${locale}/${hub}/${org}/bookings/${id}?done=answered`);
  });
}

/** Says which cost centre bears it. */
export async function refer(
  { locale, hub, org, id }: Which,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, bookingReferenceForm, form, async (input) => {
    await referBooking(await enter(locale, hub, org), id, input);
    redirect(`/${locale}/${hub}/${org}/bookings/${id}?done=referred`);
  });
}
