'use server';

import { redirect } from 'next/navigation';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enterHouseOf } from '#lib/platform/session/entry.ts';
import { cancelVisit, receive } from '#lib/visits/writes.ts';
import { noFields } from '#lib/workspace/schema.ts';

/** The host lets a guest in or out, or calls the visit off. */
export async function step(
  { locale, hub, date }: { locale: Locale; hub: string; date: string },
  id: string,
  what: 'in' | 'out' | 'cancelled',
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, noFields, form, async () => {
    const scope = await enterHouseOf(locale, hub);
    if (what === 'cancelled') await cancelVisit(scope, id);
    else await receive(scope, id, what);
    redirect(`/${locale}/${hub}/house/visits?date=${date}&done=${what}`);
  });
}
