'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { draftMonth } from '#lib/billing/drafting.ts';
import { lockBasis, markExported } from '#lib/billing/locking.ts';
import { monthOf } from '#lib/billing/reads.ts';
import { saveBillingSetting, settingForm } from '#lib/billing/settings.ts';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enterHouseOf } from '#lib/platform/session/entry.ts';

type Where = { locale: Locale; hub: string };
const base = ({ locale, hub }: Where) => `/${locale}/${hub}/house/billing`;
const nothing = z.object({});

/** Works the bases of a month (YYYY-MM) out. */
export async function draft(
  where: Where & { month: string },
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return act(where.locale, nothing, form, async () => {
    const scope = await enterHouseOf(where.locale, where.hub);
    const month = monthOf(scope, where.month);
    await draftMonth(scope, month);
    redirect(`${base(where)}?month=${month.slice(0, 7)}&done=drafted`);
  });
}

/** Locks a basis. */
export async function lock(
  where: Where & { id: string },
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return act(where.locale, nothing, form, async () => {
    await lockBasis(await enterHouseOf(where.locale, where.hub), where.id);
    redirect(`${base(where)}/${where.id}?done=locked`);
  });
}

/** Says that a basis has gone to the one who invoices. */
export async function exported(
  where: Where & { id: string },
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return act(where.locale, nothing, form, async () => {
    await markExported(await enterHouseOf(where.locale, where.hub), where.id);
    redirect(`${base(where)}/${where.id}?done=exported`);
  });
}

/** Saves what the hub's invoices say of it. */
export async function save(where: Where, _: FormState, form: FormData): Promise<FormState> {
  return act(where.locale, settingForm, form, async (input) => {
    await saveBillingSetting(await enterHouseOf(where.locale, where.hub), input);
    redirect(`${base(where)}/settings?done=saved`);
  });
}
