import type { Metadata } from 'next';
import { cache } from 'react';
import { PilotComparison, PilotList } from '#components/pilots/pilot-list.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { findPilots } from '#lib/pilots/reads.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { demand, enter, orNotFound } from '#lib/platform/session/entry.ts';
import { Indicators } from './indicators.tsx';
import { PilotForm } from './pilot-form.tsx';

type Where = { locale: Locale; hub: string; org: string; project: string };
type Props = { params: Promise<Where>; searchParams: Promise<{ done?: string | string[] }> };

const load = cache((scope: Scope, slug: string) => orNotFound(() => findPilots(scope, slug)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'pilots')('title') };
}

/** Where a project is tried, how it goes there, and what every site measures. */
export default async function PilotsPage({ params, searchParams }: Props) {
  const where = await params;
  const { locale, hub, org, project: slug } = where;
  const scope = await enter(locale, hub, org);
  demand(scope, 'proposal:draft');
  const view = await load(scope, slug);
  const t = translator(locale, 'pilots');
  const base = `/${locale}/${hub}/${org}/projects/${slug}`;
  const { done } = await searchParams;
  return (
    <article key={String(done)}>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: base, label: inLocale(view.title, locale) }]}
      />
      <DoneIn locale={locale} part="pilots" done={done} />
      <PageHeader title={t('title')} lead={t('lead')} />
      {view.pilots.length === 0 ? (
        <EmptyState text={t('none')} />
      ) : (
        <section aria-label={t('title')}>
          <h2 className="ds-sr-only">{t('title')}</h2>
          <PilotList locale={locale} view={view} href={(id) => `${base}/pilots/${id}`} />
          <PilotComparison locale={locale} view={view} />
        </section>
      )}
      {view.sites.length > 0 && <PilotForm where={where} sites={view.sites} />}
      <Indicators where={where} view={view} />
    </article>
  );
}
