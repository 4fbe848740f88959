import { FilterForm } from '#components/ui/filter-form.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { ProjectFilter as Filter } from '#lib/projects/rules.ts';

type Counted = { value: string; count: number };
type Props = { locale: Locale; filter: Filter; facets: { state: Counted[]; area: Counted[] } };

/** Projects by state and area. */
export function ProjectFilter({ locale, filter, facets }: Props) {
  const t = translator(locale, 'projects');
  const areas = translator(locale, 'showroom');
  const options = (name: 'state' | 'area', word: (value: string) => string) =>
    facets[name].map(({ value, count }) => ({
      value,
      count,
      label: word(value),
      chosen: filter[name].includes(value),
    }));
  return (
    <FilterForm
      apply={t('apply')}
      groups={[
        {
          name: 'state',
          legend: t('filterState'),
          options: options('state', (value) => t(`states.${value}`)),
        },
        {
          name: 'area',
          legend: t('filterArea'),
          options: options('area', (value) => areas(`areas.${value}`)),
        },
      ]}
    />
  );
}
