'use server';

import { redirect } from 'next/navigation';
import { withFound } from '#components/leases/found-words.ts';
import { offerLease, withdrawLease } from '#lib/leases/answering.ts';
import { changeDraft, draftLease } from '#lib/leases/drafting.ts';
import { giveNotice } from '#lib/leases/ending.ts';
import {
  acceptLastDay,
  declineLastDay,
  proposeLastDay,
  takeBackLastDay,
} from '#lib/leases/proposing.ts';
import {
  answerSchema,
  draftSchema,
  noFields,
  proposalSchema,
  reasonSchema,
  signSchema,
} from '#lib/leases/schema.ts';
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

type Proposed = Which & { proposal: string };

/** Proposes another last day. */
export async function propose(
  which: Which,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const { locale, hub, id } = which;
  const state = await act(locale, proposalSchema, form, async (input) => {
    await proposeLastDay(await enterHouseOf(locale, hub), id, input);
    redirect(`/${locale}/${hub}/house/leases/${id}?done=proposed`);
  });
  return withFound(which, state);
}

/** Signs what the organisation proposes. */
export async function acceptChange(
  which: Proposed,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const { locale, hub, id, proposal } = which;
  const state = await act(locale, signSchema, form, async () => {
    await acceptLastDay(await enterHouseOf(locale, hub), id, proposal);
    redirect(`/${locale}/${hub}/house/leases/${id}?done=lastDay`);
  });
  return withFound(which, state);
}

/** Says no to it. */
export async function declineChange(
  { locale, hub, id, proposal }: Proposed,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, answerSchema, form, async ({ answer }) => {
    await declineLastDay(await enterHouseOf(locale, hub), id, proposal, answer);
    redirect(`/${locale}/${hub}/house/leases/${id}?done=changeDeclined`);
  });
}

/** Takes back what the house proposed. */
export async function takeBackChange(
  { locale, hub, id, proposal }: Proposed,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, noFields, form, async () => {
    await takeBackLastDay(await enterHouseOf(locale, hub), id, proposal);
    redirect(`/${locale}/${hub}/house/leases/${id}?done=changeTakenBack`);
  });
}
