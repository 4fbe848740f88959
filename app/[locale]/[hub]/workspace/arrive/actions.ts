'use server';

import { act } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { client } from '#lib/platform/session/client.ts';
import { visit } from '#lib/platform/session/entry.ts';
import { allowGuess, arrivePerClient } from '#lib/platform/session/throttle.ts';
import { codeSchema } from '#lib/visits/schema.ts';
import { type Passed, passByCode } from '#lib/visits/writes.ts';

/** Lets a guest in or out by the code, and greets them; their name is on no address. */
export async function pass(
  { locale, hub }: { locale: Locale; hub: string },
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  let passed: Passed | null = null;
  const state = await act(locale, codeSchema, form, async ({ code, step }) => {
    const { hub: open } = await visit(hub);
    const arrives = () => passByCode(open.slug, code, step);
    passed = await allowGuess(arrivePerClient, await client(), arrives);
  });
  return passed ? { values: answerTo(locale, passed, state) } : state;
}

/** A greeting; or the question which way, with the code that was typed. */
function answerTo(locale: Locale, passed: Passed, { values }: FormState): Record<string, string> {
  if (passed.step !== 'ask') return { greeting: greetingOf(locale, passed) };
  const question = translator(locale, 'visits')('arrive.ask', { guest: passed.guest });
  return { question, code: String(values?.code ?? '') };
}

function greetingOf(locale: Locale, { guest, host, organisation, place, step }: Passed): string {
  const t = translator(locale, 'visits');
  if (step === 'out') return t('arrive.out', { guest });
  const words = t('arrive.in', { guest, host: host ?? organisation ?? '' });
  return place ? `${words} ${t('arrive.inPlace', { place: inLocale(place, locale) })}` : words;
}
