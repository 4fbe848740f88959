'use server';

import { redirect } from 'next/navigation';
import { setHubRoles } from '#lib/people/hub.ts';
import { inviteStaff } from '#lib/people/invitations.ts';
import { hubRolesForm, staffInvitationForm } from '#lib/people/schema.ts';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enterHouseOf } from '#lib/platform/session/entry.ts';

type Place = { locale: Locale; hub: string };

/** Gives somebody the tasks that are ticked, and no other; what was ticked stays when it is refused. */
export async function appoint(
  { locale, hub, id }: Place & { id: string },
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const state = await act(locale, hubRolesForm, form, async ({ roles }) => {
    await setHubRoles(await enterHouseOf(locale, hub), id, roles);
    redirect(`/${locale}/${hub}/house/people?done=hubRoles`);
  });
  return { ...state, values: { roles: [], ...state.values } };
}

/** Invites somebody to work in the house. */
export async function invite(
  { locale, hub }: Place,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, staffInvitationForm, form, async ({ email, hubRole }) => {
    await inviteStaff(await enterHouseOf(locale, hub), email, hubRole);
    redirect(`/${locale}/${hub}/house/people?done=invited`);
  });
}
