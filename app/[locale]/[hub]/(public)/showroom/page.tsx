import type { Metadata } from 'next';
import { SaveSearch } from '#components/lists/save-search.tsx';
import { Chosen } from '#components/showroom/chosen.tsx';
import { DemoCard } from '#components/showroom/demo-card.tsx';
import { Facets } from '#components/showroom/facets.tsx';
import { OpenData } from '#components/showroom/open-data.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { visit } from '#lib/platform/session/entry.ts';
import { listDemos } from '#lib/showroom/reads.ts';
import { showroomQueryOf } from '#lib/showroom/schema.ts';

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
  const { demos, all, facets } = await listDemos(await visit(hub), query);
  const t = translator(locale, 'showroom');
  const base = `/${locale}/${hub}/showroom`;
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {all === 0 ? (
        <EmptyState text={t('empty')} />
      ) : (
        <div className="grid gap-8 lg:grid-cols-[17rem_1fr]">
          <Facets locale={locale} query={query} facets={facets} />
          <section aria-labelledby="result">
            <Chosen locale={locale} base={base} query={query} count={demos.length} />
            <SaveSearch locale={locale} hub={hub} query={query} />
            {demos.length === 0 && (
              <EmptyState text={`${t('none')} ${t('noneHint')}`}>
                <ButtonLink href={base} variant="secondary">
                  {t('clear')}
                </ButtonLink>
              </EmptyState>
            )}
            <ul className="m-0 grid list-none gap-5 p-0 sm:grid-cols-2 xl:grid-cols-3">
              {demos.map((demo) => (
                <DemoCard key={demo.slug} demo={demo} locale={locale} hub={hub} level="h3" />
              ))}
            </ul>
          </section>
        </div>
      )}
      <OpenData locale={locale} hub={hub} />
    </>
  );
}
