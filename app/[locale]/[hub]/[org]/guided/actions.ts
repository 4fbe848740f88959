'use server';

import { redirect } from 'next/navigation';
import { answerShowing } from '#lib/guided/answering.ts';
import { bookGroup, cancelGroup, changeGroup } from '#lib/guided/booking.ts';
import { moveGroup } from '#lib/guided/moving.ts';
import { answerShowingForm, bookingForm, groupForm, moveForm } from '#lib/guided/schema.ts';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enter } from '#lib/platform/session/entry.ts';
import { noFields } from '#lib/workspace/schema.ts';

type Where = { locale: Locale; hub: string; org: string };

const to = ({ locale, hub, org }: Where, rest: string) =>
  redirect(`/${locale}/${hub}/${org}/guided${rest}`);

/** Books a guided demo for a group. */
export async function book(
  where: Where,
  demo: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(where.locale, bookingForm, form, async (input) => {
    const scope = await enter(where.locale, where.hub, where.org);
    to(where, `/${await bookGroup(scope, demo, input)}?done=booked`);
  });
}

/** Changes who comes. */
export async function change(
  where: Where,
  group: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(where.locale, groupForm, form, async (input) => {
    await changeGroup(await enter(where.locale, where.hub, where.org), group, input);
    to(where, `/${group}?done=changed`);
  });
}

/** Another time. */
export async function move(
  where: Where,
  group: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(where.locale, moveForm, form, async (input) => {
    await moveGroup(await enter(where.locale, where.hub, where.org), group, input);
    to(where, `/${group}?done=moved`);
  });
}

/** Gives the seats back. */
export async function cancel(
  where: Where,
  group: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(where.locale, noFields, form, async () => {
    await cancelGroup(await enter(where.locale, where.hub, where.org), group);
    to(where, '?done=cancelled');
  });
}

/** Whether the organisation shows one of its sessions. */
export async function answer(where: Where, _before: FormState, form: FormData): Promise<FormState> {
  return act(where.locale, answerShowingForm, form, async ({ showing, ...said }) => {
    await answerShowing(await enter(where.locale, where.hub, where.org), showing, said);
    to(where, `?done=${said.answer}`);
  });
}
