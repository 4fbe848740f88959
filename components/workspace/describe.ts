import { Temporal } from 'temporal-polyfill';
import { dateOf } from '#lib/platform/clock.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { sentence } from '#lib/platform/i18n/sentence.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import type { Had, Need } from '#lib/workspace/attributes.ts';
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
    ...place.attributes.map((had) => hadInWords(locale, had)),
  ];
  return facts.filter((fact) => fact !== false);
}

/** What a place has, as a part of a sentence; false where there is nothing to say. */
function hadInWords(locale: Locale, { name, value, choice, unit, without }: Had): string | false {
  const said = inside(locale, inLocale(name, locale));
  // Words for lacking it say that places have it as a rule: only the exception is told.
  if (value === true) return without === null && said;
  if (value === false) return without !== null && inLocale(without, locale);
  if (value === 0) return false;
  const number = typeof value === 'number' && formatter(locale, 'UTC').number(value);
  const words = choice ? inLocale(choice, locale) : [number, unit].filter(Boolean).join(' ');
  return translator(locale, 'workspace')('facts.had', { name: said, value: words });
}

/** What a place lacks of what is needed, as a sentence. */
export function lacksInWords(locale: Locale, lacks: readonly Need[]): string {
  const t = translator(locale, 'workspace');
  const what = lacks.map(({ name, least, unit, choice }) => {
    const said = inside(locale, inLocale(name, locale));
    if (choice) return t('facts.had', { name: said, value: inLocale(choice.name, locale) });
    if (least === null) return said;
    const number = formatter(locale, 'UTC').number(least);
    return t('find.lackNumber', { name: said, least: [number, unit].filter(Boolean).join(' ') });
  });
  return sentence(locale, 'workspace.refusals.lacks', { what: what.join(', ') });
}

/** A name as it stands inside a sentence; one that begins with a word in capitals stays as it is. */
function inside(locale: Locale, name: string): string {
  const capitals = /^\p{Lu}[\p{Lu}\d]/u.test(name);
  return capitals ? name : name.charAt(0).toLocaleLowerCase(locale) + name.slice(1);
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
