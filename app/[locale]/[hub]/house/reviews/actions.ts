'use server';

import { redirect } from 'next/navigation';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enterHouseOf } from '#lib/platform/session/entry.ts';
import { buttonForm, decisionForm } from '#lib/proposals/schema.ts';
import { beginReview, decideProposal } from '#lib/proposals/writes.ts';

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

/** Decides, and shows the proposal with the decision. */
export async function decide(
  { locale, hub, id }: Which,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, decisionForm, form, async (input) => {
    await decideProposal(await enterHouseOf(locale, hub), id, input);
    const done = input.decision === 'accept' ? 'accepted' : 'declined';
    redirect(`/${locale}/${hub}/house/reviews/${id}?done=${done}`);
  });
}
