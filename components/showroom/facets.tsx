import { FilterForm } from '#components/ui/filter-form.tsx';
import { type Locale, languageNames } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Counts } from '#lib/showroom/counting.ts';
import type { Town } from '#lib/showroom/neighbours.ts';
import {
  catalogueFacets,
  type FacetName,
  facetMessages,
  facetNames,
  facetValues,
  type ShowroomQuery,
} from '#lib/showroom/rules.ts';
import { SortFields } from './sort-fields.tsx';
import { SuggestField } from './suggest-field.tsx';

type Props = {
  locale: Locale;
  hub: string;
  query: ShowroomQuery;
  facets: Counts['facets'];
  /** Where one may look from; empty where nobody asks. */
  towns: readonly Town[];
};

/** A facet's value in words. */
export function valueName(locale: Locale, facet: FacetName, value: string): string {
  if (facet === 'language') return languageNames[value as Locale];
  const fixed: readonly string[] = facetValues[facet];
  if (facet === 'user' || !fixed.includes(value)) return value;
  const [namespace, key] = facetMessages[facet].split('.');
  return translator(locale, namespace as 'showroom')(`${key}.${value}`);
}

/** What a facet is called. */
export function facetName(locale: Locale, facet: FacetName): string {
  const own = (catalogueFacets as readonly string[]).includes(facet);
  return translator(locale, own ? 'catalogue' : 'showroom')(`facets.${facet}`);
}

// What decides least often stands folded until something in it is chosen.
const open: readonly FacetName[] = ['area', 'kind', 'stage', 'setting', 'owner'];

/** Demos by words and facets. */
export function Facets({ locale, hub, query, facets, towns }: Props) {
  const t = translator(locale, 'showroom');
  return (
    <FilterForm
      id="showroom-filter"
      words={
        <SuggestField
          address={`/api/suggestions/${hub}`}
          label={t('search.label')}
          hint={t('search.hint')}
          help={translator(locale, 'catalogue')('signs')}
          submit={t('search.submit')}
          words={query.words}
        />
      }
      fold={t('filter')}
      apply={t('apply')}
      groups={facetNames.map((name) => ({
        name,
        legend: facetName(locale, name),
        folded: !open.includes(name),
        options: facets[name].map((each) => ({
          ...each,
          label: valueName(locale, name, each.value),
        })),
      }))}
    >
      <SortFields locale={locale} query={query} towns={towns} />
    </FilterForm>
  );
}
