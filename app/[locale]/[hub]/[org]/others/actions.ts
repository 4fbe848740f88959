'use server';

import { redirect } from 'next/navigation';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enter } from '#lib/platform/session/entry.ts';
import { endorseProposal, unendorseProposal } from '#lib/proposals/endorsing.ts';
import { buttonForm } from '#lib/proposals/schema.ts';

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

function back({ locale, hub, org, id }: Which, done: string): never {
  redirect(`/${locale}/${hub}/${org}/others/${id}?done=${done}`);
}
