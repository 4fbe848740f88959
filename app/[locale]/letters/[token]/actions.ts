'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { stopLetters } from '#lib/following/pace.ts';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';

/** Ends mail of what somebody follows, by the token of one of these letters. */
export async function stop(
  locale: Locale,
  token: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, z.object({}), form, async () => {
    await stopLetters(token);
    redirect(`/${locale}/letters/${token}?done=stopped`);
  });
}
