import { now } from '#lib/platform/clock.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import type { BookingRow } from '#lib/workspace/bookings.ts';
import { BookingRows, type RowWords } from './booking-rows.tsx';
import { dayInWords, timeOfDay } from './describe.ts';

type Props = { locale: Locale; base: string; bookings: readonly BookingRow[] };

/** Bookings, one a row: when, where, who, and the way to cancel. */
export function BookingList({ locale, base, bookings }: Props) {
  return <BookingRows rows={bookings.map((booking) => inWords(locale, base, booking))} />;
}

/** A booking in the reader's words. */
function inWords(locale: Locale, base: string, booking: BookingRow): RowWords {
  const t = translator(locale, 'workspace');
  const format = formatter(locale, booking.zone);
  const place = inLocale(booking.place.name, locale);
  const date = format.dateTime(booking.startsAt, dayInWords);
  const status = statusOf(booking);
  const href = `${base}/bookings/${booking.id}`;
  return {
    href,
    place,
    date,
    from: {
      at: booking.startsAt.toISOString(),
      word: format.dateTime(booking.startsAt, timeOfDay),
    },
    to: { at: booking.endsAt.toISOString(), word: format.dateTime(booking.endsAt, timeOfDay) },
    status: status && { tone: status.tone, word: t(status.word) },
    purpose: booking.purpose,
    series: booking.seriesId === null ? null : t('bookings.inSeries'),
    who: booking.bookedFor
      ? t('bookings.bookedFor', { person: booking.bookedFor })
      : t('bookings.bookedByGone'),
    cancel:
      booking.notCancellable === null
        ? { word: t('bookings.cancel'), label: t('bookings.cancelThis', { place, date }) }
        : null,
  };
}

const tones = {
  HELD: 'warning',
  PENDING: 'warning',
  CANCELLED: 'danger',
  DECLINED: 'danger',
  NO_SHOW: 'danger',
  EXPIRED: 'neutral',
} as const;

/** How a booking stands right now, where that is not plain from the list it is in. */
export function statusOf({
  status,
  startsAt,
  endsAt,
}: Pick<BookingRow, 'status' | 'startsAt' | 'endsAt'>) {
  if (status !== 'CONFIRMED' && status !== 'CHECKED_IN') {
    return { tone: tones[status], word: `bookings.statuses.${status}` } as const;
  }
  const at = now().epochMilliseconds;
  if (endsAt.getTime() <= at) return { tone: 'neutral', word: 'bookings.over' } as const;
  if (startsAt.getTime() <= at) return { tone: 'success', word: 'bookings.now' } as const;
  return null;
}
