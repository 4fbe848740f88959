import type { Letter } from '#lib/platform/deed.ts';
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
import type { BookingStatus } from './rules.ts';

export type Addressee = { id: string; email: string; locale: string };

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
};

/** Tells whoever booked that it is done, with the calendar file. */
export function bookedLetter(scope: Scope, to: Addressee, booking: ToldBooking): Letter {
  return letter(scope, to, booking, 'booked');
}

/** Tells whoever booked that it is cancelled and by whom; the file takes it out of the calendar. */
export function cancelledLetter(scope: Scope, to: Addressee, booking: ToldBooking): Letter {
  return letter(scope, to, booking, to.id === scope.person.id ? 'cancelled' : 'cancelledByOther');
}

/** The calendar file of a booking in a language: the one that is sent and the one to download. */
export function bookingCalendar(scope: Scope, locale: Locale, booking: ToldBooking): string {
  const { id, revision, status, startsAt, endsAt, site } = booking;
  const place = inLocale(booking.place.name, locale);
  const entry: CalendarEntry = {
    ...{ id, revision, status, startsAt, endsAt, zone: site.zone },
    summary: booking.purpose ? `${place}: ${booking.purpose}` : place,
    location: [place, inLocale(site.name, locale), site.address].join(', '),
    description: `${scope.organisation.name}, ${scope.hub.name}`,
    url: addressOf(scope, locale, id),
  };
  return calendarFile(entry);
}

function letter(
  scope: Scope,
  to: Addressee,
  booking: ToldBooking,
  kind: 'booked' | 'cancelled' | 'cancelledByOther',
): Letter {
  const locale = isLocale(to.locale) ? to.locale : defaultLocale;
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
    organisation: scope.organisation.name,
    person: scope.person.name,
    link: addressOf(scope, locale, booking.id),
  };
  const footer = translator(locale, 'mail')('footer', { hub: scope.hub.name });
  return {
    to: to.email,
    subject: t(`letters.${kind}.subject`, values),
    text: `${t(`letters.${kind}.text`, values)}\n\n${footer}\n`,
    calendar: bookingCalendar(scope, locale, booking),
  };
}

function addressOf(scope: Scope, locale: Locale, id: string): string {
  return `${settings().url}/${locale}/${scope.hub.slug}/${scope.organisation.slug}/bookings/${id}`;
}
