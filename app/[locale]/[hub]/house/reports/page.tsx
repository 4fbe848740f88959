import type { Metadata } from 'next';
import { monthIn } from '#components/prices/money.ts';
import { UseLegend } from '#components/reports/use-chart.tsx';
import { UseSection } from '#components/reports/use-section.tsx';
import { reportWords } from '#components/reports/words.ts';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { FilterSelect } from '#components/ui/filter-fields.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { dayOf } from '#components/workspace/describe.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { findReport, type Report } from '#lib/reports/reads.ts';
import { sharesOf } from '#lib/reports/rules.ts';
import { monthsOver, type ReportQuery, readReportQuery } from '#lib/reports/schema.ts';
import { placeKinds, type Query } from '#lib/workspace/schema.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'reports')('title') };
}

/** How much of the open time was used, by house, kind of place, weekday, hour and kind of organisation. */
export default async function ReportsPage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  const query = readReportQuery(await searchParams, scope.hub.zone);
  const report = await orNotFound(() => findReport(scope, query));
  const t = translator(locale, 'reports');
  const { site, kind, from, to, reversed } = query;
  const asked = new URLSearchParams({ from, to, ...(site && { site }), ...(kind && { kind }) });
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')}>
        <ButtonLink
          href={`/${locale}/${hub}/house/reports/export.csv?${asked}`}
          variant="secondary"
          download
        >
          {t('export')}
        </ButtonLink>
      </PageHeader>
      <Narrowing
        locale={locale}
        query={query}
        sites={report.sites}
        months={monthsOver(scope.hub.zone)}
      />
      <p className="quiet">
        {report.until ? t('until', { day: dayWords(locale, report.until) }) : t('none')}{' '}
        {t('small')}
      </p>
      {reversed ? (
        <Notice tone="warning">{t('reversed')}</Notice>
      ) : (
        <Figures locale={locale} query={query} report={report} />
      )}
    </>
  );
}

const dayWords = (locale: Locale, day: string) => dayOf(locale, day, { dateStyle: 'full' });

type NarrowingProps = {
  locale: Locale;
  query: ReportQuery;
  sites: Report['sites'];
  months: string[];
};

function Narrowing({ locale, query, sites, months }: NarrowingProps) {
  const t = translator(locale, 'reports');
  const kinds = translator(locale, 'workspace');
  return (
    <search>
      <form method="get" className="mb-6 flex flex-wrap items-end gap-4">
        {(['from', 'to'] as const).map((name) => (
          <FilterSelect
            key={name}
            name={name}
            label={t(name)}
            rows={months.map((month) => ({ id: month, name: monthIn(locale, month) }))}
            value={query[name]}
          />
        ))}
        {sites.length > 1 && (
          <FilterSelect
            name="site"
            label={t('site')}
            all={t('everywhere')}
            rows={sites.map(({ slug, name }) => ({ id: slug, name: inLocale(name, locale) }))}
            value={query.site}
          />
        )}
        <FilterSelect
          name="kind"
          label={t('kind')}
          all={t('anyKind')}
          rows={placeKinds.map((kind) => ({ id: kind, name: kinds(`groups.${kind}`) }))}
          value={query.kind}
        />
        <button className="ds-button" type="submit">
          {t('show')}
        </button>
      </form>
    </search>
  );
}

type FiguresProps = { locale: Locale; query: ReportQuery; report: Report };

function Figures({ locale, query, report }: FiguresProps) {
  const { t, hours, count, share } = reportWords(locale);
  const total = report.groups.find(({ dimension }) => dimension === 'total');
  if (!total) return <EmptyState text={t('empty')} />;
  const { booked, leased } = sharesOf(total, total.open);
  const facts = [
    [t('used'), share(booked === null ? null : booked + (leased ?? 0))],
    [t('open'), hours(total.open)],
    [t('blocked'), hours(total.blocked)],
    [t('booked'), hours(total.booked)],
    [t('here'), hours(total.here)],
    [t('missed'), hours(total.missed)],
    [t('leased'), hours(total.leased)],
    [t('bookings'), count(total.bookings)],
    [t('people'), count(total.people)],
  ] as const;
  return (
    <>
      <h2 className="ds-heading first-letter:uppercase" data-size="sm">
        {query.from === query.to
          ? monthIn(locale, query.from)
          : t('period', { from: monthIn(locale, query.from), to: monthIn(locale, query.to) })}
      </h2>
      <dl className="panel mb-8 grid grid-cols-2 gap-4 p-5 sm:grid-cols-3 lg:grid-cols-5">
        {facts.map(([term, fact]) => (
          <div key={term}>
            <dt className="quiet text-base">{term}</dt>
            <dd className="m-0 text-lg font-medium tabular-nums">{fact}</dd>
          </div>
        ))}
      </dl>
      {total.withheld && <p>{t('monthsLeftOut')}</p>}
      <UseLegend locale={locale} />
      {report.sites.length > 1 && <UseSection locale={locale} report={report} dimension="site" />}
      {(['kind', 'weekday', 'hour', 'actor'] as const).map((dimension) => (
        <UseSection key={dimension} locale={locale} report={report} dimension={dimension} />
      ))}
    </>
  );
}
