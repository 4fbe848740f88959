'use server';

import { redirect } from 'next/navigation';
import { markReadSchema } from '#lib/notices/schema.ts';
import { markNoticesRead } from '#lib/notices/writes.ts';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enter } from '#lib/platform/session/entry.ts';

type Place = { locale: Locale; hub: string; org: string };

/** Marks what was on the page as read. */
export async function markRead(
  { locale, hub, org }: Place,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, markReadSchema, form, async ({ upTo }) => {
    await markNoticesRead(await enter(locale, hub, org), upTo);
    redirect(`/${locale}/${hub}/${org}/notices?done=read`);
  });
}
