'use server';

import { redirect } from 'next/navigation';
import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enterHouseOf } from '#lib/platform/session/entry.ts';
import { takeDown } from '#lib/showroom/archiving.ts';
import { decideDemo } from '#lib/showroom/deciding.ts';
import { decisionForm, downForm } from '#lib/showroom/forms.ts';

type Where = { locale: Locale; hub: string; demo: string };

/** Shows what was sent, or sends it back. */
export async function decide(where: Where, _before: FormState, form: FormData): Promise<FormState> {
  const { locale, hub, demo } = where;
  return act(locale, decisionForm, form, async (given) => {
    await decideDemo(await enterHouseOf(locale, hub), demo, given);
    redirect(
      `/${locale}/${hub}/house/demos?done=${given.decision === 'publish' ? 'published' : 'returned'}`,
    );
  });
}

/** Takes a demo out for the house, with a reason to its owner. */
export async function down(where: Where, _before: FormState, form: FormData): Promise<FormState> {
  const { locale, hub, demo } = where;
  return act(locale, downForm, form, async ({ reason }) => {
    await takeDown(await enterHouseOf(locale, hub), demo, reason);
    redirect(`/${locale}/${hub}/house/demos?done=takenDown`);
  });
}
