'use server';

import { redirect } from 'next/navigation';
import { withMoney } from '#components/prices/money.ts';
import { withWaysOut } from '#components/workspace/ways-out.ts';
import { act } from '#lib/platform/action.ts';
import { Refusal } from '#lib/platform/errors.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enterHouseOf } from '#lib/platform/session/entry.ts';
import { checkIn } from '#lib/workspace/attending.ts';
import { bookPlace } from '#lib/workspace/booking.ts';
import { cancelBooking } from '#lib/workspace/cancelling.ts';
import { decideBooking } from '#lib/workspace/deciding.ts';
import {
  behalfSchema,
  cancellationSchema,
  decisionSchema,
  noFields,
  type Slot,
} from '#lib/workspace/schema.ts';

type Which = { locale: Locale; hub: string; id: string };

/** The house's answer: yes, no with a reason, or a question. */
export async function decide(
  { locale, hub, id }: Which,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, decisionSchema, form, async (decision) => {
    await decideBooking(await enterHouseOf(locale, hub), id, decision);
    redirect(`/${locale}/${hub}/house/bookings/${id}?done=${decision.answer}`);
  });
}

/** The house cancels, and says why. */
export async function cancel(
  { locale, hub, id }: Which,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, cancellationSchema, form, async ({ reason }) => {
    await cancelBooking(await enterHouseOf(locale, hub), id, reason);
    redirect(`/${locale}/${hub}/house/bookings/${id}?done=cancel`);
  });
}

/** The house books for an organisation, once it has seen the price; what is free instead comes back as links. */
export async function bookFor(
  { locale, hub }: Omit<Which, 'id'>,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, behalfSchema, form, async (input) => {
    const scope = await enterHouseOf(locale, hub);
    const { organisationId: organisation } = input;
    const { id } = await bookPlace(scope, input).catch((error: unknown) => {
      const hrefOf = (placeId: string, slot: Slot) =>
        `/${locale}/${hub}/house/bookings/new?${new URLSearchParams({ organisation, placeId, ...slot })}`;
      const told = error instanceof Refusal ? withWaysOut(error, locale, hrefOf) : error;
      throw withMoney(told, locale, scope.hub.country);
    });
    redirect(`/${locale}/${hub}/house/bookings/${id}?done=booked`);
  });
}

/** Whoever booked stands at the reception. */
export async function letIn(
  { locale, hub, id }: Which,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, noFields, form, async () => {
    await checkIn(await enterHouseOf(locale, hub), id);
    redirect(`/${locale}/${hub}/house/bookings/${id}?done=here`);
  });
}
