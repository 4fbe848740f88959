import { FilterForm } from '#components/ui/filter-form.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { FacetCount } from '#lib/showroom/reads.ts';
import {
  type FacetName,
  facetMessages,
  facetNames,
  type ShowroomQuery,
} from '#lib/showroom/rules.ts';

type Props = { locale: Locale; query: ShowroomQuery; facets: Record<FacetName, FacetCount[]> };

/** A facet's value in words. */
export function valueName(locale: Locale, facet: FacetName, value: string): string {
  const namespace = facet === 'owner' ? 'site' : 'showroom';
  return translator(locale, namespace)(`${facetMessages[facet]}.${value}`);
}

/** Demos by words and facets. */
export function Facets({ locale, query, facets }: Props) {
  const t = translator(locale, 'showroom');
  const search = {
    label: t('search.label'),
    hint: t('search.hint'),
    submit: t('search.submit'),
    words: query.words,
  };
  return (
    <FilterForm
      search={search}
      fold={t('filter')}
      apply={t('apply')}
      groups={facetNames.map((name) => ({
        name,
        legend: t(`facets.${name}`),
        options: facets[name].map((each) => ({
          ...each,
          label: valueName(locale, name, each.value),
        })),
      }))}
    />
  );
}
