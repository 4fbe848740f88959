import { Refusal } from '#lib/platform/errors.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { sentence } from '#lib/platform/i18n/sentence.ts';
import type { DayVerdict } from '#lib/workspace/series-days.ts';
import { dayOf } from './describe.ts';

/** A day of a series in the reader's words. */
export type DayWords = { date: string; day: string; time: string; problem: string | null };

export function daysInWords(locale: Locale, days: readonly DayVerdict[]): DayWords[] {
  return days.map(({ date, slot, refusal }) => ({
    date,
    day: dayOf(locale, date, { weekday: 'long', day: 'numeric', month: 'long' }),
    time: `${slot.from}–${slot.to}`,
    problem: refusal && sentence(locale, refusal.code, refusal.values),
  }));
}

/** A refusal that names the days in the way, for the form to show. */
export function withDays(refusal: Refusal, locale: Locale): Refusal {
  const detail = (refusal.detail ?? {}) as { days?: DayVerdict[] };
  if (!detail.days) return refusal;
  const days = daysInWords(locale, detail.days);
  return new Refusal(refusal.code, refusal.fields, { ...detail, days }, refusal.values);
}
