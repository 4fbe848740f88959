'use server';

import { redirect } from 'next/navigation';
import { act } from '#lib/platform/action.ts';
import { today } from '#lib/platform/clock.ts';
import { Refusal } from '#lib/platform/errors.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enter } from '#lib/platform/session/entry.ts';
import { archiveDemo } from '#lib/showroom/archiving.ts';
import { isOwnCheck, type WrittenClaim, withClaim, wrongWith } from '#lib/showroom/content.ts';
import { sendDemo, takeBackDemo } from '#lib/showroom/deciding.ts';
import {
  archiveForm,
  claimForm,
  factsForm,
  linksForm,
  needsForm,
  textForm,
} from '#lib/showroom/forms.ts';
import { saveLinks } from '#lib/showroom/linking.ts';
import { discardDraft, openDraft, saveDraft, takeUpVersion } from '#lib/showroom/versions.ts';
import { noFields } from '#lib/workspace/schema.ts';

type Where = { locale: Locale; hub: string; org: string; demo: string };
type Step = 'send' | 'takeBack' | 'reopen';

const steps = { send: sendDemo, takeBack: takeBackDemo, reopen: openDraft };
const told = { send: 'sent', takeBack: 'takenBack', reopen: 'saved' } as const;

const to = ({ locale, hub, org, demo }: Where, rest: string) =>
  redirect(`/${locale}/${hub}/${org}/demos/${demo}${rest}`);

/** Sends it to be read, takes it back, or opens it to be changed. */
export async function step(
  where: Where,
  what: Step,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(where.locale, noFields, form, async () => {
    await steps[what](await enter(where.locale, where.hub, where.org), where.demo);
    to(where, `?done=${told[what]}`);
  });
}

/** Takes it out of the showroom, and says what came instead. */
export async function archive(
  where: Where,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(where.locale, archiveForm, form, async ({ successor }) => {
    const scope = await enter(where.locale, where.hub, where.org);
    await archiveDemo(scope, where.demo, successor || null);
    to(where, '?done=archived');
  });
}

/** Takes an older version up again. */
export async function takeUp(
  where: Where,
  version: number,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(where.locale, noFields, form, async () => {
    await takeUpVersion(await enter(where.locale, where.hub, where.org), where.demo, version);
    to(where, '?done=takenUp');
  });
}

/** Throws the open draft away. */
export async function discard(
  where: Where,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(where.locale, noFields, form, async () => {
    const scope = await enter(where.locale, where.hub, where.org);
    const { gone } = await discardDraft(scope, where.demo);
    if (!gone) to(where, '?done=discarded');
    redirect(`/${where.locale}/${where.hub}/${where.org}/demos?done=discarded`);
  });
}

/** Saves the demos it stands beside. */
export async function keepLinks(
  where: Where,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(where.locale, linksForm, form, async ({ revision, links }) => {
    const scope = await enter(where.locale, where.hub, where.org);
    await saveLinks(scope, where.demo, revision, links);
    to(where, '?done=saved');
  });
}

type Part = 'text' | 'facts' | 'needs';

/** Saves one part of the draft. */
export async function savePart(
  where: Where,
  part: Part,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const schema = { text: textForm, facts: factsForm, needs: needsForm }[part];
  return act(where.locale, schema, form, async ({ revision, part: written }) => {
    const scope = await enter(where.locale, where.hub, where.org);
    await saveDraft(scope, where.demo, revision, written);
    to(where, '?done=saved');
  });
}

/** Days that cannot be, at whose field it is said; what is only missing may be filled in later. */
const wrongDay: Record<string, string> = {
  claimCheckAhead: 'checkedOn',
  claimExpiry: 'expiresOn',
  claimTooLong: 'expiresOn',
};

/** Saves one claim in the place of what it was when the form was opened; null: a new one. */
export async function saveClaim(
  where: Where,
  was: WrittenClaim | null,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(where.locale, claimForm, form, async ({ revision, claim }) => {
    const scope = await enter(where.locale, where.hub, where.org);
    if (isOwnCheck(claim, scope.organisation.name)) {
      throw new Refusal('refusals.invalid', { checkedBy: 'showroom.refusals.claimOwnCheck' });
    }
    const wrong = wrongWith(claim, today(scope.hub.zone).toString()) ?? '';
    const field = wrongDay[wrong];
    if (field) throw new Refusal('refusals.invalid', { [field]: `showroom.refusals.${wrong}` });
    await saveDraft(scope, where.demo, revision, ({ claims }) => ({
      claims: withClaim(claims, was, claim),
    }));
    to(where, '/claims?done=saved');
  });
}

/** Takes a claim away. */
export async function removeClaim(
  where: Where,
  n: number,
  revision: number,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(where.locale, noFields, form, async () => {
    const scope = await enter(where.locale, where.hub, where.org);
    await saveDraft(scope, where.demo, revision, ({ claims }) => ({
      claims: claims.toSpliced(n, 1),
    }));
    to(where, '/claims?done=removed');
  });
}
