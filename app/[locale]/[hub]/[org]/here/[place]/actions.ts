'use server';

import { redirect } from 'next/navigation';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enter } from '#lib/platform/session/entry.ts';
import { noFields } from '#lib/signs/schema.ts';
import { checkIn } from '#lib/workspace/attending.ts';

type Which = { locale: Locale; hub: string; org: string; place: string; booking: string };

/** Says that one is here. */
export async function arrive(which: Which, _: FormState, form: FormData): Promise<FormState> {
  const { locale, hub, org, place, booking } = which;
  return act(locale, noFields, form, async () => {
    await checkIn(await enter(locale, hub, org), booking);
    redirect(`/${locale}/${hub}/${org}/here/${place}?done=here`);
  });
}
