'use server';

import { redirect } from 'next/navigation';
import { act } from '#lib/platform/action.ts';
import { Refusal } from '#lib/platform/errors.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enter } from '#lib/platform/session/entry.ts';
import { archiveDemo } from '#lib/showroom/archiving.ts';
import { isOwnCheck, type WrittenClaim, withClaim } from '#lib/showroom/content.ts';
import { sendDemo, takeBackDemo } from '#lib/showroom/deciding.ts';
import { claimForm, factsForm, needsForm, textForm } from '#lib/showroom/forms.ts';
import { openDraft, saveDraft } from '#lib/showroom/versions.ts';
import { noFields } from '#lib/workspace/schema.ts';

type Where = { locale: Locale; hub: string; org: string; demo: string };
type Step = 'send' | 'takeBack' | 'reopen' | 'archive';

const steps = { send: sendDemo, takeBack: takeBackDemo, reopen: openDraft, archive: archiveDemo };
const told = { send: 'sent', takeBack: 'takenBack', reopen: 'saved', archive: 'archived' } as const;

const to = ({ locale, hub, org, demo }: Where, rest: string) =>
  redirect(`/${locale}/${hub}/${org}/demos/${demo}${rest}`);

/** Sends it to be read, takes it back, opens it to be changed, or takes it out of the showroom. */
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
