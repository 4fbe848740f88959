import { instantOf, now } from '#lib/platform/clock.ts';
import { defaultLocale, isLocale } from '#lib/platform/i18n/locales.ts';
import { formatter } from '#lib/platform/i18n/translate.ts';
import type { Kept } from './kept.ts';

/** A time of day as the holder reads it, at the house. */
export function clockWords({ party, place }: Kept, at: Date): string {
  const locale = party.person?.locale ?? '';
  const format = formatter(isLocale(locale) ? locale : defaultLocale, place.site.zone);
  const day = instantOf(at).toZonedDateTimeISO(place.site.zone).toPlainDate();
  const today = now().toZonedDateTimeISO(place.site.zone).toPlainDate();
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const withDay = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  return format.dateTime(at, day.equals(today) ? time : { ...withDay, ...time });
}
