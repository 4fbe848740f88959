'use server';

import { redirect } from 'next/navigation';
import { enterOwnNumber } from '#lib/organisations/entering-number.ts';
import { buttonForm, domainForm, numberForm, settingsForm } from '#lib/organisations/schema.ts';
import { addDomain, removeDomain, saveSettings } from '#lib/organisations/settings.ts';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enter } from '#lib/platform/session/entry.ts';
import { chooseShown, shownSchema } from '#lib/workspace/shown.ts';

type Place = { locale: Locale; hub: string; org: string };

const pageOf = ({ locale, hub, org }: Place) => `/${locale}/${hub}/${org}/organisation`;

export async function save(place: Place, _: FormState, form: FormData): Promise<FormState> {
  return act(place.locale, settingsForm, form, async (input) => {
    await saveSettings(await enter(place.locale, place.hub, place.org), input);
    redirect(`${pageOf(place)}?done=saved`);
  });
}

export async function setNumber(place: Place, _: FormState, form: FormData): Promise<FormState> {
  return act(place.locale, numberForm, form, async ({ number }) => {
    await enterOwnNumber(await enter(place.locale, place.hub, place.org), number);
    redirect(`${pageOf(place)}?done=number`);
  });
}

export async function addOne(place: Place, _: FormState, form: FormData): Promise<FormState> {
  return act(place.locale, domainForm, form, async ({ domain }) => {
    await addDomain(await enter(place.locale, place.hub, place.org), domain);
    redirect(`${pageOf(place)}?done=domainAdded`);
  });
}

export async function removeOne(
  { domain, ...place }: Place & { domain: string },
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return act(place.locale, buttonForm, form, async () => {
    await removeDomain(await enter(place.locale, place.hub, place.org), domain);
    redirect(`${pageOf(place)}?done=domainRemoved`);
  });
}

export async function choose(place: Place, _: FormState, form: FormData): Promise<FormState> {
  return act(place.locale, shownSchema, form, async (input) => {
    await chooseShown(await enter(place.locale, place.hub, place.org), input);
    redirect(`${pageOf(place)}?done=shown`);
  });
}
