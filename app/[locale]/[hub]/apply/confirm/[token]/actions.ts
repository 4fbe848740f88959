'use server';

import { redirect } from 'next/navigation';
import { confirmApplication } from '#lib/organisations/applying.ts';
import { buttonForm } from '#lib/organisations/schema.ts';
import { act } from '#lib/platform/action.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { visit } from '#lib/platform/session/entry.ts';
import { leadOn } from '#lib/platform/session/onward.ts';

type Where = { locale: Locale; hub: string; token: string };

/** Confirms, and leads on; a link that was used meanwhile says so at its own address. */
export async function confirm(
  { locale, hub, token }: Where,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, buttonForm, form, async () => {
    const scope = await visit(hub);
    const confirmed = await confirmApplication(scope, token).catch((error) => {
      if (!(error instanceof NotFound)) throw error;
      return null;
    });
    if (!confirmed) redirect(`/${locale}/${hub}/apply/confirm/${token}`);
    await leadOn(locale, confirmed.email, `/${locale}/${hub}/${confirmed.slug}`, 'application');
  });
}
