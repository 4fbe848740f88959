'use server';

import { redirect } from 'next/navigation';
import { correctNumber } from '#lib/organisations/entering-number.ts';
import { moveOrganisation } from '#lib/organisations/judging.ts';
import {
  administratorForm,
  buttonForm,
  numberForm,
  rejectionForm,
} from '#lib/organisations/schema.ts';
import { inviteAdministrator, nameAdministrator } from '#lib/people/rescuing.ts';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enterHouseOf } from '#lib/platform/session/entry.ts';

type Which = { locale: Locale; hub: string; slug: string };

const pageOf = ({ locale, hub, slug }: Which) => `/${locale}/${hub}/house/organisations/${slug}`;

/** Lets an organisation in. */
export async function verify(which: Which, _: FormState, form: FormData): Promise<FormState> {
  return act(which.locale, buttonForm, form, async () => {
    const scope = await enterHouseOf(which.locale, which.hub);
    await moveOrganisation(scope, which.slug, 'verify');
    redirect(`${pageOf(which)}?done=verify`);
  });
}

/** Says no, and why. */
export async function reject(which: Which, _: FormState, form: FormData): Promise<FormState> {
  return act(which.locale, rejectionForm, form, async ({ reason }) => {
    const scope = await enterHouseOf(which.locale, which.hub);
    await moveOrganisation(scope, which.slug, 'reject', reason);
    redirect(`${pageOf(which)}?done=reject`);
  });
}

/** Lets one that was rejected, or has left, wait for an answer again. */
export async function reopen(which: Which, _: FormState, form: FormData): Promise<FormState> {
  return act(which.locale, buttonForm, form, async () => {
    const scope = await enterHouseOf(which.locale, which.hub);
    await moveOrganisation(scope, which.slug, 'reopen');
    redirect(`${pageOf(which)}?done=reopen`);
  });
}

/** Notes that an organisation has left. */
export async function leave(which: Which, _: FormState, form: FormData): Promise<FormState> {
  return act(which.locale, buttonForm, form, async () => {
    const scope = await enterHouseOf(which.locale, which.hub);
    await moveOrganisation(scope, which.slug, 'leave');
    redirect(`${pageOf(which)}?done=leave`);
  });
}

/** Enters or corrects the number of an organisation. */
export async function setNumber(which: Which, _: FormState, form: FormData): Promise<FormState> {
  return act(which.locale, numberForm, form, async ({ number }) => {
    await correctNumber(await enterHouseOf(which.locale, which.hub), which.slug, number);
    redirect(`${pageOf(which)}?done=number`);
  });
}

/** Makes one of its people administrator of an organisation that has none. */
export async function nameOne(
  which: Which,
  person: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return act(which.locale, buttonForm, form, async () => {
    await nameAdministrator(await enterHouseOf(which.locale, which.hub), which.slug, person);
    redirect(`${pageOf(which)}?done=named`);
  });
}

/** Invites an administrator to an organisation that has none. */
export async function inviteOne(which: Which, _: FormState, form: FormData): Promise<FormState> {
  return act(which.locale, administratorForm, form, async ({ email }) => {
    await inviteAdministrator(await enterHouseOf(which.locale, which.hub), which.slug, email);
    redirect(`/${which.locale}/${which.hub}/house/organisations?done=invited`);
  });
}
