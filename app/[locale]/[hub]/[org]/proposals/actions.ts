'use server';

import { redirect } from 'next/navigation';
import { act } from '#lib/platform/action.ts';
import { now } from '#lib/platform/clock.ts';
import { Refusal } from '#lib/platform/errors.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { enter } from '#lib/platform/session/entry.ts';
import { acceptAmendment, rejectAmendment } from '#lib/proposals/amending.ts';
import { inviteCoauthor, moveCoauthor } from '#lib/proposals/coauthoring.ts';
import type { CoauthorMove } from '#lib/proposals/coauthors.ts';
import { saveProposal } from '#lib/proposals/drafts.ts';
import {
  amendmentAnswerForm,
  buttonForm,
  coauthorForm,
  proposalFormSent,
  wordsForms,
} from '#lib/proposals/schema.ts';
import {
  answerQuestion,
  appealProposal,
  callOffProposal,
  discardProposal,
  submitProposal,
  withdrawProposal,
} from '#lib/proposals/writes.ts';

type Place = { locale: Locale; hub: string; org: string };

/** Saves what was typed, and then sends it when that button was pressed. */
export async function saveOrSubmit(
  { locale, hub, org }: Place,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const base = `/${locale}/${hub}/${org}/proposals`;
  const state = await act(locale, proposalFormSent, form, async ({ intent, ...input }) => {
    const scope = await enter(locale, hub, org);
    const saved = await saveProposal(scope, input);
    // The time makes each address its own, so that the page begins a new form after each saving.
    const at = now().epochMilliseconds;
    if (saved.waits) redirect(`${base}/${saved.id}?done=textChanged`);
    if (intent === 'save') redirect(`${base}/${saved.id}/edit?done=saved&at=${at}`);
    await submitOr(scope, saved.id, `${base}/${saved.id}/edit?refused=1&at=${at}`);
    redirect(`${base}/${saved.id}?done=submitted`);
  });
  return asTyped(state);
}

/** Sends a draft from the page where it is read. */
export async function submit(
  { locale, hub, org, id }: Place & { id: string },
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, buttonForm, form, async () => {
    await submitProposal(await enter(locale, hub, org), id);
    redirect(`/${locale}/${hub}/${org}/proposals/${id}?done=submitted`);
  });
}

/** Takes a sent proposal back to change it. */
export async function withdraw(
  { locale, hub, org, id }: Place & { id: string },
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, buttonForm, form, async () => {
    await withdrawProposal(await enter(locale, hub, org), id);
    redirect(`/${locale}/${hub}/${org}/proposals/${id}?done=withdrawn`);
  });
}

type Words = keyof typeof ourMoves;

const ourMoves = {
  answer: { make: answerQuestion, done: 'answered' },
  callOff: { make: callOffProposal, done: 'calledOff' },
  appeal: { make: appealProposal, done: 'appealed' },
} as const;

/** Answers a question, calls off or appeals: a move with words, in a field of its name. */
export async function say(
  { locale, hub, org, id }: Place & { id: string },
  name: Words,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const { make, done } = ourMoves[name];
  return act(locale, wordsForms[name], form, async (typed: Partial<Record<Words, string>>) => {
    await make(await enter(locale, hub, org), id, typed[name] ?? '');
    redirect(`/${locale}/${hub}/${org}/proposals/${id}?done=${done}`);
  });
}

/** Throws a draft away. */
export async function discard(
  { locale, hub, org, id }: Place & { id: string },
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, buttonForm, form, async () => {
    await discardProposal(await enter(locale, hub, org), id);
    redirect(`/${locale}/${hub}/${org}/proposals?done=discarded`);
  });
}

/** Asks somebody of another organisation to write it, too. */
export async function invite(
  { locale, hub, org, id }: Place & { id: string },
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, coauthorForm, form, async ({ email }) => {
    await inviteCoauthor(await enter(locale, hub, org), id, email);
    redirect(`/${locale}/${hub}/${org}/proposals/${id}?done=coauthorInvited#coauthors`);
  });
}

const coauthorDone = {
  accept: 'coauthorJoined',
  decline: 'coauthorDeclined',
  cancel: 'coauthorCancelled',
  remove: 'coauthorRemoved',
  leave: 'coauthorLeft',
} as const;

/** Answers an invitation to write together, or ends what came of it. */
export async function coauthor(
  { locale, hub, org }: Place,
  id: string,
  name: Exclude<CoauthorMove, 'lapse'>,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, buttonForm, form, async () => {
    const proposal = await moveCoauthor(await enter(locale, hub, org), id, name);
    const base = `/${locale}/${hub}/${org}/proposals`;
    // Whoever said no or left reads it no more.
    const goneFrom = name === 'decline' || name === 'leave';
    redirect(`${goneFrom ? base : `${base}/${proposal}`}?done=${coauthorDone[name]}`);
  });
}

/** Takes over other words that another organisation proposed. */
export async function acceptWords(
  { locale, hub, org, id }: Place & { id: string },
  amendment: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, buttonForm, form, async () => {
    await acceptAmendment(await enter(locale, hub, org), amendment);
    redirect(`/${locale}/${hub}/${org}/proposals/${id}?done=amendmentAccepted`);
  });
}

/** Says why they are not taken over. */
export async function rejectWords(
  { locale, hub, org, id }: Place & { id: string },
  amendment: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, amendmentAnswerForm, form, async ({ answer }) => {
    await rejectAmendment(await enter(locale, hub, org), amendment, answer);
    redirect(`/${locale}/${hub}/${org}/proposals/${id}?done=amendmentRejected`);
  });
}

/** The draft is saved by now, so an incomplete one goes on at its own address, which says what is missing. */
async function submitOr(scope: Scope, id: string, address: string): Promise<void> {
  try {
    await submitProposal(scope, id);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'innovation.refusals.incomplete')
      redirect(address);
    throw error;
  }
}

/** Everything as it was typed: also that nothing is ticked, and the newer number to go on from. */
function asTyped(state: FormState): FormState {
  const { revision } = (state.detail ?? {}) as { revision?: number };
  const values: FormState['values'] = { needs: [], areas: [], ...state.values };
  if (revision !== undefined) values.revision = String(revision);
  return { ...state, values };
}
