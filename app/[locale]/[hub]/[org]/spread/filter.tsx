import { FilterSelect } from '#components/ui/filter-fields.tsx';
import { careAreas } from '#lib/needs/rules.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { adoptionStates } from '#lib/results/moves.ts';
import type { SpreadFilter, SpreadView } from '#lib/results/spread.ts';

type Props = { locale: Locale; filter: SpreadFilter; view: SpreadView };

/** Which municipalities, which results, and which of them on the map; the choice stands in the address. */
export function SpreadFilterForm({ locale, filter, view }: Props) {
  const t = translator(locale, 'results');
  const areas = translator(locale, 'showroom');
  return (
    <form method="get" className="panel no-print mb-8 flex flex-wrap items-end gap-4 p-5">
      {view.named && view.regions.length > 1 && (
        <FilterSelect
          {...{ name: 'region', label: t('spread.region'), value: view.region }}
          all={t('spread.everywhere')}
          rows={view.regions.map(([id, name]) => ({ id, name }))}
        />
      )}
      <FilterSelect
        {...{ name: 'area', label: t('spread.area'), value: filter.area }}
        all={t('spread.everywhere')}
        rows={careAreas.map((id) => ({ id, name: areas(`areas.${id}`) }))}
      />
      {view.named && (
        <>
          <FilterSelect
            {...{ name: 'state', label: t('spread.state'), value: filter.state }}
            all={t('spread.any')}
            rows={adoptionStates.map((id) => ({ id, name: t(`adoption.states.${id}`) }))}
          />
          <FilterSelect
            {...{ name: 'result', label: t('spread.which'), value: filter.result }}
            all={t('spread.most')}
            rows={view.results.map(({ slug, title }) => ({ id: slug, name: title }))}
          />
        </>
      )}
      <button className="ds-button" data-variant="secondary" type="submit">
        {t('spread.show')}
      </button>
    </form>
  );
}
