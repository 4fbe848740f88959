import type { LeaseDetail } from '#lib/leases/reads.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { dayWords } from './words.ts';

/** Days given back from today on; whoever may take them back has the free ones in a form instead. */
type Props = { locale: Locale; lease: LeaseDetail; title: string };
export function GivenDays({ locale, lease, title }: Props) {
  const t = translator(locale, 'leases');
  const given = lease.givenBack.filter(
    ({ day, reclaimable }) => day >= lease.today && !(lease.mayGiveBack && reclaimable),
  );
  if (given.length === 0) return null;
  const several = lease.places.length > 1;
  return (
    <section className="mt-8 max-w-3xl" aria-labelledby="given">
      <h2 className="ds-heading" data-size="xs" id="given">
        {title}
      </h2>
      <ul className="ds-list m-0">
        {given.map(({ placeId, day, sold, reclaimable }) => {
          const date = dayWords(locale, day);
          const place = lease.places.find(({ id }) => id === placeId);
          const said = sold
            ? t('giveBack.sold', { date })
            : reclaimable
              ? date
              : t('giveBack.tooLate', { date });
          return (
            <li key={`${placeId} ${day}`}>
              {said}
              {several && place ? ` (${inLocale(place.name, locale)})` : ''}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
