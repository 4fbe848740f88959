'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enter } from '#lib/platform/session/entry.ts';
import { backToForming, readyProject } from '#lib/projects/readying.ts';
import { wordsForm } from '#lib/projects/schema.ts';
import { closeDecision, openDecision, takePosition } from '#lib/steering/deciding.ts';
import { dropDecision, saveDecision } from '#lib/steering/drafting.ts';
import { closeForm, decisionForm, openForm, positionForm } from '#lib/steering/schema.ts';

type Where = { locale: Locale; hub: string; org: string; project: string };
type One = Where & { decision: string };
type Before = FormState;

const enterAt = ({ locale, hub, org }: Where) => enter(locale, hub, org);
const baseOf = ({ locale, hub, org, project }: Where) =>
  `/${locale}/${hub}/${org}/projects/${project}`;
const press = z.object({});

/** Saves a draft; a form that is too old goes on from the newer. */
export async function save(where: Where, _before: Before, form: FormData): Promise<FormState> {
  const state = await act(where.locale, decisionForm, form, async (input) => {
    await saveDecision(await enterAt(where), where.project, input);
    redirect(`${baseOf(where)}/decisions/${input.id}?done=drafted`);
  });
  const { revision } = (state.detail ?? {}) as { revision?: number };
  if (revision === undefined) return state;
  return { ...state, values: { ...state.values, revision: String(revision) } };
}

/** Throws a draft away. */
export async function drop(where: One, _before: Before, form: FormData) {
  return act(where.locale, press, form, async () => {
    await dropDecision(await enterAt(where), where.project, where.decision);
    redirect(`${baseOf(where)}/decisions?done=dropped`);
  });
}

/** Puts a draft to the parties. */
export async function open(where: One, _before: Before, form: FormData) {
  return act(where.locale, openForm, form, async ({ answerBy }) => {
    await openDecision(await enterAt(where), where.project, where.decision, answerBy);
    redirect(`${baseOf(where)}/decisions/${where.decision}?done=opened`);
  });
}

/** Says what one's own party thinks. */
export async function answer(where: One, _before: Before, form: FormData) {
  return act(where.locale, positionForm, form, async (input) => {
    await takePosition(await enterAt(where), where.project, where.decision, input);
    redirect(`${baseOf(where)}/decisions/${where.decision}?done=answered`);
  });
}

/** Counts the answers, or puts the decision off. */
export async function close(where: One, _before: Before, form: FormData) {
  return act(where.locale, closeForm, form, async (input) => {
    await closeDecision(await enterAt(where), where.project, where.decision, input);
    redirect(`${baseOf(where)}/decisions/${where.decision}?done=closed`);
  });
}

/** Says that the project is ready to be decided on. */
export async function ready(where: Where, _before: Before, form: FormData) {
  return act(where.locale, press, form, async () => {
    await readyProject(await enterAt(where), where.project);
    redirect(`${baseOf(where)}/decisions?done=ready`);
  });
}

/** The chair gives the project back. */
export async function giveBack(where: Where, _before: Before, form: FormData) {
  return act(where.locale, wordsForm, form, async ({ words }) => {
    await backToForming(await enterAt(where), where.project, words);
    redirect(`${baseOf(where)}/decisions?done=back`);
  });
}
