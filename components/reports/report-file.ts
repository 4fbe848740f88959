import { stringify } from 'csv-stringify/sync';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import type { Report } from '#lib/reports/reads.ts';
import { openOf } from '#lib/reports/rules.ts';
import type { ReportQuery } from '#lib/reports/schema.ts';
import { groupName, reportWords } from './words.ts';

const columns = ['open', 'blocked', 'booked', 'here', 'missed', 'leased'] as const;

/** A report as a file for spreadsheets: hours as numbers with the language's own comma, a row a group. */
export function reportFile(locale: Locale, report: Report, query: ReportQuery): Response {
  const { t, count } = reportWords(locale);
  const total = report.groups.find((group) => group.dimension === 'total');
  const hours = (minutes: number | null) =>
    minutes === null
      ? t('tooFew')
      : new Intl.NumberFormat(locale, { maximumFractionDigits: 2, useGrouping: false }).format(
          minutes / 60,
        );
  const head = [t('from'), t('to'), t('what'), '', ...columns.map((column) => t(column))];
  const rows = report.groups.map((group) => [
    ...[query.from, query.to, group.dimension === 'total' ? '' : t(`by.${group.dimension}`)],
    groupName(locale, group, report.sites),
    ...columns.map((column) => hours(column === 'open' ? openOf(group, total) : group[column])),
    ...[group.bookings, group.people].map(count),
  ]);
  const all = [[...head, t('bookings'), t('people')], ...rows];
  return new Response(stringify(all, { delimiter: ';', bom: true, escape_formulas: true }), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="navet-${query.from}-${query.to}.csv"`,
      'Cache-Control': 'no-store',
    },
  });
}
