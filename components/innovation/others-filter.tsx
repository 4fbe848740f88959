import { FilterForm, type FilterGroup } from '#components/ui/filter-form.tsx';
import { careAreas, needOrders } from '#lib/needs/rules.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { type OthersQuery, statesOf } from '#lib/proposals/schema.ts';

type Props = { locale: Locale; query: OthersQuery };

/** A state of the section that is shown, in words. */
export function stateWord(locale: Locale, show: OthersQuery['show'], state: string): string {
  if (show === 'projects') return translator(locale, 'projects')(`states.${state}`);
  const t = translator(locale, 'innovation');
  return t(show === 'needs' ? `needStates.${state}` : `states.${state}`);
}

/** What others do, by words, state and area. */
export function OthersFilter({ locale, query }: Props) {
  const t = translator(locale, 'innovation');
  const areas = translator(locale, 'showroom');
  const state = (value: string) => stateWord(locale, query.show, value);
  const order = (value: string) => t(`others.orders.${value}`);
  const area = (value: string) => areas(`areas.${value}`);
  return (
    <FilterForm
      search={{
        label: t('others.search'),
        hint: t('others.searchHint'),
        submit: t('others.search'),
        words: query.words,
      }}
      fold={t('others.filter')}
      apply={t('others.apply')}
      hidden={query.show === 'projects' ? {} : { show: query.show }}
      groups={[
        ...(query.show === 'needs'
          ? [group('sort', t('others.order'), needOrders, [query.order], order, true)]
          : []),
        group('state', t('others.state'), statesOf(query.show), query.states, state),
        group('area', t('others.area'), careAreas, query.areas, area),
      ]}
    />
  );
}

function group(
  name: string,
  legend: string,
  values: readonly string[],
  chosen: readonly string[],
  word: (value: string) => string,
  one = false,
): FilterGroup {
  const options = values.map((value) => ({
    value,
    label: word(value),
    chosen: chosen.includes(value),
  }));
  return { name, legend, options, one };
}
