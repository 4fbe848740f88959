'use server';

import { redirect } from 'next/navigation';
import { buttonForm, coloursForm, statementForm, textsForm } from '#lib/hubs/schema.ts';
import {
  closeHub,
  editHub,
  handleBarrier,
  openHub,
  recolourHub,
  saveStatement,
} from '#lib/hubs/writes.ts';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enterHouseOf } from '#lib/platform/session/entry.ts';

type Place = { locale: Locale; hub: string };

const back = ({ locale, hub }: Place, done: string, page = '') =>
  redirect(`/${locale}/${hub}/house/settings${page}?done=${done}`);

/** Opens the hub to visitors, or says what is missing. */
export async function open(place: Place, _before: FormState, form: FormData): Promise<FormState> {
  return act(place.locale, buttonForm, form, async () => {
    await openHub(await enterHouseOf(place.locale, place.hub));
    back(place, 'opened');
  });
}

/** Shuts the hub for visitors. */
export async function close(place: Place, _before: FormState, form: FormData): Promise<FormState> {
  return act(place.locale, buttonForm, form, async () => {
    await closeHub(await enterHouseOf(place.locale, place.hub));
    back(place, 'closed');
  });
}

/** Saves what the hub says of itself. */
export async function saveTexts(
  place: Place,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(place.locale, textsForm, form, async (input) => {
    await editHub(await enterHouseOf(place.locale, place.hub), input);
    back(place, 'saved');
  });
}

/** Uses the colours that were tried. */
export async function useColours(
  place: Place,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(place.locale, coloursForm, form, async (input) => {
    await recolourHub(await enterHouseOf(place.locale, place.hub), input);
    back(place, 'recoloured');
  });
}

/** Saves what the hub says of its accessibility. */
export async function saveAccessibility(
  place: Place,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(place.locale, statementForm, form, async (input) => {
    await saveStatement(await enterHouseOf(place.locale, place.hub), input);
    back(place, 'saved');
  });
}

/** Marks a reported barrier as dealt with. */
export async function handle(
  place: Place & { id: string },
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(place.locale, buttonForm, form, async () => {
    await handleBarrier(await enterHouseOf(place.locale, place.hub), place.id);
    back(place, 'handled', '/barriers');
  });
}
