'use server';

import { redirect } from 'next/navigation';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enter } from '#lib/platform/session/entry.ts';
import { noFields, waitSchema } from '#lib/workspace/schema.ts';
import { joinWaiting, leaveWaiting, rejoinWaiting } from '#lib/workspace/waiting.ts';

type Where = { locale: Locale; hub: string; org: string };

/** Stands in line for a place that is taken. */
export async function join(
  { locale, hub, org }: Where,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, waitSchema, form, async (input) => {
    await joinWaiting(await enter(locale, hub, org), input);
    redirect(`/${locale}/${hub}/${org}/bookings?done=joined`);
  });
}

/** Leaves the line. */
export async function leave(
  { locale, hub, org, id }: Where & { id: string },
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, noFields, form, async () => {
    const { own } = await leaveWaiting(await enter(locale, hub, org), id);
    redirect(`/${locale}/${hub}/${org}/bookings?done=${own ? `left&wait=${id}` : 'removed'}`);
  });
}

/** Takes leaving the line back. */
export async function rejoin(
  { locale, hub, org, id }: Where & { id: string },
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, noFields, form, async () => {
    await rejoinWaiting(await enter(locale, hub, org), id);
    redirect(`/${locale}/${hub}/${org}/bookings?done=joined`);
  });
}
