import type { LeasedPlace } from '#lib/leases/reads.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

type Props = { locale: Locale; hub: string; leased: readonly LeasedPlace[] };

/** Places that are let on the day: whose they are, and the way to each lease. */
export function LeasedToday({ locale, hub, leased }: Props) {
  const t = translator(locale, 'leases');
  if (leased.length === 0) return null;
  return (
    <section className="mt-10" aria-labelledby="leased">
      <h2 className="ds-heading" data-size="xs" id="leased">
        {t('today')}
      </h2>
      <ul className="ds-list m-0">
        {leased.map(({ id, place, organisation }) => (
          <li key={`${id} ${inLocale(place, locale)}`}>
            <a href={`/${locale}/${hub}/house/leases/${id}`}>{inLocale(place, locale)}</a>
            {organisation && `, ${organisation}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
