'use server';

import { notFound, redirect } from 'next/navigation';
import { z } from 'zod';
import { dropFollow, follow, unfollow } from '#lib/following/following.ts';
import { choosePace, paceForm } from '#lib/following/pace.ts';
import type { Thing } from '#lib/following/rules.ts';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { enterAt, enterOwn } from '#lib/platform/session/entry.ts';

type Where = { locale: Locale; hub: string };
const press = z.object({});

async function here({ locale, hub }: Where): Promise<Scope> {
  return (await enterAt(locale, hub)) ?? notFound();
}

/** Follows something, or follows it no longer. */
export async function turn(
  where: Where & { thing: Thing; path: string; on: boolean },
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const { locale, thing, path, on } = where;
  return act(locale, press, form, async () => {
    const scope = await here(where);
    await (on ? follow(scope, thing) : unfollow(scope, thing));
    redirect(`${path}?done=${on ? 'followed' : 'unfollowed'}`);
  });
}

/** Takes one thing off what is followed. */
export async function drop(
  where: Where & { id: string },
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const { locale, hub, id } = where;
  return act(locale, press, form, async () => {
    await dropFollow(await here(where), id);
    redirect(`/${locale}/${hub}/act/following?done=unfollowed`);
  });
}

/** Chooses how often mail of it comes; `back` is the page the form stands on. */
export async function choose(
  locale: Locale,
  back: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, paceForm, form, async ({ pace }) => {
    await choosePace(await enterOwn(locale), pace);
    redirect(`/${locale}/${back}?done=saved`);
  });
}
