'use server';

import { redirect } from 'next/navigation';
import { bodyInvitationForm } from '#lib/organisations/schema.ts';
import { inviteBody } from '#lib/people/invitations.ts';
import { act } from '#lib/platform/action.ts';
import { Refusal } from '#lib/platform/errors.ts';
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
    const scope = await enterHouseOf(locale, hub);
    await inviteBody(scope, input).catch((error) => leadToKnown(`/${locale}/${hub}`, error));
    redirect(`/${locale}/${hub}/house/organisations?done=invited`);
  });
}

// One that is here already is no mistake of whoever types: its own page has what can be done for it.
function leadToKnown(hub: string, error: unknown): never {
  const { here } = ((error instanceof Refusal && error.detail) || {}) as { here?: string };
  if (here) redirect(`${hub}/house/organisations/${here}?done=here`);
  throw error;
}
