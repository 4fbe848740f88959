'use server';

import { redirect } from 'next/navigation';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enterHouseOf } from '#lib/platform/session/entry.ts';
import { assessProposal } from '#lib/proposals/assessing.ts';
import { assessmentForm } from '#lib/proposals/assessment.ts';
import { buttonForm, decisionForm, wordsForms } from '#lib/proposals/schema.ts';
import {
  askProposers,
  beginReview,
  decideProposal,
  reopenProposal,
  resumeProposal,
  undoDecision,
} from '#lib/proposals/writes.ts';

type Which = { locale: Locale; hub: string; id: string };

/** Begins the review; from now on the proposers cannot take it back. */
export async function begin(
  { locale, hub, id }: Which,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, buttonForm, form, async () => {
    await beginReview(await enterHouseOf(locale, hub), id);
    redirect(`/${locale}/${hub}/house/reviews/${id}?done=begun`);
  });
}

/** Saves the assessment, or sends it; a form that was too old goes on from what is newer. */
export async function assess(which: Which, _before: FormState, form: FormData): Promise<FormState> {
  const state = await act(which.locale, assessmentForm, form, async (input) => {
    await assessProposal(await enterHouseOf(which.locale, which.hub), which.id, input);
    back(which, input.intent === 'send' ? 'assessmentSent' : 'assessmentSaved');
  });
  const { revision } = (state.detail ?? {}) as { revision?: number };
  const values: FormState['values'] = { bodies: [], ...state.values };
  if (revision !== undefined) values.revision = String(revision);
  return { ...state, values };
}

/** Decides, and shows the proposal with the decision. */
export async function decide(
  { locale, hub, id }: Which,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, decisionForm, form, async (input) => {
    await decideProposal(await enterHouseOf(locale, hub), id, input);
    redirect(`/${locale}/${hub}/house/reviews/${id}?done=${doneBy[input.decision]}`);
  });
}

const doneBy = { accept: 'accepted', decline: 'declined', park: 'parked' } as const;

/** Asks the proposers for more. */
export async function ask(which: Which, _before: FormState, form: FormData): Promise<FormState> {
  return act(which.locale, wordsForms.ask, form, async (typed) => {
    await askProposers(await enterHouseOf(which.locale, which.hub), which.id, typed.ask);
    back(which, 'asked');
  });
}

/** Undoes a decision, with a reason. */
export async function undo(which: Which, _before: FormState, form: FormData): Promise<FormState> {
  return act(which.locale, wordsForms.undo, form, async (typed) => {
    await undoDecision(await enterHouseOf(which.locale, which.hub), which.id, typed.undo);
    back(which, 'undone');
  });
}

/** Reviews again what was parked. */
export async function resume(which: Which, _before: FormState, form: FormData): Promise<FormState> {
  return act(which.locale, buttonForm, form, async () => {
    await resumeProposal(await enterHouseOf(which.locale, which.hub), which.id);
    back(which, 'resumed');
  });
}

/** Judges again what was appealed. */
export async function reopen(which: Which, _before: FormState, form: FormData): Promise<FormState> {
  return act(which.locale, buttonForm, form, async () => {
    await reopenProposal(await enterHouseOf(which.locale, which.hub), which.id);
    back(which, 'reopened');
  });
}

function back({ locale, hub, id }: Which, done: string): never {
  redirect(`/${locale}/${hub}/house/reviews/${id}?done=${done}`);
}
