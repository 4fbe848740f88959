import type { Metadata } from 'next';
import { cache } from 'react';
import { formLabels } from '#components/chrome/form-labels.ts';
import { Chain } from '#components/innovation/chain.tsx';
import { PublicPilots } from '#components/pilots/pilot-list.tsx';
import { ProjectDocument } from '#components/projects/project-document.tsx';
import { roleOptions } from '#components/projects/project-words.ts';
import { PublicTimeline } from '#components/projects/timeline.tsx';
import { ProjectResults } from '#components/results/project-results.tsx';
import { ConfirmedSums } from '#components/sharing/confirmed.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import { findTimeline } from '#lib/phases/reads.ts';
import { findPilots } from '#lib/pilots/reads.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import { openToParties } from '#lib/projects/moves.ts';
import { findStanding } from '#lib/projects/own.ts';
import { findProject } from '#lib/projects/reads.ts';
import { projectLimits } from '#lib/projects/schema.ts';
import { listProjectResults } from '#lib/results/reads.ts';
import { findSums } from '#lib/sharing/reads.ts';
import { ask } from '../../../projects/actions.ts';

type Where = { locale: Locale; hub: string; org: string; project: string };
type Props = { params: Promise<Where>; searchParams: Promise<{ done?: string | string[] }> };

const load = cache((locale: Locale, hub: string, org: string, slug: string) =>
  orNotFound(async () => findProject(await enter(locale, hub, org), slug)),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, org, project: slug } = await params;
  return { title: inLocale((await load(locale, hub, org, slug)).title, locale) };
}

/** Like the visitors' page of a project, and also for projects that are not open to everyone. */
export default async function OthersProjectPage({ params, searchParams }: Props) {
  const where = await params;
  const { locale, hub, org, project: slug } = where;
  const scope = await enter(locale, hub, org);
  const project = await load(locale, hub, org, slug);
  const { results } = await orNotFound(() => listProjectResults(scope, slug));
  return (
    <article>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[
          {
            href: `/${locale}/${hub}/${org}/others`,
            label: translator(locale, 'innovation')('others.title'),
          },
        ]}
      />
      <DoneIn locale={locale} part="projects" done={(await searchParams).done} />
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
        <ProjectResults locale={locale} results={results} at={`/${locale}/${hub}/${org}/results`} />
      </ProjectDocument>
      <Standing where={where} scope={scope} />
      <Chain locale={locale} scope={scope} from={{ project: slug }} />
    </article>
  );
}

/** Whether one's organisation is in it, and otherwise how it comes in. */
async function Standing({ where, scope }: { where: Where; scope: Scope }) {
  const { locale, hub, org, project: slug } = where;
  const { state, project, moves } = await orNotFound(() => findStanding(scope, slug));
  const t = translator(locale, 'projects');
  if (state === 'INVITED' || state === 'ASKED' || state === 'CONFIRMED') {
    return (
      <p className="no-print mt-8">
        <ButtonLink href={`/${locale}/${hub}/${org}/projects/${slug}`}>
          {t('partyPage.toWork')}
        </ButtonLink>
      </p>
    );
  }
  if (!openToParties.includes(project) || !scope.may('proposal:draft')) return null;
  if (!moves.includes('ask')) return <p className="no-print mt-8">{t('partyPage.askAdmin')}</p>;
  const company = scope.organisation.kind === 'COMPANY';
  return (
    <div className="no-print mt-8 max-w-3xl">
      <Disclosure summary={t('partyPage.moves.ask')}>
        <FieldsForm
          action={ask.bind(null, where)}
          labels={formLabels(locale)}
          groups={[
            {
              fields: [
                {
                  ...{ as: 'radio', name: 'role', label: t('partyPage.as') },
                  options: roleOptions(locale, company),
                },
                {
                  ...{ as: 'area', name: 'words', label: t('partyPage.greeting') },
                  maxLength: projectLimits.words,
                },
              ],
            },
          ]}
          submit={t('partyPage.moves.ask')}
        />
      </Disclosure>
    </div>
  );
}
