import type { Metadata } from 'next';
import { type CompareRow, compareRows, differs } from '#components/showroom/compare-rows.tsx';
import { CompareTable } from '#components/showroom/compare-table.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { PrintButton } from '#components/ui/print-button.tsx';
import { todayDate } from '#lib/platform/clock.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { visit } from '#lib/platform/session/entry.ts';
import {
  type CompareQuery,
  compareAddress,
  compareQueryOf,
  mostCompared,
} from '#lib/showroom/comparing.ts';
import { type Demo, listCompared } from '#lib/showroom/detail.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub } = await params;
  const { name } = (await visit(hub)).hub;
  return { title: `${translator(locale, 'compare')('title')} – ${name}` };
}

/** Two to four demos side by side; which ones stands in the address. */
export default async function ComparePage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const query = compareQueryOf(await searchParams);
  const scope = await visit(hub);
  const demos = await listCompared(scope, query.numbers);
  const base = `/${locale}/${hub}/showroom`;
  const t = translator(locale, 'compare');
  const unknown = query.strange || demos.length < query.numbers.length;
  const { zone } = scope.hub;
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: base, label: translator(locale, 'showroom')('title') }]}
      />
      <PageHeader title={t('title')} lead={t('lead')} />
      {query.tooMany && <Notice tone="info">{t('tooMany')}</Notice>}
      {unknown && <Notice tone="warning">{t('unknown')}</Notice>}
      {demos.length === 0 ? (
        <EmptyState text={t('none')}>
          <a href={base}>{t('toShowroom')}</a>
        </EmptyState>
      ) : (
        <Compared
          locale={locale}
          base={base}
          demos={demos}
          only={query.only}
          rows={compareRows(demos, { locale, zone, today: todayDate(zone) })}
        />
      )}
      {demos.length < mostCompared && (
        <Add locale={locale} base={base} demos={demos} only={query.only} />
      )}
    </>
  );
}

type ComparedProps = {
  locale: Locale;
  base: string;
  demos: readonly Demo[];
  only: CompareQuery['only'];
};

function Compared({ rows, ...props }: ComparedProps & { rows: readonly CompareRow[] }) {
  const { locale, base, demos, only } = props;
  const t = translator(locale, 'compare');
  const shown = only && demos.length > 1 ? rows.filter(differs) : rows;
  const numbers = demos.map(({ publicId }) => publicId);
  return (
    <>
      {demos.length > 1 ? (
        <div className="no-print mb-4 flex flex-wrap items-center gap-x-6 gap-y-2">
          <a
            className="inline-flex min-h-8 items-center"
            href={compareAddress(`${base}/compare`, numbers, !only)}
          >
            {t(only ? 'all' : 'only')}
          </a>
          <PrintButton label={t('print')} />
        </div>
      ) : (
        <Notice tone="info">{t('none')}</Notice>
      )}
      {shown.length === 0 ? <p>{t('same')}</p> : <CompareTable {...props} rows={shown} />}
    </>
  );
}

function Add({ locale, base, demos, only }: ComparedProps) {
  const t = translator(locale, 'compare');
  return (
    <form className="no-print mt-8 grid max-w-xl gap-3" action={`${base}/compare`} method="get">
      <h2 className="ds-heading m-0" data-size="sm">
        {t('add')}
      </h2>
      {demos.map(({ publicId }) => (
        <input key={publicId} type="hidden" name="d" value={publicId} />
      ))}
      {only && <input type="hidden" name="only" value="differences" />}
      <div className="ds-field">
        <label className="ds-label" htmlFor="d">
          {t('number')}
        </label>
        <div className="quiet text-base" id="d-hint">
          {t('numberHint')}{' '}
          <a className="underline" href={base}>
            {t('toShowroom')}
          </a>
        </div>
        <input className="ds-input" id="d" name="d" maxLength={300} aria-describedby="d-hint" />
      </div>
      <div>
        <button className="ds-button" type="submit">
          {t('addButton')}
        </button>
      </div>
    </form>
  );
}
