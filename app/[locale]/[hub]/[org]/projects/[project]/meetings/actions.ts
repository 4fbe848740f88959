'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import {
  callMeeting,
  cancelMeeting,
  changeMeeting,
  dropItem,
  saveItem,
} from '#lib/meetings/calling.ts';
import { answerMeeting, approveMinutes, writeMinutes } from '#lib/meetings/minuting.ts';
import {
  answerForm,
  callForm,
  cancelForm,
  changeForm,
  itemForm,
  minutesForm,
} from '#lib/meetings/schema.ts';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enter } from '#lib/platform/session/entry.ts';

type Where = { locale: Locale; hub: string; org: string; project: string };
type At = Where & { meeting: string };
type Before = FormState;

const enterAt = ({ locale, hub, org }: Where) => enter(locale, hub, org);
const done = ({ locale, hub, org, project }: Where, meeting: string, what: string) =>
  redirect(`/${locale}/${hub}/${org}/projects/${project}/meetings/${meeting}?done=${what}`);
const press = z.object({});

/** Calls a group together. */
export async function call(where: Where, _before: Before, form: FormData) {
  return act(where.locale, callForm, form, async (input) => {
    await callMeeting(await enterAt(where), where.project, input);
    done(where, input.id, 'called');
  });
}

/** Another time, place or name. */
export async function change(where: At, _before: Before, form: FormData) {
  return act(where.locale, changeForm, form, async (input) => {
    await changeMeeting(await enterAt(where), where.project, where.meeting, input);
    done(where, where.meeting, 'changed');
  });
}

/** Cancels it, with the reason. */
export async function cancel(where: At, _before: Before, form: FormData) {
  return act(where.locale, cancelForm, form, async ({ words }) => {
    await cancelMeeting(await enterAt(where), where.project, where.meeting, words);
    done(where, where.meeting, 'cancelled');
  });
}

/** Says whether one comes. */
export async function answer(where: At, _before: Before, form: FormData) {
  return act(where.locale, answerForm, form, async (input) => {
    await answerMeeting(await enterAt(where), where.project, where.meeting, input.answer);
    done(where, where.meeting, 'answered');
  });
}

/** Puts an item on the agenda, or says anew what it is. */
export async function item(where: At, _before: Before, form: FormData) {
  return act(where.locale, itemForm, form, async (input) => {
    await saveItem(await enterAt(where), where.project, where.meeting, input);
    done(where, where.meeting, 'item');
  });
}

/** Takes an item off the agenda. */
export async function drop(where: At & { item: string }, _before: Before, form: FormData) {
  return act(where.locale, press, form, async () => {
    await dropItem(await enterAt(where), where.project, where.meeting, where.item);
    done(where, where.meeting, 'dropped');
  });
}

/** Writes what was said, and who was there. */
export async function minute(where: At, _before: Before, form: FormData): Promise<FormState> {
  const state = await act(where.locale, minutesForm, form, async (input) => {
    await writeMinutes(await enterAt(where), where.project, where.meeting, input);
    done(where, where.meeting, 'minuted');
  });
  return { ...state, values: { there: [], ...state.values } };
}

/** Approves the minutes as they were read. */
export async function approve(where: At & { revision: number }, _before: Before, form: FormData) {
  return act(where.locale, press, form, async () => {
    await approveMinutes(await enterAt(where), where.project, where.meeting, where.revision);
    done(where, where.meeting, 'approved');
  });
}
