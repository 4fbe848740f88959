import type { HouseWaits } from '#lib/hubs/waiting.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

type Props = { locale: Locale; hub: string; waits: HouseWaits };

/** What somebody in the house must answer, each with the way there; nothing when nothing waits. */
export function Waits({ locale, hub, waits }: Props) {
  const t = translator(locale, 'house');
  const base = `/${locale}/${hub}/house`;
  const pages = {
    organisations: `${base}/organisations`,
    proposals: `${base}/reviews`,
    projects: `${base}/projects`,
    barriers: `${base}/settings/barriers`,
    bookings: `${base}/bookings`,
    leases: `${base}/leases`,
  } as const;
  const rows = (
    ['bookings', 'leases', 'organisations', 'proposals', 'projects', 'barriers'] as const
  ).filter((each) => waits[each] > 0);
  if (rows.length === 0) return null;
  return (
    <section className="mb-8 rounded-xl bg-accent-background-tinted p-6" aria-labelledby="waits">
      <h2 className="ds-heading" data-size="xs" id="waits">
        {t('waits.title')}
      </h2>
      <ul className="m-0 grid list-none grid-cols-1 gap-1 p-0">
        {rows.map((each) => (
          <li key={each}>
            <a className="inline-flex min-h-8 items-center" href={pages[each]}>
              {t(`waits.${each}`, { count: waits[each] })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
