import type { Locale } from '#lib/platform/i18n/locales.ts';
import { formatter } from '#lib/platform/i18n/translate.ts';

/** A day as people write it, in the hub's zone. */
export function dayText(locale: Locale, zone: string, at: Date): string {
  return formatter(locale, zone).dateTime(at, { dateStyle: 'long' });
}

/** A day and a time of day. */
export function momentText(locale: Locale, zone: string, at: Date): string {
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const day = { year: 'numeric', month: 'long', day: 'numeric' } as const;
  return formatter(locale, zone).dateTime(at, { ...day, ...time });
}
