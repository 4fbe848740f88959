import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Counts } from '#lib/showroom/counting.ts';
import { addressOf, onlyWith, type ShowroomQuery } from '#lib/showroom/rules.ts';
import { valueName } from './facets.tsx';

type Props = {
  locale: Locale;
  base: string;
  query: ShowroomQuery;
  areas: Counts['facets']['area'];
};

/** What can be solved here, each need a way in: before products, owners and everything else. */
export function Browse({ locale, base, query, areas }: Props) {
  const t = translator(locale, 'catalogue');
  if (areas.length === 0) return null;
  return (
    <nav className="mb-8" aria-labelledby="browse">
      <h2 className="ds-heading mt-0 mb-3" data-size="xs" id="browse">
        {t('browse')}
      </h2>
      <ul className="m-0 grid list-none grid-cols-2 gap-3 p-0 sm:grid-cols-[repeat(auto-fill,minmax(15rem,1fr))]">
        {areas.map(({ value, count }) => (
          <li className="panel card-link px-3 py-3 sm:px-5 sm:py-4" key={value}>
            <a
              className="font-semibold [overflow-wrap:anywhere] after:absolute after:inset-0"
              href={base + addressOf(onlyWith(query, 'area', value))}
            >
              {valueName(locale, 'area', value)}
            </a>
            <span className="quiet text-base">{t('browseCount', { count })}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}
