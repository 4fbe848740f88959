'use server';

import { redirect } from 'next/navigation';
import {
  addResource,
  callOff,
  openTimes,
  replacePerson,
  retireResource,
  savePresentation,
} from '#lib/guided/arranging.ts';
import { bookGroup, cancelGroup } from '#lib/guided/booking.ts';
import { moveGroup } from '#lib/guided/moving.ts';
import { tickAttendance } from '#lib/guided/past.ts';
import {
  attendanceForm,
  behalfForm,
  moveForm,
  openingForm,
  presentationForm,
  resourceForm,
  stopForm,
} from '#lib/guided/schema.ts';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enterHouseOf } from '#lib/platform/session/entry.ts';
import { noFields } from '#lib/workspace/schema.ts';

type Where = { locale: Locale; hub: string };

const to = ({ locale, hub }: Where, rest: string) =>
  redirect(`/${locale}/${hub}/house/guided${rest}`);

/** Adds a kit item, a guide or a company host. */
export async function add(where: Where, _before: FormState, form: FormData): Promise<FormState> {
  return act(where.locale, resourceForm, form, async (input) => {
    await addResource(await enterHouseOf(where.locale, where.hub), input);
    to(where, '/resources?done=added');
  });
}

/** Takes one out of use, or into use again. */
export async function retire(
  where: Where,
  id: string,
  retired: boolean,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(where.locale, noFields, form, async () => {
    await retireResource(await enterHouseOf(where.locale, where.hub), id, retired);
    to(where, `/resources?done=${retired ? 'retired' : 'restored'}`);
  });
}

/** Says how a demo is shown. */
export async function present(
  where: Where,
  demo: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(where.locale, presentationForm, form, async (input) => {
    await savePresentation(await enterHouseOf(where.locale, where.hub), demo, input);
    to(where, `/demos/${demo}?done=saved`);
  });
}

/** Opens times that groups may join. */
export async function open(
  where: Where,
  demo: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(where.locale, openingForm, form, async (input) => {
    await openTimes(await enterHouseOf(where.locale, where.hub), demo, input);
    to(where, '?done=opened');
  });
}

/** Books for whoever called. */
export async function bookFor(
  where: Where,
  demo: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(where.locale, behalfForm, form, async (input) => {
    const scope = await enterHouseOf(where.locale, where.hub);
    await bookGroup(scope, demo, input, input);
    to(where, '?done=booked');
  });
}

/** Gives a group's seats back. */
export async function cancel(
  where: Where & { session: string },
  group: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(where.locale, noFields, form, async () => {
    await cancelGroup(await enterHouseOf(where.locale, where.hub), group);
    to(where, `/${where.session}?done=cancelled`);
  });
}

/** How many came. */
export async function tick(
  where: Where,
  session: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(where.locale, attendanceForm, form, async (input) => {
    await tickAttendance(await enterHouseOf(where.locale, where.hub), session, input);
    to(where, `/${session}?done=ticked`);
  });
}

/** Another time for a group. */
export async function move(
  where: Where,
  group: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(where.locale, moveForm, form, async (input) => {
    const session = await moveGroup(await enterHouseOf(where.locale, where.hub), group, input);
    to(where, `/${session}?done=moved`);
  });
}

/** Calls a session off, or lets somebody else take over for one who cannot come. */
export async function stop(
  where: Where,
  session: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(where.locale, stopForm, form, async ({ what, reason }) => {
    const scope = await enterHouseOf(where.locale, where.hub);
    if (what !== 'off' && (await replacePerson(scope, session, what, reason))) {
      to(where, `/${session}?done=replaced`);
    }
    const told = what !== 'off' || (await callOff(scope, session, reason));
    to(where, `?done=${told ? 'calledOff' : 'calledOffEmpty'}`);
  });
}
