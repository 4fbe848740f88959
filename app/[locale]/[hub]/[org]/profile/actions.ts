'use server';

import { redirect } from 'next/navigation';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enter } from '#lib/platform/session/entry.ts';
import { profileForm } from '#lib/showroom/environment.ts';
import { saveProfile } from '#lib/showroom/profiles.ts';

type Where = { locale: Locale; hub: string; org: string };

/** Says how the organisation works. */
export async function save(where: Where, _before: FormState, form: FormData): Promise<FormState> {
  const { locale, hub, org } = where;
  return act(locale, profileForm, form, async (profile) => {
    await saveProfile(await enter(locale, hub, org), profile);
    redirect(`/${locale}/${hub}/${org}/profile?done=profile`);
  });
}
