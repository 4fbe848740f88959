'use server';

import { redirect } from 'next/navigation';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enter } from '#lib/platform/session/entry.ts';
import { visitSchema } from '#lib/visits/schema.ts';
import { cancelVisit, receive, registerVisit } from '#lib/visits/writes.ts';
import { noFields } from '#lib/workspace/schema.ts';

type Where = { locale: Locale; hub: string; org: string };

/** Announces a guest. */
export async function register(
  where: Where,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const { locale, hub, org } = where;
  return act(locale, visitSchema, form, async (input) => {
    await registerVisit(await enter(locale, hub, org), input);
    redirect(`/${locale}/${hub}/${org}/visits?done=registered`);
  });
}

/** Lets a guest in or out, or calls the visit off. */
export async function step(
  { locale, hub, org }: Where,
  id: string,
  what: 'in' | 'out' | 'cancelled',
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(locale, noFields, form, async () => {
    const scope = await enter(locale, hub, org);
    if (what === 'cancelled') await cancelVisit(scope, id);
    else await receive(scope, id, what);
    redirect(`/${locale}/${hub}/${org}/visits?done=${what}`);
  });
}
