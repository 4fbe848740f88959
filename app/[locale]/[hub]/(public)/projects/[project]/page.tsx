import type { Metadata } from 'next';
import { cache } from 'react';
import { PublicPilots } from '#components/pilots/pilot-list.tsx';
import { ProjectDocument } from '#components/projects/project-document.tsx';
import { PublicTimeline } from '#components/projects/timeline.tsx';
import { ProjectResults } from '#components/results/project-results.tsx';
import { ConfirmedSums } from '#components/sharing/confirmed.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { findTimeline } from '#lib/phases/reads.ts';
import { findPilots } from '#lib/pilots/reads.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { orNotFound, visit } from '#lib/platform/session/entry.ts';
import { findProject } from '#lib/projects/reads.ts';
import { listProjectResults } from '#lib/results/reads.ts';
import { findSums } from '#lib/sharing/reads.ts';

type Props = { params: Promise<{ locale: Locale; hub: string; project: string }> };

const load = cache(async (hub: string, slug: string) =>
  orNotFound(async () => findProject(await visit(hub), slug)),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, project: slug } = await params;
  const project = await load(hub, slug);
  return { title: inLocale(project.title, locale), description: inLocale(project.summary, locale) };
}

export default async function ProjectPage({ params }: Props) {
  const { locale, hub, project: slug } = await params;
  const project = await load(hub, slug);
  const scope = await visit(hub);
  const { results } = await orNotFound(() => listProjectResults(scope, slug));
  return (
    <article>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[
          {
            href: `/${locale}/${hub}/projects`,
            label: translator(locale, 'projects')('title'),
          },
        ]}
      />
      <ProjectDocument locale={locale} project={project}>
        <ConfirmedSums
          locale={locale}
          country={scope.hub.country}
          sums={await orNotFound(() => findSums(scope, slug))}
        />
        <PublicTimeline
          locale={locale}
          zone={scope.hub.zone}
          timeline={await orNotFound(() => findTimeline(scope, slug))}
        />
        <PublicPilots locale={locale} view={await orNotFound(() => findPilots(scope, slug))} />
        <ProjectResults locale={locale} results={results} at={`/${locale}/${hub}/results`} />
      </ProjectDocument>
    </article>
  );
}
