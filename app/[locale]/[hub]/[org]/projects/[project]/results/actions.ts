'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enter } from '#lib/platform/session/entry.ts';
import { replaceForm, resultForm, retireForm } from '#lib/results/schema.ts';
import { publishResult, replaceResult, retireResult, saveResult } from '#lib/results/writing.ts';

type Where = { locale: Locale; hub: string; org: string; project: string };
type At = Where & { result: string };

const enterAt = ({ locale, hub, org }: Where) => enter(locale, hub, org);
const done = ({ locale, hub, org, project }: Where, result: string, what: string) =>
  redirect(`/${locale}/${hub}/${org}/projects/${project}/results/${result}?done=${what}`);

/** Saves what is written; refused for a colleague's newer text, it can be sent again over it. */
export async function save(where: Where, _before: FormState, form: FormData): Promise<FormState> {
  const state = await act(where.locale, resultForm, form, async (input) => {
    done(where, await saveResult(await enterAt(where), where.project, input), 'saved');
  });
  const { revision } = (state.detail ?? {}) as { revision?: number };
  if (revision === undefined) return state;
  return { ...state, values: { ...state.values, revision: String(revision) } };
}

/** Publishes what is written as it was read. */
export async function publish(
  where: At & { revision: number },
  _before: FormState,
  form: FormData,
) {
  return act(where.locale, z.object({}), form, async () => {
    await publishResult(await enterAt(where), where.result, where.revision);
    done(where, where.result, 'published');
  });
}

/** Takes it down, with the reason. */
export async function retire(where: At, _before: FormState, form: FormData) {
  return act(where.locale, retireForm, form, async ({ words }) => {
    await retireResult(await enterAt(where), where.result, words, 'owner');
    done(where, where.result, 'retired');
  });
}

/** Says which other has taken its place. */
export async function replace(where: At, _before: FormState, form: FormData) {
  return act(where.locale, replaceForm, form, async ({ by }) => {
    await replaceResult(await enterAt(where), where.result, by);
    done(where, where.result, 'replaced');
  });
}
