import type { Metadata } from 'next';
import { cache } from 'react';
import { ResultCard } from '#components/results/result-card.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { demand, enter, orNotFound } from '#lib/platform/session/entry.ts';
import { listProjectResults } from '#lib/results/reads.ts';

type Where = { locale: Locale; hub: string; org: string; project: string };
type Props = { params: Promise<Where> };

const load = cache((scope: Scope, slug: string) =>
  orNotFound(() => listProjectResults(scope, slug)),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'results')('own') };
}

/** What others can take over from a project. */
export default async function ProjectResultsPage({ params }: Props) {
  const { locale, hub, org, project: slug } = await params;
  const scope = await enter(locale, hub, org);
  demand(scope, 'proposal:draft');
  const view = await load(scope, slug);
  const t = translator(locale, 'results');
  const base = `/${locale}/${hub}/${org}`;
  const at = `${base}/projects/${slug}`;
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: at, label: inLocale(view.title, locale) }]}
      />
      <PageHeader title={t('own')} lead={t('ownLead')}>
        {view.leading && <ButtonLink href={`${at}/results/new`}>{t('make')}</ButtonLink>}
      </PageHeader>
      {view.results.length === 0 && <EmptyState text={t('ownNone')} />}
      <ul className="m-0 grid list-none gap-5 p-0 md:grid-cols-2">
        {view.results.map((result) => (
          <ResultCard
            key={result.id}
            {...{ locale, result, zone: scope.hub.zone, states: true }}
            href={view.leading ? `${at}/results/${result.slug}` : `${base}/results/${result.slug}`}
          />
        ))}
      </ul>
    </>
  );
}
