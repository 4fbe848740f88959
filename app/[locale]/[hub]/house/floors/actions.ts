'use server';

import { redirect } from 'next/navigation';
import { discardDraft, saveDraft, startDraft } from '#lib/floors/drafting.ts';
import { publishDraft } from '#lib/floors/publishing.ts';
import { drawingSchema, noFields, seenSchema, startSchema } from '#lib/floors/schema.ts';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enterHouseOf } from '#lib/platform/session/entry.ts';

type Which = { locale: Locale; hub: string; floor: string };

/** Begins a new version, from what is shown or from an earlier one. */
export async function begin(which: Which, _: FormState, form: FormData): Promise<FormState> {
  const { locale, hub, floor } = which;
  return act(locale, startSchema, form, async ({ from }) => {
    await startDraft(await enterHouseOf(locale, hub), floor, from ?? null);
    redirect(`${addressOf(which)}/draw?done=begun`);
  });
}

/** Keeps the drawing. */
export async function save(which: Which, _: FormState, form: FormData): Promise<FormState> {
  const { locale, hub, floor } = which;
  return act(locale, drawingSchema, form, async (input) => {
    await saveDraft(await enterHouseOf(locale, hub), floor, input);
    redirect(`${addressOf(which)}/draw?done=saved`);
  });
}

/** Shows the draft to everyone. */
export async function publish(which: Which, _: FormState, form: FormData): Promise<FormState> {
  const { locale, hub, floor } = which;
  return act(locale, seenSchema, form, async ({ revision }) => {
    await publishDraft(await enterHouseOf(locale, hub), floor, revision);
    redirect(`${addressOf(which)}?done=published`);
  });
}

/** Throws the draft away. */
export async function discard(which: Which, _: FormState, form: FormData): Promise<FormState> {
  const { locale, hub, floor } = which;
  return act(locale, noFields, form, async () => {
    await discardDraft(await enterHouseOf(locale, hub), floor);
    redirect(`${addressOf(which)}?done=discarded`);
  });
}

function addressOf({ locale, hub, floor }: Which): string {
  return `/${locale}/${hub}/house/floors/${floor}`;
}
