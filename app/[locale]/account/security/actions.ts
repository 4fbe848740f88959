'use server';

import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { notFound, redirect, unstable_rethrow } from 'next/navigation';
import { z } from 'zod';
import { act, sentence } from '#lib/platform/action.ts';
import { Refusal } from '#lib/platform/errors.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import { isLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { logFault } from '#lib/platform/log.ts';
import { enterOwn } from '#lib/platform/session/entry.ts';
import { arrivalCookie, renewSessionCookie } from '#lib/platform/session/kept.ts';
import {
  connectIdentity,
  disconnectIdentity,
  endOtherSessions,
  endOwnSession,
} from '#lib/platform/session/own.ts';
import {
  beginAdding,
  beginShowing,
  finishAdding,
  finishShowing,
  removePasskey,
} from '#lib/platform/session/passkeys.ts';

const empty = z.object({});
type Which = { locale: Locale; id: string };

export async function endOne({ locale, id }: Which, _: FormState, form: FormData) {
  return act(locale, empty, form, async () => {
    await endOwnSession(await enterOwn(locale), known(id));
    redirect(`/${locale}/account/security?done=ended`);
  });
}

export async function endOthers(locale: Locale, _: FormState, form: FormData): Promise<FormState> {
  return act(locale, empty, form, async () => {
    await endOtherSessions(await enterOwn(locale));
    redirect(`/${locale}/account/security?done=othersEnded`);
  });
}

export async function remove({ locale, id }: Which, _: FormState, form: FormData) {
  return act(locale, empty, form, async () => {
    await removePasskey(await enterOwn(locale), known(id));
    redirect(`/${locale}/account/security?done=removed`);
  });
}

export async function disconnect({ locale, id }: Which, _: FormState, form: FormData) {
  return act(locale, empty, form, async () => {
    await disconnectIdentity(await enterOwn(locale), known(id));
    redirect(`/${locale}/account/security?done=disconnected`);
  });
}

const arrivalForm = z.object({ affiliation: z.string().max(300) });

/** Connects what a provider has just said with the person who is signed in here. */
export async function connectArrival(locale: Locale, _: FormState, form: FormData) {
  return act(locale, arrivalForm, form, async ({ affiliation }) => {
    const scope = await enterOwn(locale);
    const arrival = await arrivalCookie.read();
    if (!arrival) throw new Refusal('identity.refusals.notConnectable');
    await connectIdentity(scope, arrival, affiliation);
    await arrivalCookie.drop();
    redirect(`/${locale}/account/security?done=connected`);
  });
}

/** What the browser's script gets: what it asked for, or a sentence. */
export type Told<T> = { given: T } | { message: string };

export async function startAdding(
  locale: Locale,
): Promise<Told<PublicKeyCredentialCreationOptionsJSON>> {
  return told(locale, async () => beginAdding(await enterOwn(locale)));
}

export async function add(
  locale: Locale,
  response: RegistrationResponseJSON,
  name: string,
): Promise<Told<null>> {
  return told(locale, async () => {
    const scope = await enterOwn(locale);
    const session = await finishAdding(scope, response, nameOf(name));
    await renewSessionCookie(session, scope.person.id);
    return null;
  });
}

export async function startShowing(
  locale: Locale,
): Promise<Told<PublicKeyCredentialRequestOptionsJSON>> {
  return told(locale, async () => beginShowing(await enterOwn(locale)));
}

export async function show(
  locale: Locale,
  response: AuthenticationResponseJSON,
): Promise<Told<null>> {
  return told(locale, async () => {
    const scope = await enterOwn(locale);
    await renewSessionCookie(await finishShowing(scope, response), scope.person.id);
    return null;
  });
}

function known(id: unknown): string {
  const given = z.uuid().safeParse(id);
  return given.success ? given.data : notFound();
}

function nameOf(name: unknown): string {
  const given = z.string().trim().min(1).max(60).safeParse(name);
  if (!given.success) throw new Refusal('identity.refusals.passkeyName');
  return given.data;
}

async function told<T>(locale: Locale, work: () => Promise<T>): Promise<Told<T>> {
  if (!isLocale(locale)) notFound();
  try {
    return { given: await work() };
  } catch (error) {
    unstable_rethrow(error);
    if (error instanceof Refusal) return { message: sentence(locale, error.code) };
    return {
      message: translator(locale, 'site')('broken.text', { id: logFault(error, 'passkey') }),
    };
  }
}
