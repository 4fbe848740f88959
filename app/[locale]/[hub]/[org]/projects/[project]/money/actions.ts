'use server';

import { redirect } from 'next/navigation';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enter } from '#lib/platform/session/entry.ts';
import type { PledgeMove } from '#lib/sharing/moves.ts';
import { savePlan } from '#lib/sharing/planning.ts';
import { makePromise, movePledge, proposePledge, takePromiseBack } from '#lib/sharing/pledging.ts';
import { planForm, pledgeForm, pledgeMoveForm, promiseForm } from '#lib/sharing/schema.ts';

type Where = { locale: Locale; hub: string; org: string; project: string };

const done = ({ locale, hub, org, project }: Where, what: string) =>
  redirect(`/${locale}/${hub}/${org}/projects/${project}/money?done=${what}`);
const enterAt = ({ locale, hub, org }: Where) => enter(locale, hub, org);

/** Saves the next version of a cost plan; a form that is too old goes on from the newer. */
export async function save(where: Where, _before: FormState, form: FormData): Promise<FormState> {
  const state = await act(where.locale, planForm, form, async (input) => {
    await savePlan(await enterAt(where), where.project, input);
    done(where, 'planned');
  });
  const { revision } = (state.detail ?? {}) as { revision?: number };
  if (revision === undefined) return state;
  return { ...state, values: { ...state.values, version: String(revision) } };
}

/** Proposes a pledge of one's own body. */
export async function propose(
  where: Where,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(where.locale, pledgeForm, form, async (input) => {
    await proposePledge(await enterAt(where), where.project, input);
    done(where, 'proposed');
  });
}

/** Confirms, withdraws or has received a pledge. */
export async function move(
  where: Where & { pledge: string },
  name: PledgeMove,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(where.locale, pledgeMoveForm, form, async (given) => {
    await movePledge(await enterAt(where), where.project, where.pledge, name, given);
    done(where, name);
  });
}

/** Promises to pay if others are with it. */
export async function promise(
  where: Where,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(where.locale, promiseForm, form, async (input) => {
    await makePromise(await enterAt(where), where.project, input);
    done(where, 'promised');
  });
}

/** Takes such a promise back. */
export async function takeBack(
  where: Where & { promise: string },
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(where.locale, pledgeMoveForm, form, async () => {
    await takePromiseBack(await enterAt(where), where.project, where.promise);
    done(where, 'takenBack');
  });
}
