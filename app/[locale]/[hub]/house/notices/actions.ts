'use server';

import { redirect } from 'next/navigation';
import { markReadSchema } from '#lib/notices/schema.ts';
import { markNoticesRead } from '#lib/notices/writes.ts';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enterHouseOf } from '#lib/platform/session/entry.ts';

/** Marks what was on the page as read. */
export async function markRead(
  { locale, hub }: { locale: Locale; hub: string },
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, markReadSchema, form, async ({ upTo }) => {
    await markNoticesRead(await enterHouseOf(locale, hub), upTo);
    redirect(`/${locale}/${hub}/house/notices?done=read`);
  });
}
