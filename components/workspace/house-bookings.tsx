import { Tag } from '#components/ui/tag.tsx';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import type { KeptBooking } from '#lib/workspace/bookings.ts';
import { statusOf } from './booking-list.tsx';
import { dayInWords, timeOfDay } from './describe.ts';

type Props = {
  locale: Locale;
  hub: string;
  bookings: readonly KeptBooking[];
  /** Where they are of several days. */
  withDay?: boolean;
};

/** Bookings of all organisations, for the house: when, where, who, and the way to each. */
export function HouseBookings({ locale, hub, bookings, withDay = false }: Props) {
  return (
    <ol className="m-0 grid list-none gap-3 p-0">
      {bookings.map((booking) => (
        <Row key={booking.id} {...{ locale, hub, booking, withDay }} />
      ))}
    </ol>
  );
}

type RowProps = { locale: Locale; hub: string; booking: KeptBooking; withDay: boolean };

function Row({ locale, hub, booking, withDay }: RowProps) {
  const t = translator(locale, 'workspace');
  const format = formatter(locale, booking.zone);
  const [from, to] = [booking.startsAt, booking.endsAt].map((at) => format.dateTime(at, timeOfDay));
  const status = statusOf(booking);
  const person = booking.bookedFor ?? t('today.personGone');
  return (
    <li className="panel card-link grid gap-x-6 px-5 py-3 sm:grid-cols-[10rem_1fr_1fr]">
      <div className="text-lg font-semibold">
        {withDay && (
          <span className="block text-base font-normal first-letter:uppercase">
            {format.dateTime(booking.startsAt, dayInWords)}
          </span>
        )}
        <time dateTime={booking.startsAt.toISOString()}>{from}</time>–
        <time dateTime={booking.endsAt.toISOString()}>{to}</time>
      </div>
      <div className="min-w-0">
        <a
          className="font-semibold after:absolute after:inset-0"
          href={`/${locale}/${hub}/house/bookings/${booking.id}`}
        >
          {inLocale(booking.place.name, locale)}
        </a>{' '}
        {status && <Tag tone={status.tone}>{t(status.word)}</Tag>}
        <span className="quiet block text-base">{t(`kinds.${booking.place.kind}`)}</span>
      </div>
      <div className="min-w-0">
        {booking.organisation?.name ?? t('today.organisationGone')}
        <span className="quiet block text-base">
          {[person, booking.purpose].filter(Boolean).join(' · ')}
        </span>
      </div>
    </li>
  );
}
