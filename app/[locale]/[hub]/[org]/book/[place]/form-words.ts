import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { holdMinutes } from '#lib/workspace/holding.ts';
import type { FoundPlace } from '#lib/workspace/house.ts';
import type { Slot } from '#lib/workspace/schema.ts';

/** The form in the reader’s words. */
export function wordsOfForm(locale: Locale, email: string, awaits: boolean) {
  const t = translator(locale, 'workspace');
  return {
    purpose: t('confirm.purpose'),
    purposeHint: t('confirm.purposeHint'),
    also: t('confirm.also'),
    alsoHint: t('confirm.alsoHint'),
    people: t('confirm.people'),
    forWhom: t('confirm.forWhom'),
    shown: t('confirm.shown'),
    submit: t(awaits ? 'confirm.ask' : 'confirm.submit'),
    hold: t('confirm.hold', { minutes: holdMinutes }),
    holdHint: t('confirm.holdHint'),
    next: t(awaits ? 'confirm.nextAwaits' : 'confirm.next', { email }),
    alternatives: t('confirm.alternatives'),
    noAlternatives: t('confirm.noAlternatives'),
  };
}

/** Places that are free at the same time; one that is booked on another grid says its own hours. */
export function alsoChoicesOf(locale: Locale, free: readonly FoundPlace[], { from, to }: Slot) {
  return free.map(({ id, name, slot }) => ({
    value: id,
    label: inLocale(name, locale),
    ...((slot.from !== from || slot.to !== to) && { hint: `${slot.from}–${slot.to}` }),
  }));
}
