import type { Metadata } from 'next';
import { ProjectForm } from '#components/projects/project-form.tsx';
import { projectWords } from '#components/projects/project-words.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { listNeedsToLink } from '#lib/needs/reads.ts';
import { today } from '#lib/platform/clock.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { demand, enter } from '#lib/platform/session/entry.ts';
import { save } from '../actions.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string; org: string }>;
  searchParams: Promise<{ need?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'projects')('form.newTitle') };
}

/** Starts a joint project, for a need that one comes from or chooses. */
export default async function NewProjectPage({ params, searchParams }: Props) {
  const place = await params;
  const { locale, hub, org } = place;
  const scope = await enter(locale, hub, org);
  demand(scope, 'project:start');
  const needs = await listNeedsToLink(scope);
  const { need } = await searchParams;
  const chosen = needs.filter(({ id }) => id === need);
  const t = translator(locale, 'projects');
  const base = `/${locale}/${hub}/${org}`;
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `${base}/projects`, label: t('own.title') }]}
      />
      <PageHeader title={t('form.newTitle')} lead={t('form.lead')} />
      {needs.length === 0 && (
        <EmptyState text={t('form.noNeed')}>
          <ButtonLink href={`${base}/needs/new`}>{t('form.sayNeed')}</ButtonLink>
        </EmptyState>
      )}
      {needs.length > 0 && (
        <div className="max-w-3xl">
          <ProjectForm
            action={save.bind(null, place)}
            words={projectWords(locale, needs, 'save')}
            initial={{
              ...{ id: crypto.randomUUID(), revision: '0', language: locale },
              ...{ needs: chosen.map(({ id }) => id), wished: 'PUBLIC_SIDE' },
              areas: chosen.flatMap(({ areas }) => areas),
              startsOn: today(scope.hub.zone).toString(),
            }}
          />
        </div>
      )}
    </>
  );
}
