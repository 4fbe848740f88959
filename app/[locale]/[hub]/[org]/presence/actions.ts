'use server';

import { redirect } from 'next/navigation';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enter } from '#lib/platform/session/entry.ts';
import { todaySchema, wishSchema } from '#lib/presence/schema.ts';
import { shareToday, shareWhenBooked } from '#lib/presence/writes.ts';

type Where = { locale: Locale; hub: string; org: string };

const back = ({ locale, hub, org }: Where, done: string) =>
  redirect(`/${locale}/${hub}/${org}/presence?done=${done}`);

/** With whom one shares that one is in today. */
export async function today(where: Where, _before: FormState, form: FormData): Promise<FormState> {
  return act(where.locale, todaySchema, form, async ({ circle }) => {
    await shareToday(await enter(where.locale, where.hub, where.org), circle);
    back(where, 'today');
  });
}

/** With whom one shares it on days with a booking. */
export async function wish(where: Where, _before: FormState, form: FormData): Promise<FormState> {
  return act(where.locale, wishSchema, form, async ({ wish: circle }) => {
    await shareWhenBooked(await enter(where.locale, where.hub, where.org), circle);
    back(where, 'wish');
  });
}
