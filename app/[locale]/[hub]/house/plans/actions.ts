'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enterHouseOf } from '#lib/platform/session/entry.ts';
import {
  joinPlan,
  leavePlan,
  makePlan,
  memberForm,
  type PlanInput,
  passForm,
  planForm,
  sellPass,
} from '#lib/prices/plans.ts';
import { placeKinds } from '#lib/workspace/schema.ts';

type Where = { locale: Locale; hub: string };
const back = ({ locale, hub }: Where, done: string) => `/${locale}/${hub}/house/plans?done=${done}`;

/** Makes a plan. */
export async function make(where: Where, _: FormState, form: FormData): Promise<FormState> {
  return act(where.locale, planForm, form, async (input) => {
    await makePlan(await enterHouseOf(where.locale, where.hub), input as PlanInput, placeKinds);
    redirect(back(where, 'planMade'));
  });
}

/** Takes an organisation into a plan. */
export async function join(where: Where, _: FormState, form: FormData): Promise<FormState> {
  return act(where.locale, memberForm, form, async (input) => {
    await joinPlan(await enterHouseOf(where.locale, where.hub), input);
    redirect(back(where, 'joined'));
  });
}

/** Ends an organisation's plan with the month. */
export async function leave(
  where: Where & { id: string },
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return act(where.locale, z.object({}), form, async () => {
    await leavePlan(await enterHouseOf(where.locale, where.hub), where.id);
    redirect(back(where, 'left'));
  });
}

/** Sells a pass. */
export async function sell(where: Where, _: FormState, form: FormData): Promise<FormState> {
  return act(where.locale, passForm, form, async (input) => {
    await sellPass(await enterHouseOf(where.locale, where.hub), input);
    redirect(back(where, 'sold'));
  });
}
