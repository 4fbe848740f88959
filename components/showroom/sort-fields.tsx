import { FilterSelect } from '#components/ui/filter-fields.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Town } from '#lib/showroom/neighbours.ts';
import { type ShowroomQuery, sortOf, sorts } from '#lib/showroom/rules.ts';

type Props = { locale: Locale; query: ShowroomQuery; towns: readonly Town[] };

/** In what order, and for "nearest" seen from where. */
export function SortFields({ locale, query, towns }: Props) {
  const t = translator(locale, 'catalogue');
  // Left as it is it says nothing, so that words that are typed next bring their own order.
  const usual = sortOf({ ...query, sort: null });
  const others = sorts.filter(
    (sort) => sort !== usual && (sort !== 'relevance' || query.words !== ''),
  );
  return (
    <div className="grid gap-3">
      <FilterSelect
        name="sort"
        label={t('sort')}
        all={t(`sorts.${usual}`)}
        rows={others.map((sort) => ({ id: sort, name: t(`sorts.${sort}`) }))}
        value={query.sort === usual ? '' : (query.sort ?? '')}
      />
      <p className="quiet m-0 text-base">{t('sortHint')}</p>
      {towns.length > 0 && (
        <FilterSelect
          name="at"
          label={t('at')}
          all={t('chooseAt')}
          rows={towns.map(({ country, code, name }) => ({ id: `${country}-${code}`, name }))}
          value={query.at}
        />
      )}
    </div>
  );
}
