'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import type { PilotMove } from '#lib/pilots/moves.ts';
import {
  addIndicator,
  dropIndicator,
  dropPilot,
  saveBenefit,
  savePilot,
  tickChecks,
} from '#lib/pilots/planning.ts';
import { addValue, movePilot } from '#lib/pilots/running.ts';
import {
  benefitForm,
  checksForm,
  indicatorForm,
  pauseForm,
  pilotForm,
  valueForm,
} from '#lib/pilots/schema.ts';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enter } from '#lib/platform/session/entry.ts';

type Where = { locale: Locale; hub: string; org: string; project: string };
type At = Where & { pilot: string };
type Before = FormState;

const enterAt = ({ locale, hub, org }: Where) => enter(locale, hub, org);
const done = ({ locale, hub, org, project }: Where, what: string, pilot = '') =>
  redirect(
    `/${locale}/${hub}/${org}/projects/${project}/pilots${pilot && `/${pilot}`}?done=${what}`,
  );
const press = z.object({});

/** Plans a pilot, or plans one anew. */
export async function save(where: Where, _before: Before, form: FormData) {
  return act(where.locale, pilotForm, form, async (input) => {
    await savePilot(await enterAt(where), where.project, input);
    done(where, 'saved', input.id);
  });
}

/** Throws a plan away. */
export async function drop(where: At, _before: Before, form: FormData) {
  return act(where.locale, press, form, async () => {
    await dropPilot(await enterAt(where), where.project, where.pilot);
    done(where, 'dropped');
  });
}

/** Says what of the checklist is done. */
export async function tick(where: At, _before: Before, form: FormData): Promise<FormState> {
  const state = await act(where.locale, checksForm, form, async (input) => {
    await tickChecks(await enterAt(where), where.project, where.pilot, input.done);
    done(where, 'checked', where.pilot);
  });
  return { ...state, values: { done: [], ...state.values } };
}

/** Says where the site stands before. */
export async function benefit(where: At, _before: Before, form: FormData) {
  return act(where.locale, benefitForm, form, async (input) => {
    await saveBenefit(await enterAt(where), where.project, where.pilot, input);
    done(where, 'baseline', where.pilot);
  });
}

/** Adds what was measured. */
export async function measured(where: At, _before: Before, form: FormData) {
  return act(where.locale, valueForm, form, async (input) => {
    await addValue(await enterAt(where), where.project, where.pilot, input);
    done(where, 'measured', where.pilot);
  });
}

/** Approves, starts, pauses or ends it. */
export async function move(where: At, which: PilotMove, _before: Before, form: FormData) {
  return act(where.locale, pauseForm, form, async ({ words }) => {
    await movePilot(await enterAt(where), where.project, where.pilot, which, words);
    done(where, which, where.pilot);
  });
}

/** Adds what every site measures. */
export async function indicator(where: Where, _before: Before, form: FormData) {
  return act(where.locale, indicatorForm, form, async (input) => {
    await addIndicator(await enterAt(where), where.project, input);
    done(where, 'indicator');
  });
}

/** Takes an indicator away that nobody measures. */
export async function forget(
  where: Where & { indicator: string },
  _before: Before,
  form: FormData,
) {
  return act(where.locale, press, form, async () => {
    await dropIndicator(await enterAt(where), where.project, where.indicator);
    done(where, 'indicatorDropped');
  });
}
