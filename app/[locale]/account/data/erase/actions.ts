'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enterOwn } from '#lib/platform/session/entry.ts';
import { leaveSession } from '#lib/platform/session/leaving.ts';
import { eraseMyself } from '#lib/rights/erasure.ts';

const understood = z.object({
  confirm: z.array(z.literal('yes'), 'rights.refusals.confirm').min(1, 'rights.refusals.confirm'),
});

/** Erases the person who is signed in, signs out and shows the receipt. */
export async function erase(locale: Locale, _: FormState, form: FormData): Promise<FormState> {
  return act(locale, understood, form, async () => {
    await eraseMyself(await enterOwn(locale));
    await leaveSession(locale);
    redirect(`/${locale}/privacy/erased`);
  });
}
