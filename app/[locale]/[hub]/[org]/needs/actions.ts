'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { backNeed, unbackNeed } from '#lib/needs/backing.ts';
import type { NeedMove } from '#lib/needs/moves.ts';
import { discardNeed, moveNeed } from '#lib/needs/moving.ts';
import { saveNeed } from '#lib/needs/saying.ts';
import { closeForm, needForm } from '#lib/needs/schema.ts';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enter } from '#lib/platform/session/entry.ts';
import { meetNeed } from '#lib/results/needs.ts';

type Place = { locale: Locale; hub: string; org: string };
type Where = Place & { need: string };

const to = ({ locale, hub, org }: Place, rest: string) =>
  redirect(`/${locale}/${hub}/${org}/needs${rest}`);

const done = { open: 'opened', close: 'closed', reopen: 'reopened' } as const;

/** Says a need, or changes it. Once needs alike were shown, the same form goes through. */
export async function save(place: Place, _before: FormState, form: FormData): Promise<FormState> {
  const state = await act(place.locale, needForm, form, async (input) => {
    const { id } = await saveNeed(await enter(place.locale, place.hub, place.org), input);
    to(place, `/${id}?done=${input.revision === 0 ? 'saved' : 'changed'}`);
  });
  const { alike, revision } = (state.detail ?? {}) as { alike?: unknown; revision?: number };
  const values: FormState['values'] = { areas: [], ...state.values };
  if (alike) values.seen = '1';
  if (revision !== undefined) values.revision = String(revision);
  return { ...state, values };
}

/** Opens, closes or reopens it. */
export async function move(
  where: Where,
  name: NeedMove,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(where.locale, closeForm, form, async ({ reason }) => {
    await moveNeed(await enter(where.locale, where.hub, where.org), where.need, name, reason);
    to(where, `/${where.need}?done=${done[name]}`);
  });
}

const meetForm = z.object({ result: z.guid('results.refusals.by') });

/** Says that it is met, by which result. */
export async function meet(where: Where, _before: FormState, form: FormData): Promise<FormState> {
  return act(where.locale, meetForm, form, async ({ result }) => {
    await meetNeed(await enter(where.locale, where.hub, where.org), where.need, result);
    to(where, `/${where.need}?done=met`);
  });
}

/** Throws a draft away. */
export async function discard(
  where: Where,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(where.locale, closeForm, form, async () => {
    await discardNeed(await enter(where.locale, where.hub, where.org), where.need);
    to(where, '?done=discarded');
  });
}

/** Says that the organisation has it, too, or takes that back. */
export async function back(
  where: Where,
  has: boolean,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(where.locale, closeForm, form, async () => {
    const scope = await enter(where.locale, where.hub, where.org);
    await (has ? backNeed : unbackNeed)(scope, where.need);
    to(where, `/${where.need}?done=${has ? 'backed' : 'unbacked'}`);
  });
}
