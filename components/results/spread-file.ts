import { stringify } from 'csv-stringify/sync';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { SpreadView } from '#lib/results/spread.ts';
import { cellOf } from '#lib/results/tiles.ts';

/** The matrix for spreadsheets: a row a municipality, a column a result; no text that begins like a formula is left as one. */
export function spreadText(locale: Locale, view: SpreadView): string {
  const t = translator(locale, 'results');
  const head = [
    ...[t('spread.region'), t('spread.municipality'), t('spread.inhabitants')],
    ...view.results.map(({ title }) => title),
  ];
  const rows = view.places.map(({ region, name, population, organisationId }) => [
    ...[region, name, population ?? ''],
    ...view.results.map(({ id }) => {
      const state = view.cells.get(cellOf(id, organisationId));
      return state ? t(`adoption.states.${state}`) : '';
    }),
  ]);
  return stringify([head, ...rows], { delimiter: ';', bom: true, escape_formulas: true });
}
