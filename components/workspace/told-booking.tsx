import { agreed, Price } from '#components/prices/price.tsx';
import { instantOf } from '#lib/platform/clock.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import type { BookingDetail } from '#lib/workspace/booking-reads.ts';
import { BookingFacts } from './booking-facts.tsx';
import { statusOf } from './booking-list.tsx';
import { lengthInWords, timeOfDay } from './describe.ts';
import { feeTerms } from './hours-words.ts';

/** All there is to say of one booking. */
export function ToldBooking({ locale, booking }: { locale: Locale; booking: BookingDetail }) {
  const t = translator(locale, 'workspace');
  const hoursWords = translator(locale, 'hours');
  const format = formatter(locale, booking.zone);
  const { startsAt, endsAt, site, floor, place } = booking;
  const hours = [startsAt, endsAt].map((at) => format.dateTime(at, timeOfDay)).join('–');
  const minutes = (endsAt.getTime() - startsAt.getTime()) / 60_000;
  return (
    <BookingFacts
      facts={[
        {
          term: t('booking.status'),
          text: t(statusOf(booking)?.word ?? `bookings.statuses.${booking.status}`),
        },
        {
          term: t('confirm.when'),
          text: `${format.dateTime(startsAt, { dateStyle: 'full' })}, ${hours}`,
        },
        { term: t('confirm.length'), text: lengthInWords(locale, minutes) },
        { term: t('confirm.what'), text: t(`kinds.${place.kind}`) },
        {
          term: translator(locale, 'prices')('quote.price'),
          text: <Price locale={locale} country={booking.country} price={agreed(booking)} />,
        },
        {
          term: t('confirm.where'),
          text: [inLocale(site.name, locale), inLocale(floor.name, locale), site.address].join(
            ', ',
          ),
        },
        ...(booking.together.length > 0
          ? [
              {
                term: t('booking.together'),
                text: booking.together.map((name) => inLocale(name, locale)).join(', '),
              },
            ]
          : []),
        ...(booking.purpose ? [{ term: t('booking.purpose'), text: booking.purpose }] : []),
        ...(booking.people > 1
          ? [{ term: t('confirm.people'), text: String(booking.people) }]
          : []),
        ...(booking.unit ? [{ term: t('booking.unit'), text: booking.unit }] : []),
        { term: t('booking.for'), text: booking.bookedFor ?? t('booking.gone') },
        ...(booking.bookedBy === booking.bookedFor
          ? []
          : [{ term: t('booking.by'), text: booking.bookedBy ?? t('booking.byHouse') }]),
        ...(booking.held
          ? [
              {
                term: hoursWords('fee.term'),
                text: feeTerms(
                  locale,
                  instantOf(startsAt),
                  booking.zone,
                  booking.rules[place.kind],
                ),
              },
            ]
          : []),
        ...(booking.lateFeePercent
          ? [
              {
                term: hoursWords('fee.term'),
                text: hoursWords('fee.kept', { percent: booking.lateFeePercent }),
              },
            ]
          : []),
        { term: t('confirm.shown'), text: t(`confirm.shownAs.${booking.shown}`) },
      ]}
    />
  );
}
