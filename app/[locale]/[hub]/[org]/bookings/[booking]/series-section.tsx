import { statusOf } from '#components/workspace/booking-list.tsx';
import { timeOfDay } from '#components/workspace/describe.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import type { BookingDetail } from '#lib/workspace/booking-reads.ts';
import { reaches } from '#lib/workspace/schema.ts';

type Props = { locale: Locale; base: string; booking: BookingDetail };

/** Of which series a booking is a day: the other days, and the ways to change or cancel more than this one. */
export function SeriesSection({ locale, base, booking }: Props) {
  const t = translator(locale, 'workspace');
  const { id, zone, days, notCancellable, status } = booking;
  if (days.length === 0) return null;
  const format = formatter(locale, zone);
  const changeable = notCancellable === null && (status === 'PENDING' || status === 'CONFIRMED');
  return (
    <section className="my-8 max-w-3xl" aria-labelledby="series">
      <h2 className="ds-heading" data-size="xs" id="series">
        {t('series.partOf')}
      </h2>
      <ol className="m-0 grid list-none gap-1 p-0">
        {days.map((day) => {
          const hours = [day.startsAt, day.endsAt].map((at) => format.dateTime(at, timeOfDay));
          const date = format.dateTime(day.startsAt, { dateStyle: 'full' });
          const words = `${date}, ${hours.join('–')}`;
          const state = t(statusOf(day)?.word ?? `bookings.statuses.${day.status}`);
          return (
            <li key={day.id}>
              {day.id === id ? (
                <strong aria-current="true">{words}</strong>
              ) : (
                <a className="inline-flex min-h-8 items-center" href={`${base}/bookings/${day.id}`}>
                  {words}
                </a>
              )}{' '}
              <span className="quiet">{state}</span>
            </li>
          );
        })}
      </ol>
      {changeable &&
        (['change', 'cancel'] as const).map((what) => (
          <p className="mt-3 mb-0 flex flex-wrap gap-x-5 gap-y-1" key={what}>
            <span>{t(`series.${what}`)}</span>
            {reaches.map((reach) => (
              <a
                className="inline-flex min-h-8 items-center"
                key={reach}
                href={`${base}/bookings/${id}/${what}?reach=${reach}`}
              >
                {t(`series.reaches.${reach}`)}
                <span className="ds-sr-only"> ({t(`series.${what}`)})</span>
              </a>
            ))}
          </p>
        ))}
    </section>
  );
}
