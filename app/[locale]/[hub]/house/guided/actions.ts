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
import { openingForm, presentationForm, resourceForm, stopForm } from '#lib/guided/schema.ts';
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
    if (what === 'off') await callOff(scope, session, reason);
    to(where, '?done=calledOff');
  });
}
