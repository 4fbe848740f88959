import { Tag } from '#components/ui/tag.tsx';
import { now } from '#lib/platform/clock.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import type { BookingRow } from '#lib/workspace/bookings.ts';
import { dayInWords, timeOfDay } from './describe.ts';

type Props = { locale: Locale; base: string; bookings: readonly BookingRow[] };

/** Bookings, one a row: when, where, who, and the way to cancel. */
export function BookingList({ locale, base, bookings }: Props) {
  return (
    <ul className="m-0 grid list-none gap-3 p-0">
      {bookings.map((booking) => (
        <Row key={booking.id} locale={locale} base={base} booking={booking} />
      ))}
    </ul>
  );
}

function Row({ locale, base, booking }: Omit<Props, 'bookings'> & { booking: BookingRow }) {
  const t = translator(locale, 'workspace');
  const format = formatter(locale, booking.zone);
  const place = inLocale(booking.place.name, locale);
  const date = format.dateTime(booking.startsAt, dayInWords);
  const [from, to] = [booking.startsAt, booking.endsAt].map((at) => format.dateTime(at, timeOfDay));
  const status = statusOf(booking);
  const href = `${base}/bookings/${booking.id}`;
  return (
    <li className="panel grid items-center gap-x-6 gap-y-2 px-5 py-4 md:grid-cols-[15rem_1fr_auto]">
      <div>
        <div className="first-letter:uppercase">{date}</div>
        <div className="text-lg font-semibold">
          <time dateTime={booking.startsAt.toISOString()}>{from}</time>–
          <time dateTime={booking.endsAt.toISOString()}>{to}</time>
        </div>
      </div>
      <div className="min-w-0">
        <a className="text-lg font-semibold" href={href}>
          {place}
        </a>{' '}
        {status && <Tag tone={status.tone}>{t(status.word)}</Tag>}
        {booking.purpose && <p className="m-0">{booking.purpose}</p>}
        <p className="quiet m-0 text-base">
          {booking.bookedBy
            ? t('bookings.bookedBy', { person: booking.bookedBy })
            : t('bookings.bookedByGone')}
        </p>
      </div>
      {booking.notCancellable === null && (
        <div>
          <a
            className="ds-button"
            data-variant="secondary"
            data-color="neutral"
            data-size="sm"
            href={`${href}/cancel`}
            aria-label={t('bookings.cancelThis', { place, date })}
          >
            {t('bookings.cancel')}
          </a>
        </div>
      )}
    </li>
  );
}

/** How a booking stands right now, where that is not plain from the list it is in. */
export function statusOf({ status, startsAt, endsAt }: BookingRow) {
  if (status === 'CANCELLED') {
    return { tone: 'danger', word: 'bookings.statuses.CANCELLED' } as const;
  }
  const at = now().epochMilliseconds;
  if (endsAt.getTime() <= at) return { tone: 'neutral', word: 'bookings.over' } as const;
  if (startsAt.getTime() <= at) return { tone: 'success', word: 'bookings.now' } as const;
  return null;
}
