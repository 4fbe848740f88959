'use server';

import { redirect } from 'next/navigation';
import { withFound } from '#components/leases/found-words.ts';
import { offerLease, withdrawLease } from '#lib/leases/answering.ts';
import { changeDraft, draftLease } from '#lib/leases/drafting.ts';
import { changeLastDay, giveNotice } from '#lib/leases/ending.ts';
import { draftSchema, lastDaySchema, noFields, reasonSchema } from '#lib/leases/schema.ts';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enterHouseOf } from '#lib/platform/session/entry.ts';

type Where = { locale: Locale; hub: string };
type Which = Where & { id: string };

/** Writes a draft: a new one, or (with an id) another wording of one there is. */
export async function save(
  { locale, hub, id }: Where & { id: string | null },
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, draftSchema, form, async (input) => {
    const scope = await enterHouseOf(locale, hub);
    if (id) await changeDraft(scope, id, input);
    const lease = id ?? (await draftLease(scope, input)).id;
    redirect(`/${locale}/${hub}/house/leases/${lease}?done=drafted`);
  });
}

/** Sends a draft to its organisation. */
export async function offer(which: Which, _before: FormState, form: FormData): Promise<FormState> {
  const { locale, hub, id } = which;
  const state = await act(locale, noFields, form, async () => {
    await offerLease(await enterHouseOf(locale, hub), id);
    redirect(`/${locale}/${hub}/house/leases/${id}?done=offered`);
  });
  return withFound(which, state);
}

/** Takes a draft or an offer back. */
export async function withdraw(
  { locale, hub, id }: Which,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, reasonSchema, form, async ({ reason }) => {
    await withdrawLease(await enterHouseOf(locale, hub), id, reason);
    redirect(`/${locale}/${hub}/house/leases/${id}?done=withdrawn`);
  });
}

/** Gives notice on behalf of the house. */
export async function notice(
  { locale, hub, id }: Which,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, reasonSchema, form, async ({ reason }) => {
    await giveNotice(await enterHouseOf(locale, hub), id, reason);
    redirect(`/${locale}/${hub}/house/leases/${id}?done=noticed`);
  });
}

/** Another last day, as agreed. */
export async function setLastDay(
  which: Which,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const { locale, hub, id } = which;
  const state = await act(locale, lastDaySchema, form, async ({ lastDay }) => {
    await changeLastDay(await enterHouseOf(locale, hub), id, lastDay);
    redirect(`/${locale}/${hub}/house/leases/${id}?done=lastDay`);
  });
  return withFound(which, state);
}
