import type { Metadata } from 'next';
import { ProjectCard } from '#components/projects/project-card.tsx';
import { ProjectFilter } from '#components/projects/project-filter.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { todayDate } from '#lib/platform/clock.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { visit } from '#lib/platform/session/entry.ts';
import { listProjects } from '#lib/projects/reads.ts';
import { yearsOf } from '#lib/projects/rules.ts';
import { projectFilterOf } from '#lib/projects/schema.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub } = await params;
  const { name } = (await visit(hub)).hub;
  return { title: `${translator(locale, 'projects')('title')} – ${name}` };
}

export default async function ProjectsPage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const filter = projectFilterOf(await searchParams);
  const scope = await visit(hub);
  const { all, shown, facets } = await listProjects(scope, filter);
  const t = translator(locale, 'projects');
  const base = `/${locale}/${hub}/projects`;
  const today = todayDate(scope.hub.zone);
  const years = yearsOf(shown, today.getUTCFullYear());
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {all === 0 ? (
        <EmptyState text={t('empty')} />
      ) : (
        <div className="grid gap-8 lg:grid-cols-[17rem_1fr]">
          <ProjectFilter locale={locale} filter={filter} facets={facets} />
          <section aria-labelledby="result">
            <h2 className="ds-heading" data-size="xs" id="result">
              {t('count', { count: shown.length })}
            </h2>
            {shown.length === 0 && (
              <EmptyState text={t('none')}>
                <ButtonLink href={base} variant="secondary">
                  {t('clear')}
                </ButtonLink>
              </EmptyState>
            )}
            <ul className="m-0 grid list-none gap-5 p-0 md:grid-cols-2">
              {shown.map((project) => (
                <ProjectCard
                  key={project.slug}
                  project={project}
                  locale={locale}
                  href={`${base}/${project.slug}`}
                  years={years}
                  now={today}
                />
              ))}
            </ul>
          </section>
        </div>
      )}
      <section className="mt-12 rounded-xl bg-accent-background-tinted p-6">
        <h2 className="ds-heading" data-size="xs">
          {t('want')}
        </h2>
        <ButtonLink href={`/${locale}/account?hub=${hub}`}>{t('propose')}</ButtonLink>
      </section>
    </>
  );
}
