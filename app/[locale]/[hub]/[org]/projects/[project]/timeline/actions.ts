'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import {
  addMilestone,
  bringToGate,
  dropPhase,
  moveMilestone,
  savePhase,
  tickDeliverables,
} from '#lib/phases/planning.ts';
import { deliveredForm, milestoneForm, milestoneMoveForm, phaseForm } from '#lib/phases/schema.ts';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enter } from '#lib/platform/session/entry.ts';

type Where = { locale: Locale; hub: string; org: string; project: string };
type Before = FormState;

const enterAt = ({ locale, hub, org }: Where) => enter(locale, hub, org);
const done = ({ locale, hub, org, project }: Where, what: string) =>
  redirect(`/${locale}/${hub}/${org}/projects/${project}/timeline?done=${what}`);
const press = z.object({});

/** Plans a phase, or one anew. */
export async function savePlanned(where: Where, _before: Before, form: FormData) {
  return act(where.locale, phaseForm, form, async (input) => {
    await savePhase(await enterAt(where), where.project, input);
    done(where, 'phase');
  });
}

/** Throws a planned phase away. */
export async function dropOne(where: Where & { phase: string }, _before: Before, form: FormData) {
  return act(where.locale, press, form, async () => {
    await dropPhase(await enterAt(where), where.project, where.phase);
    done(where, 'dropped');
  });
}

/** Says what of a phase is there. */
export async function tick(
  where: Where & { phase: string },
  _before: Before,
  form: FormData,
): Promise<FormState> {
  const state = await act(where.locale, deliveredForm, form, async (input) => {
    await tickDeliverables(await enterAt(where), where.project, where.phase, input.done);
    done(where, 'ticked');
  });
  return { ...state, values: { done: [], ...state.values } };
}

/** Brings a phase to its gate. */
export async function toGate(where: Where & { phase: string }, _before: Before, form: FormData) {
  return act(where.locale, press, form, async () => {
    await bringToGate(await enterAt(where), where.project, where.phase);
    done(where, 'gate');
  });
}

/** Plans a milestone. */
export async function addOne(where: Where, _before: Before, form: FormData) {
  return act(where.locale, milestoneForm, form, async (input) => {
    await addMilestone(await enterAt(where), where.project, input);
    done(where, 'milestone');
  });
}

/** Says what becomes of one. */
export async function moveOne(
  where: Where & { milestone: string },
  _before: Before,
  form: FormData,
) {
  return act(where.locale, milestoneMoveForm, form, async (input) => {
    await moveMilestone(await enterAt(where), where.project, where.milestone, input);
    done(where, 'moved');
  });
}
