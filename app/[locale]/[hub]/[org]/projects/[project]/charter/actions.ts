'use server';

import { redirect } from 'next/navigation';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enter } from '#lib/platform/session/entry.ts';
import { writeCharter } from '#lib/projects/charter.ts';
import { charterForm } from '#lib/projects/schema.ts';

type Where = { locale: Locale; hub: string; org: string; project: string };

/** Writes the next version of a project's charter; a form that is too old goes on from the newer. */
export async function saveCharter(
  where: Where,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const { locale, hub, org, project } = where;
  const state = await act(locale, charterForm, form, async (input) => {
    await writeCharter(await enter(locale, hub, org), project, input);
    redirect(`/${locale}/${hub}/${org}/projects/${project}/charter?done=charter`);
  });
  const { revision } = (state.detail ?? {}) as { revision?: number };
  if (revision === undefined) return state;
  return { ...state, values: { ...state.values, version: String(revision) } };
}
