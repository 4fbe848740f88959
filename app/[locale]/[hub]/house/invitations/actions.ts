'use server';

import { redirect } from 'next/navigation';
import { revokeInvitation, sendInvitationAgain } from '#lib/people/invitations.ts';
import { buttonForm } from '#lib/people/schema.ts';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enterHouseOf } from '#lib/platform/session/entry.ts';

type Place = { locale: Locale; hub: string; which: 'bodies' | 'staff' };

const listOf = ({ locale, hub, which }: Place) =>
  `/${locale}/${hub}/house/${which === 'bodies' ? 'organisations' : 'people'}`;

/** Sends the hub's invitation once more, with a new link. */
export async function sendAgain(
  place: Place,
  id: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(place.locale, buttonForm, form, async () => {
    const scope = await enterHouseOf(place.locale, place.hub);
    await sendInvitationAgain(scope, place.which, id);
    redirect(`${listOf(place)}?done=again`);
  });
}

/** Takes the hub's invitation back. */
export async function revoke(
  { id, ...place }: Place & { id: string },
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(place.locale, buttonForm, form, async () => {
    const scope = await enterHouseOf(place.locale, place.hub);
    await revokeInvitation(scope, place.which, id);
    redirect(`${listOf(place)}?done=revoked`);
  });
}
