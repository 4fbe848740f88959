import { Disclosure } from '#components/ui/disclosure.tsx';
import { Table } from '#components/ui/table.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import type { Dimension, Group, Report } from '#lib/reports/reads.ts';
import { openOf, sharesOf } from '#lib/reports/rules.ts';
import { UseChart } from './use-chart.tsx';
import { groupName, reportWords } from './words.ts';

type Props = { locale: Locale; report: Report; dimension: Exclude<Dimension, 'total'> };

/** The use by one thing: a chart, and the same figures as a table. */
export function UseSection({ locale, report, dimension }: Props) {
  const { t } = reportWords(locale);
  const total = report.groups.find((group) => group.dimension === 'total');
  const groups = report.groups.filter((group) => group.dimension === dimension);
  if (groups.length === 0) return null;
  const title = t(`by.${dimension}`);
  const bars = groups.map((group) => ({
    ...sharesOf(group, openOf(group, total)),
    key: group.key,
    name: groupName(locale, group, report.sites),
  }));
  return (
    <section className="mt-10" aria-labelledby={dimension}>
      <h2 className="ds-heading" data-size="sm" id={dimension}>
        {title}
      </h2>
      {dimension === 'actor' && <p className="quiet">{t('actorNote')}</p>}
      <UseChart locale={locale} title={title} bars={bars} />
      <Disclosure summary={t('figures')}>
        <Figures locale={locale} caption={title} report={report} groups={groups} />
      </Disclosure>
    </section>
  );
}

type FiguresProps = { locale: Locale; caption: string; report: Report; groups: Group[] };

function Figures({ locale, caption, report, groups }: FiguresProps) {
  const { t, hours, count, share } = reportWords(locale);
  const total = report.groups.find((group) => group.dimension === 'total');
  const columns = [
    ...['what', 'open', 'blocked', 'booked', 'here', 'missed', 'leased'],
    ...['used', 'bookings', 'people'],
  ];
  return (
    <Table
      caption={caption}
      head={columns.map((column) => t(column))}
      rows={groups.map((group) => {
        const { booked, leased } = sharesOf(group, openOf(group, total));
        return {
          key: group.key,
          cells: [
            groupName(locale, group, report.sites),
            hours(openOf(group, total)),
            hours(group.blocked),
            ...[group.booked, group.here, group.missed, group.leased].map(hours),
            share(booked === null ? null : booked + (leased ?? 0)),
            ...[group.bookings, group.people].map(count),
          ],
        };
      })}
    />
  );
}
