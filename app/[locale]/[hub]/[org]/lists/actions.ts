'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { decideList } from '#lib/lists/choosing.ts';
import { decisionForm, listFacts, listForm, searchForm } from '#lib/lists/schema.ts';
import { dropSearch, keepSearch, markSearchSeen } from '#lib/lists/searches.ts';
import {
  addToList,
  dropList,
  editList,
  lockList,
  makeList,
  takeOffList,
} from '#lib/lists/writes.ts';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { enter } from '#lib/platform/session/entry.ts';

export type Where = { locale: Locale; hub: string; org: string };
type At = Where & { id: string };

const base = ({ locale, hub, org }: Where) => `/${locale}/${hub}/${org}/lists`;
const press = z.object({});

/** One button: enters, does it, and leads to where it is told. */
function pressed(
  where: Where,
  form: FormData,
  to: string,
  deed: (scope: Scope) => Promise<void>,
): Promise<FormState> {
  const { locale, hub, org } = where;
  return act(locale, press, form, async () => {
    await deed(await enter(locale, hub, org));
    redirect(`${base(where)}${to}`);
  });
}

/** Keeps a search. */
export async function save(where: Where, _before: FormState, form: FormData): Promise<FormState> {
  const { locale, hub, org } = where;
  return act(locale, searchForm, form, async (input) => {
    const id = await keepSearch(await enter(locale, hub, org), input);
    redirect(`${base(where)}/searches/${id}?done=saved`);
  });
}

/** What is new in a search has been looked at. */
export async function see(at: At, _before: FormState, form: FormData): Promise<FormState> {
  const to = `/searches/${at.id}?done=seen`;
  return pressed(at, form, to, (scope) => markSearchSeen(scope, at.id));
}

/** Keeps a search no longer. */
export async function forget(at: At, _before: FormState, form: FormData): Promise<FormState> {
  return pressed(at, form, '?done=searchDropped', (scope) => dropSearch(scope, at.id));
}

/** Makes a list, from what a search finds where it comes from one, with a demo where it comes from that. */
export async function make(
  where: Where & { from: boolean; shown: string },
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const { locale, hub, org, from, shown } = where;
  return act(locale, listForm, form, async (input) => {
    const scope = await enter(locale, hub, org);
    const id = await makeList(scope, input, from);
    if (shown) await addToList(scope, id, shown);
    redirect(`${base(where)}/${id}?done=made`);
  });
}

/** Changes what a list is called and is for. */
export async function edit(at: At, _before: FormState, form: FormData): Promise<FormState> {
  const { locale, hub, org, id } = at;
  return act(locale, listFacts, form, async (input) => {
    await editList(await enter(locale, hub, org), id, input);
    redirect(`${base(at)}/${id}?done=changed`);
  });
}

/** Puts a demo on a list. */
export async function add(
  at: At & { shown: string },
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return pressed(at, form, `/${at.id}?done=added`, (scope) => addToList(scope, at.id, at.shown));
}

/** Takes a demo off a list. */
export async function takeOff(
  at: At & { shown: string },
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const to = `/${at.id}?done=takenOff`;
  return pressed(at, form, to, (scope) => takeOffList(scope, at.id, at.shown));
}

/** Throws a list away. */
export async function drop(at: At, _before: FormState, form: FormData): Promise<FormState> {
  return pressed(at, form, '?done=dropped', (scope) => dropList(scope, at.id));
}

/** Locks a list for good. */
export async function lock(at: At, _before: FormState, form: FormData): Promise<FormState> {
  return pressed(at, form, `/${at.id}?done=locked`, (scope) => lockList(scope, at.id));
}

/** Writes down what was chosen. */
export async function decide(at: At, _before: FormState, form: FormData): Promise<FormState> {
  const { locale, hub, org, id } = at;
  return act(locale, decisionForm, form, async (input) => {
    await decideList(await enter(locale, hub, org), id, input);
    redirect(`${base(at)}/${id}?done=decided`);
  });
}
