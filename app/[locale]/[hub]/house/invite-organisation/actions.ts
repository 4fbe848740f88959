'use server';

import { redirect } from 'next/navigation';
import { bodyInvitationForm } from '#lib/organisations/schema.ts';
import { inviteBody } from '#lib/people/invitations.ts';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enterHouseOf } from '#lib/platform/session/entry.ts';

/** Invites a body, and leads back to the list where the invitation stands. */
export async function invite(
  { locale, hub }: { locale: Locale; hub: string },
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, bodyInvitationForm, form, async (input) => {
    await inviteBody(await enterHouseOf(locale, hub), input);
    redirect(`/${locale}/${hub}/house/organisations?done=invited`);
  });
}
