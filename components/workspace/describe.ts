import { Temporal } from 'temporal-polyfill';
import { dateOf } from '#lib/platform/clock.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import type { PlaceFacts } from '#lib/workspace/house.ts';
import type { PlaceState, Slot } from '#lib/workspace/schema.ts';

/** Local time of day, 24 hours. */
export const timeOfDay = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
/** A day as people say it within the year. */
export const dayInWords = { weekday: 'long', day: 'numeric', month: 'long' } as const;

type DateStyle =
  | { dateStyle: 'full' }
  | {
      weekday: 'long' | 'short';
      day: 'numeric';
      month: 'long' | 'numeric';
    };

/** A day (YYYY-MM-DD) in words. */
export function dayOf(locale: Locale, date: string, style: DateStyle = dayInWords) {
  const noon = Temporal.PlainDate.from(date).toZonedDateTime({
    timeZone: 'UTC',
    plainTime: '12:00',
  });
  return formatter(locale, 'UTC').dateTime(dateOf(noon.toInstant()), style);
}

/** What kind of place it is, how many it seats and what it offers. */
export function placeFacts(locale: Locale, place: PlaceFacts): string[] {
  const t = translator(locale, 'workspace');
  const facts = [
    t(`kinds.${place.kind}`),
    place.seats > 1 && t('facts.seats', { count: place.seats }),
    place.heightAdjustable && t('facts.heightAdjustable'),
    place.screens > 0 && t('facts.screens', { count: place.screens }),
    place.videoMeeting && t('facts.videoMeeting'),
    place.hearingLoop && t('facts.hearingLoop'),
    !place.stepFree && t('facts.notStepFree'),
  ];
  return facts.filter((fact) => fact !== false);
}

/**
 * All that a sighted reader gets from the plan, as one name. It begins with what is written on the
 * plan, name and seats, so that whoever speaks to the computer can say what they see.
 */
export function describePlace(
  locale: Locale,
  place: PlaceFacts & { state?: PlaceState | 'chosen'; slot?: Slot; by?: string | null },
  slot?: Slot,
): string {
  const facts = placeFacts(locale, place).map((fact, n) =>
    n === 0 ? fact.toLocaleLowerCase(locale) : fact,
  );
  const seats = place.seats > 1 ? facts.splice(1, 1) : [];
  const words = [inLocale(place.name, locale), ...seats, ...facts].join(', ');
  const time = place.slot ?? slot;
  if (!place.state || !time) return words;
  const values = { place: words, from: time.from, to: time.to };
  return translator(locale, 'workspace')(`described.${place.state}`, values);
}

/** A length of time in words. */
export function lengthInWords(locale: Locale, length: number): string {
  const t = translator(locale, 'workspace');
  const [hours, minutes] = [Math.floor(length / 60), Math.round(length % 60)];
  const parts = [
    hours > 0 && t('duration.hours', { count: hours }),
    minutes > 0 && t('duration.minutes', { count: minutes }),
  ];
  return parts.filter((part) => part !== false).join(' ');
}
