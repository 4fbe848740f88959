'use server';

import { redirect } from 'next/navigation';
import { movePilot } from '#lib/pilots/running.ts';
import { pauseForm } from '#lib/pilots/schema.ts';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enterHouseOf } from '#lib/platform/session/entry.ts';
import { checkProject } from '#lib/projects/closing.ts';
import { convertProposal } from '#lib/projects/joining.ts';
import { holdForSafety } from '#lib/projects/readying.ts';
import { checkForm, convertForm } from '#lib/projects/schema.ts';
import { retireForm } from '#lib/results/schema.ts';
import { retireResult } from '#lib/results/writing.ts';
import { holdForm } from '#lib/steering/schema.ts';

type Place = { locale: Locale; hub: string };

/** Says for the hub that a project is shown from now on, or what is to be mended first. */
export async function check(
  where: Place & { project: string },
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const { locale, hub, project } = where;
  return act(locale, checkForm, form, async (input) => {
    await checkProject(await enterHouseOf(locale, hub), project, input);
    const done = input.answer === 'show' ? 'show' : 'sentBack';
    redirect(`/${locale}/${hub}/house/projects?done=${done}`);
  });
}

/** Makes an accepted proposal a project. */
export async function convert(
  where: Place & { proposal: string },
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const { locale, hub, proposal } = where;
  return act(locale, convertForm, form, async ({ lead }) => {
    const slug = await convertProposal(await enterHouseOf(locale, hub), proposal, lead);
    redirect(`/${locale}/${hub}/house/projects/${slug}?done=converted`);
  });
}

/** Lets a project rest at once, for safety. */
export async function hold(
  where: Place & { project: string },
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const { locale, hub, project } = where;
  return act(locale, holdForm, form, async (input) => {
    await holdForSafety(await enterHouseOf(locale, hub), project, input);
    redirect(`/${locale}/${hub}/house/projects/${project}?done=held`);
  });
}

/** Pauses a pilot at once, for safety. */
export async function pausePilot(
  where: Place & { project: string; pilot: string },
  _before: FormState,
  form: FormData,
) {
  return act(where.locale, pauseForm, form, async ({ words }) => {
    const scope = await enterHouseOf(where.locale, where.hub);
    await movePilot(scope, where.project, where.pilot, 'pause', words);
    redirect(`/${where.locale}/${where.hub}/house/projects/${where.project}?done=pause`);
  });
}

/** Takes a published result down, with the reason. */
export async function retire(
  where: Place & { project: string; result: string },
  _before: FormState,
  form: FormData,
) {
  return act(where.locale, retireForm, form, async ({ words }) => {
    const scope = await enterHouseOf(where.locale, where.hub);
    await retireResult(scope, where.result, words, 'hub');
    redirect(`/${where.locale}/${where.hub}/house/projects/${where.project}?done=retired`);
  });
}
