'use server';

import { redirect } from 'next/navigation';
import { declineLease, signLease } from '#lib/leases/answering.ts';
import { giveNotice } from '#lib/leases/ending.ts';
import { giveBack, reclaim } from '#lib/leases/giving-back.ts';
import {
  acceptLastDay,
  declineLastDay,
  proposeLastDay,
  takeBackLastDay,
} from '#lib/leases/proposing.ts';
import {
  answerSchema,
  giveBackSchema,
  noFields,
  proposalSchema,
  reasonSchema,
  reclaimSchema,
  signSchema,
  usersSchema,
} from '#lib/leases/schema.ts';
import { nameUsers } from '#lib/leases/users.ts';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enter } from '#lib/platform/session/entry.ts';

type Which = { locale: Locale; hub: string; org: string; id: string };

function after({ locale, hub, org, id }: Which, done: string): never {
  redirect(`/${locale}/${hub}/${org}/leases/${id}?done=${done}`);
}

/** An administrator signs. */
export async function sign(which: Which, _before: FormState, form: FormData): Promise<FormState> {
  const { locale, hub, org, id } = which;
  return act(locale, signSchema, form, async () => {
    await signLease(await enter(locale, hub, org), id);
    after(which, 'signed');
  });
}

/** An administrator says no. */
export async function decline(
  which: Which,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const { locale, hub, org, id } = which;
  return act(locale, reasonSchema, form, async ({ reason }) => {
    await declineLease(await enter(locale, hub, org), id, reason);
    after(which, 'declined');
  });
}

/** An administrator gives notice. */
export async function notice(which: Which, _before: FormState, form: FormData): Promise<FormState> {
  const { locale, hub, org, id } = which;
  return act(locale, reasonSchema, form, async ({ reason }) => {
    await giveNotice(await enter(locale, hub, org), id, reason);
    after(which, 'noticed');
  });
}

type Proposed = Which & { proposal: string };

/** An administrator proposes another last day. */
export async function propose(
  which: Which,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const { locale, hub, org, id } = which;
  return act(locale, proposalSchema, form, async (input) => {
    await proposeLastDay(await enter(locale, hub, org), id, input);
    after(which, 'proposed');
  });
}

/** An administrator signs what the house proposes. */
export async function acceptChange(
  which: Proposed,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const { locale, hub, org, id, proposal } = which;
  return act(locale, signSchema, form, async () => {
    await acceptLastDay(await enter(locale, hub, org), id, proposal);
    after(which, 'lastDay');
  });
}

/** An administrator says no to it. */
export async function declineChange(
  which: Proposed,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const { locale, hub, org, id, proposal } = which;
  return act(locale, answerSchema, form, async ({ answer }) => {
    await declineLastDay(await enter(locale, hub, org), id, proposal, answer);
    after(which, 'changeDeclined');
  });
}

/** An administrator takes back what they proposed. */
export async function takeBackChange(
  which: Proposed,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const { locale, hub, org, id, proposal } = which;
  return act(locale, noFields, form, async () => {
    await takeBackLastDay(await enter(locale, hub, org), id, proposal);
    after(which, 'changeTakenBack');
  });
}

/** An administrator says who uses the places. */
export async function setUsers(
  which: Which,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const { locale, hub, org, id } = which;
  return act(locale, usersSchema, form, async ({ people }) => {
    await nameUsers(await enter(locale, hub, org), id, people);
    after(which, 'users');
  });
}

/** Days go to others. */
export async function give(which: Which, _before: FormState, form: FormData): Promise<FormState> {
  const { locale, hub, org, id } = which;
  return act(locale, giveBackSchema, form, async (input) => {
    await giveBack(await enter(locale, hub, org), id, input);
    after(which, 'given');
  });
}

/** And come back, where nobody has booked them. */
export async function takeBack(
  which: Which,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const { locale, hub, org, id } = which;
  return act(locale, reclaimSchema, form, async (input) => {
    await reclaim(await enter(locale, hub, org), id, input);
    after(which, 'reclaimed');
  });
}
