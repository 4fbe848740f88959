'use server';

import { redirect } from 'next/navigation';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enter } from '#lib/platform/session/entry.ts';
import { proposeAmendment, raiseAmendment, withdrawAmendment } from '#lib/proposals/amending.ts';
import { endorseProposal, unendorseProposal } from '#lib/proposals/endorsing.ts';
import { amendmentForm, buttonForm } from '#lib/proposals/schema.ts';

type Which = { locale: Locale; hub: string; org: string; id: string };

/** Puts the organisation behind a proposal. */
export async function endorse(
  which: Which,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(which.locale, buttonForm, form, async () => {
    await endorseProposal(await enter(which.locale, which.hub, which.org), which.id);
    back(which, 'endorsed');
  });
}

/** Takes that back. */
export async function unendorse(
  which: Which,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(which.locale, buttonForm, form, async () => {
    await unendorseProposal(await enter(which.locale, which.hub, which.org), which.id);
    back(which, 'unendorsed');
  });
}

/** Proposes other words for parts of a proposal. */
export async function amend(which: Which, _before: FormState, form: FormData): Promise<FormState> {
  const state = await act(which.locale, amendmentForm, form, async (input) => {
    await proposeAmendment(await enter(which.locale, which.hub, which.org), which.id, input);
    back(which, 'amendmentProposed');
  });
  // Sent again, it goes by the text as it is now.
  const { revision } = (state.detail ?? {}) as { revision?: number };
  if (revision === undefined) return state;
  return { ...state, values: { ...state.values, revision: String(revision) } };
}

/** Takes other words back. */
export async function unamend(
  which: Which,
  amendment: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(which.locale, buttonForm, form, async () => {
    await withdrawAmendment(await enter(which.locale, which.hub, which.org), amendment);
    back(which, 'amendmentWithdrawn');
  });
}

/** Makes a draft of one's own of what was rejected. */
export async function raise(
  which: Which,
  amendment: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const { locale, hub, org } = which;
  return act(locale, buttonForm, form, async () => {
    const draft = await raiseAmendment(await enter(locale, hub, org), amendment);
    redirect(`/${locale}/${hub}/${org}/proposals/${draft}/edit?done=amendmentRaised`);
  });
}

function back({ locale, hub, org, id }: Which, done: string): never {
  redirect(`/${locale}/${hub}/${org}/others/${id}?done=${done}`);
}
