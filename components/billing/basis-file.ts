import { stringify } from 'csv-stringify/sync';
import type { BasisDetail } from '#lib/billing/reads.ts';
import { type Line, partOfMonth } from '#lib/billing/rules.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

/** A basis as a file for spreadsheets: decimal commas, and no text that begins like a formula left as one. */
export function basisFile(locale: Locale, hub: string, basis: BasisDetail): Response {
  const name = `${hub}-${basis.number ?? basis.month.toISOString().slice(0, 7)}.csv`;
  return new Response(basisText(locale, basis), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  });
}

const columns = ['organisation', 'number', 'what', 'when', 'quantity', 'unit', 'price'] as const;
const more = ['off', 'net', 'vat', 'costCentre', 'marking', 'source', 'sourceId'] as const;

function unitIn(locale: Locale, line: Line): string {
  const part = partOfMonth(line);
  if (part) return translator(locale, 'billing')('partOfMonth', part);
  return translator(locale, 'prices')(`units.${line.unit}`);
}

/** A heading and a row a line. */
export function basisText(locale: Locale, basis: BasisDetail): string {
  const t = translator(locale, 'billing');
  const day = (date: Date) => date.toISOString().slice(0, 10);
  const rows = basis.lines.map((line) => [
    basis.organisation,
    String(basis.number ?? ''),
    inLocale(line.what, locale),
    day(line.startsOn),
    line.quantity / 100,
    unitIn(locale, line),
    line.unitOre / 100,
    line.discountOre / 100,
    line.netOre / 100,
    line.vatPercent / 100,
    line.costCentre,
    line.reference,
    t(`sources.${line.source}`),
    line.sourceId,
  ]);
  const head = [...columns, ...more].map((name) => t(`file.${name}`));
  const number = (value: number) => value.toFixed(2).replace('.', ',');
  const cast = { number };
  return stringify([head, ...rows], { delimiter: ';', bom: true, escape_formulas: true, cast });
}
