import type { Metadata } from 'next';
import { cache } from 'react';
import { Timeline } from '#components/projects/timeline.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { findTimeline } from '#lib/phases/reads.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { demand, enter, orNotFound } from '#lib/platform/session/entry.ts';
import { Milestones } from './milestones.tsx';
import { AddPhase, PhaseWork } from './phases.tsx';

type Where = { locale: Locale; hub: string; org: string; project: string };
type Props = { params: Promise<Where>; searchParams: Promise<{ done?: string | string[] }> };

const load = cache((scope: Scope, slug: string) => orNotFound(() => findTimeline(scope, slug)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'phases')('title') };
}

/** How a project runs over the years; whoever leads plans it here. */
export default async function TimelinePage({ params, searchParams }: Props) {
  const where = await params;
  const { locale, hub, org, project: slug } = where;
  const scope = await enter(locale, hub, org);
  demand(scope, 'proposal:draft');
  const timeline = await load(scope, slug);
  const t = translator(locale, 'phases');
  const { done } = await searchParams;
  return (
    <article key={String(done)}>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[
          {
            href: `/${locale}/${hub}/${org}/projects/${slug}`,
            label: inLocale(timeline.title, locale),
          },
        ]}
      />
      <DoneIn locale={locale} part="phases" done={done} />
      <PageHeader title={t('title')} lead={t('lead')} />
      <Timeline locale={locale} zone={scope.hub.zone} timeline={timeline} />
      {timeline.mayPlan && <PhaseWork where={where} timeline={timeline} />}
      {timeline.mayPlan && <AddPhase where={where} timeline={timeline} />}
      <Milestones where={where} timeline={timeline} />
    </article>
  );
}
