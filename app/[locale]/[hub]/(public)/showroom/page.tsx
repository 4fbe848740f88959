import type { Metadata } from 'next';
import { Browse } from '#components/showroom/browse.tsx';
import { sentence } from '#components/showroom/chosen.tsx';
import { Facets } from '#components/showroom/facets.tsx';
import { Found } from '#components/showroom/found.tsx';
import { OpenData } from '#components/showroom/open-data.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LiveFilter } from '#components/ui/live-filter.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { visit } from '#lib/platform/session/entry.ts';
import { listTowns } from '#lib/showroom/neighbours.ts';
import { isNarrowed } from '#lib/showroom/rules.ts';
import { showroomQueryOf } from '#lib/showroom/schema.ts';
import { listDemos } from '#lib/showroom/searching.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub } = await params;
  const { name } = (await visit(hub)).hub;
  return { title: `${translator(locale, 'showroom')('title')} – ${name}` };
}

export default async function ShowroomPage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const query = showroomQueryOf(await searchParams);
  const scope = await visit(hub);
  const found = await listDemos(scope, query);
  const towns = query.sort === 'nearest' ? await listTowns(scope) : [];
  const t = translator(locale, 'showroom');
  const base = `/${locale}/${hub}/showroom`;
  const words = found.meant ?? query.words;
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {found.all === 0 ? (
        <EmptyState text={t('empty')} />
      ) : (
        <>
          <div data-live="">
            {!isNarrowed(query) && (
              <Browse locale={locale} base={base} query={query} areas={found.facets.area} />
            )}
          </div>
          <div className="grid gap-8 lg:grid-cols-[17rem_1fr]">
            <Facets locale={locale} hub={hub} query={query} facets={found.facets} towns={towns} />
            <section className="min-w-0" aria-labelledby="result">
              <h2 className="ds-heading mt-0 mb-3" data-size="xs" aria-live="polite" id="result">
                {sentence(locale, query, { count: found.count, words })}
              </h2>
              <div id="found">
                <Found locale={locale} hub={hub} base={base} query={query} found={found} />
              </div>
            </section>
          </div>
          <LiveFilter form="showroom-filter" said="result" found="found" />
        </>
      )}
      <OpenData locale={locale} hub={hub} />
    </>
  );
}
