'use server';

import { redirect } from 'next/navigation';
import { buttonForm } from '#lib/organisations/schema.ts';
import { withdrawApplication } from '#lib/organisations/withdrawing.ts';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { findSessionPerson } from '#lib/platform/scope.ts';
import { enter } from '#lib/platform/session/entry.ts';

type Place = { locale: Locale; hub: string; org: string };

/** Takes the application back, and leads to one's account, which says so. */
export async function withdraw(place: Place, _: FormState, form: FormData): Promise<FormState> {
  return act(place.locale, buttonForm, form, async () => {
    const scope = await enter(place.locale, place.hub, place.org);
    await withdrawApplication(scope);
    const stays = await findSessionPerson(scope.session);
    redirect(`/${place.locale}/${stays ? 'account?done=withdrawn' : 'sign-in'}`);
  });
}
