import type { Metadata } from 'next';
import { Share, SpreadMatrix } from '#components/results/matrix.tsx';
import { TotalsText } from '#components/results/result-card.tsx';
import { TileMap } from '#components/results/tile-map.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { demand, enter } from '#lib/platform/session/entry.ts';
import { findSpread, type SpreadView, spreadFilterOf } from '#lib/results/spread.ts';
import { SpreadFilterForm } from './filter.tsx';

type Where = { locale: Locale; hub: string; org: string };
type Search = Record<string, string | string[] | undefined>;
type Props = { params: Promise<Where>; searchParams: Promise<Search> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'results')('spread.title') };
}

/** How far what was tried has come: municipalities by results, as a table and a map; to companies in totals. */
export default async function SpreadPage({ params, searchParams }: Props) {
  const { locale, hub, org } = await params;
  const scope = await enter(locale, hub, org);
  demand(scope, 'proposal:read');
  const filter = spreadFilterOf(await searchParams);
  const view = await findSpread(scope, filter);
  const t = translator(locale, 'results');
  const base = `/${locale}/${hub}/${org}`;
  const query = new URLSearchParams(
    Object.entries(filter).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])),
  );
  return (
    <>
      <PageHeader
        title={t('spread.title')}
        lead={t(view.named ? 'spread.lead' : 'spread.leadTotals')}
      >
        {view.named && (
          <ButtonLink href={`${base}/spread/export.csv?${query}`} variant="secondary">
            {t('spread.csv')}
          </ButtonLink>
        )}
      </PageHeader>
      <SpreadFilterForm locale={locale} filter={filter} view={view} />
      {view.results.length === 0 && <EmptyState text={t('spread.none')} />}
      {view.results.length > 0 && view.named && (
        <Named locale={locale} view={view} asked={filter.result} base={base} />
      )}
      {!view.named && <Totals locale={locale} view={view} base={base} />}
      <p className="no-print mt-8 flex flex-wrap gap-3">
        {filter.page > 1 && (
          <ButtonLink href={pageAt(query, filter.page - 1)} variant="secondary">
            {t('newer')}
          </ButtonLink>
        )}
        {view.more && (
          <ButtonLink href={pageAt(query, filter.page + 1)} variant="secondary">
            {t('more')}
          </ButtonLink>
        )}
      </p>
    </>
  );
}

function pageAt(query: URLSearchParams, page: number): string {
  const next = new URLSearchParams(query);
  next.set('page', String(page));
  return `?${next}`;
}

type Part = { locale: Locale; view: SpreadView; base: string };

function Named({ locale, view, base, asked }: Part & { asked: string }) {
  const t = translator(locale, 'results');
  const most = view.results.toSorted((one, other) => other.totals.inUse - one.totals.inUse)[0];
  const shown = view.results.find(({ slug }) => slug === asked) ?? most;
  return (
    <>
      {shown && (
        <section aria-labelledby="map">
          <h2 className="ds-heading" data-size="sm" id="map">
            {t('spread.map', { title: shown.title })}
          </h2>
          <p>
            <Share locale={locale} reach={view.reach.get(shown.id) ?? null} whole={view.whole} />
          </p>
          <TileMap locale={locale} view={view} result={shown} />
        </section>
      )}
      <section className="mt-10" aria-labelledby="matrix">
        <h2 className="ds-heading" data-size="sm" id="matrix">
          {t('spread.matrix')}
        </h2>
        <SpreadMatrix locale={locale} view={view} resultsAt={`${base}/results`} />
      </section>
    </>
  );
}

function Totals({ locale, view, base }: Part) {
  return (
    <ul className="m-0 grid list-none gap-4 p-0">
      {view.results.map(({ id, slug, title, language, totals }) => (
        <li className="panel p-5" key={id}>
          <h2 className="ds-heading m-0" data-size="2xs">
            <a className="ds-link" href={`${base}/results/${slug}`} lang={language}>
              {title}
            </a>
          </h2>
          <p className="m-0 mt-2">
            <TotalsText locale={locale} totals={totals} />
          </p>
        </li>
      ))}
    </ul>
  );
}
