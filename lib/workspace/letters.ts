import type { Addressed, Letter } from '#lib/platform/deed.ts';
import { settings } from '#lib/platform/env.ts';
import {
  defaultLocale,
  inLocale,
  isLocale,
  type Locale,
  type Text,
} from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { type CalendarEntry, calendarFile } from './calendar.ts';
import type { BookingStatus } from './moves.ts';

/** A booking as letters and calendar files tell of it. */
export type ToldBooking = {
  id: string;
  revision: number;
  status: BookingStatus;
  startsAt: Date;
  endsAt: Date;
  purpose: string;
  place: { name: Text };
  site: { name: Text; address: string; zone: string };
  organisation: { name: string; slug: string };
  /** The unit of a pool that it got. */
  unit?: string;
};

/** What is told to whom it is for; each has a text under `workspace.letters`. */
export type BookingLetterKind =
  | 'booked'
  | 'bookedForYou'
  | 'asked'
  | 'approved'
  | 'declined'
  | 'question'
  | 'moved'
  | 'restored'
  | 'cancelled'
  | 'cancelledByOther'
  | 'missed'
  | 'reminder'
  | 'checkInNow'
  | 'offered'
  | 'seriesEnds';
/** What is told of several at once. */
export type ManyLetterKind =
  | 'togetherBooked'
  | 'togetherAsked'
  | 'seriesBooked'
  | 'seriesAsked'
  | 'seriesMoved'
  | 'manyCancelled';
/** What is told to the house. */
export type HouseLetterKind = 'toAnswer' | 'answered';

/** Kinds that put the time into a calendar, or take it out of it. */
const withCalendar: readonly BookingLetterKind[] = [
  'booked',
  'bookedForYou',
  'approved',
  'moved',
  'restored',
  'cancelled',
  'cancelledByOther',
  'declined',
  'missed',
];

/** A letter about a booking to whom it is for; `text` is what was said, where something was. */
export function bookingLetter(
  scope: Scope,
  to: Addressed,
  booking: ToldBooking,
  kind: BookingLetterKind,
  text = '',
): Letter {
  const locale = isLocale(to.locale) ? to.locale : defaultLocale;
  const link = addressOf(scope, locale, booking);
  return {
    ...written(scope, to, locale, booking, kind, { text, link }),
    ...(withCalendar.includes(kind) && { calendar: bookingCalendar(scope, locale, booking) }),
  };
}

/** A letter to the house about a booking that awaits its answer. */
export function houseLetter(
  scope: Scope,
  to: Addressed,
  booking: ToldBooking,
  kind: HouseLetterKind,
  text = '',
): Letter {
  const locale = isLocale(to.locale) ? to.locale : defaultLocale;
  const link = `${settings().url}/${locale}/${scope.hub.slug}/house/bookings/${booking.id}`;
  return written(scope, to, locale, booking, kind, { text, link });
}

/** A letter about several bookings at once: places in one breath, days of a series, or of an absence. */
export function manyLetter(
  scope: Scope,
  to: Addressed,
  bookings: readonly ToldBooking[],
  kind: ManyLetterKind,
): Letter {
  const locale = isLocale(to.locale) ? to.locale : defaultLocale;
  const [first] = bookings as [ToldBooking];
  const days = bookings.map((booking) => `– ${whenOf(locale, booking)}`).join('\n');
  const own = { text: days, link: addressOf(scope, locale, first), count: bookings.length };
  return {
    ...written(scope, to, locale, first, kind, own),
    calendar: calendarFile(bookings.map((booking) => entryOf(scope, locale, booking))),
  };
}

/** The day, the time and the place, in a line. */
function whenOf(locale: Locale, { startsAt, endsAt, site, place, unit }: ToldBooking): string {
  const format = formatter(locale, site.zone);
  const spoken = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const [from, until] = [startsAt, endsAt].map((at) => format.dateTime(at, time));
  const where = [inLocale(place.name, locale), unit].filter(Boolean).join(' ');
  return `${format.dateTime(startsAt, spoken)}, ${from}–${until}, ${where}`;
}

/** The calendar file of a booking in a language: the one that is sent and the one to download. */
export function bookingCalendar(scope: Scope, locale: Locale, booking: ToldBooking): string {
  return calendarFile([entryOf(scope, locale, booking)]);
}

function entryOf(scope: Scope, locale: Locale, booking: ToldBooking): CalendarEntry {
  const { id, revision, status, startsAt, endsAt, site } = booking;
  const place = inLocale(booking.place.name, locale);
  return {
    ...{ id, revision, status, startsAt, endsAt, zone: site.zone },
    summary: booking.purpose ? `${place}: ${booking.purpose}` : place,
    location: [place, inLocale(site.name, locale), site.address].join(', '),
    description: `${booking.organisation.name}, ${scope.hub.name}`,
    url: addressOf(scope, locale, booking),
  };
}

function written(
  scope: Scope,
  to: Addressed,
  locale: Locale,
  booking: ToldBooking,
  kind: BookingLetterKind | HouseLetterKind | ManyLetterKind,
  own: { text: string; link: string; count?: number },
): Letter {
  const t = translator(locale, 'workspace');
  const format = formatter(locale, booking.site.zone);
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const values = {
    place: inLocale(booking.place.name, locale),
    site: inLocale(booking.site.name, locale),
    address: booking.site.address,
    date: format.dateTime(booking.startsAt, { dateStyle: 'full' }),
    from: format.dateTime(booking.startsAt, time),
    to: format.dateTime(booking.endsAt, time),
    organisation: booking.organisation.name,
    person: scope.personName,
    // Whoever did it reads “you”.
    self: scope.isSelf(to.id) ? 'yes' : 'no',
    by: scope.actingName,
    hub: scope.hub.name,
    ...own,
  };
  const footer = translator(locale, 'mail')('footer', { hub: scope.hub.name });
  return {
    to: to.email,
    subject: t(`letters.${kind}.subject`, values),
    // Where nothing was said, no gap is left.
    text: `${t(`letters.${kind}.text`, values)}\n\n${footer}\n`.replaceAll(/\n{3,}/g, '\n\n'),
  };
}

type Line = { place: Text; zone: string; startsAt: Date; endsAt: Date; path: string };

/** A letter to who was taken out of a line by a colleague. */
export function removedLetter(scope: Scope, to: Addressed, line: Line): Letter {
  const locale = isLocale(to.locale) ? to.locale : defaultLocale;
  const t = translator(locale, 'hours');
  const format = formatter(locale, line.zone);
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const values = {
    place: inLocale(line.place, locale),
    date: format.dateTime(line.startsAt, { dateStyle: 'full' }),
    from: format.dateTime(line.startsAt, time),
    to: format.dateTime(line.endsAt, time),
    person: scope.personName,
    link: `${settings().url}/${locale}${line.path}`,
  };
  const footer = translator(locale, 'mail')('footer', { hub: scope.hub.name });
  return {
    to: to.email,
    subject: t('waiting.letter.subject', values),
    text: `${t('waiting.letter.text', values)}\n\n${footer}\n`,
  };
}

function addressOf(scope: Scope, locale: Locale, { id, organisation }: ToldBooking): string {
  return `${settings().url}/${locale}/${scope.hub.slug}/${organisation.slug}/bookings/${id}`;
}
