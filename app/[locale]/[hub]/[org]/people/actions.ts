'use server';

import { redirect } from 'next/navigation';
import { invitePerson, revokeInvitation, sendInvitationAgain } from '#lib/people/invitations.ts';
import { buttonForm, invitationForm, roleForm } from '#lib/people/schema.ts';
import { changeRole, handOver, leaveOrganisation, removePerson } from '#lib/people/writes.ts';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { findSessionPerson } from '#lib/platform/scope.ts';
import { enter } from '#lib/platform/session/entry.ts';

type Place = { locale: Locale; hub: string; org: string };
type Which = Place & { id: string };

const listOf = ({ locale, hub, org }: Place) => `/${locale}/${hub}/${org}/people`;

/** Invites a colleague; an unticked box stays unticked when the form is refused. */
export async function invite(place: Place, _: FormState, form: FormData): Promise<FormState> {
  const state = await act(place.locale, invitationForm, form, async (input) => {
    await invitePerson(await enter(place.locale, place.hub, place.org), input);
    redirect(`${listOf(place)}?done=invited`);
  });
  return { ...state, values: { anyway: [], ...state.values } };
}

export async function sendAgain(
  place: Place,
  id: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return act(place.locale, buttonForm, form, async () => {
    const scope = await enter(place.locale, place.hub, place.org);
    await sendInvitationAgain(scope, 'people', id);
    redirect(`${listOf(place)}?done=again`);
  });
}

export async function revoke(which: Which, _: FormState, form: FormData): Promise<FormState> {
  return act(which.locale, buttonForm, form, async () => {
    const scope = await enter(which.locale, which.hub, which.org);
    await revokeInvitation(scope, 'people', which.id);
    redirect(`${listOf(which)}?done=revoked`);
  });
}

export async function setRole(which: Which, _: FormState, form: FormData): Promise<FormState> {
  return act(which.locale, roleForm, form, async ({ role }) => {
    await changeRole(await enter(which.locale, which.hub, which.org), which.id, role);
    redirect(`${listOf(which)}?done=role`);
  });
}

export async function giveOver(which: Which, _: FormState, form: FormData): Promise<FormState> {
  return act(which.locale, buttonForm, form, async () => {
    await handOver(await enter(which.locale, which.hub, which.org), which.id);
    redirect(`${listOf(which)}?done=handedOver`);
  });
}

export async function remove(which: Which, _: FormState, form: FormData): Promise<FormState> {
  return act(which.locale, buttonForm, form, async () => {
    await removePerson(await enter(which.locale, which.hub, which.org), which.id);
    redirect(`${listOf(which)}?done=removed`);
  });
}

/** Leaves; whoever belongs nowhere else is signed out by that. */
export async function leave(place: Place, _: FormState, form: FormData): Promise<FormState> {
  return act(place.locale, buttonForm, form, async () => {
    const scope = await enter(place.locale, place.hub, place.org);
    await leaveOrganisation(scope);
    const stays = await findSessionPerson(scope.session);
    const from = `&from=${place.hub}/${place.org}`;
    redirect(`/${place.locale}/${stays ? 'account?done=left' : 'sign-in?came=left'}${from}`);
  });
}
