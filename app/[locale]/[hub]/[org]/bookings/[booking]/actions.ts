'use server';

import { redirect } from 'next/navigation';
import { bookingReferenceForm, referBooking } from '#lib/billing/settings.ts';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { enter } from '#lib/platform/session/entry.ts';
import { checkIn, leaveEarly } from '#lib/workspace/attending.ts';
import { cancelBooking } from '#lib/workspace/cancelling.ts';
import { answerHouse } from '#lib/workspace/deciding.ts';
import { confirmHold, extendHold } from '#lib/workspace/holding.ts';
import { noFields, remarkSchema } from '#lib/workspace/schema.ts';

type Which = { locale: Locale; hub: string; org: string; id: string };

/** What one press does to a booking; the page then says that it is done. */
const steps = {
  confirmed: confirmHold,
  extended: extendHold,
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
    await steps[step](await enter(locale, hub, org), id);
    redirect(`/${locale}/${hub}/${org}/bookings/${id}?done=${step}`);
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
