import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { cache } from 'react';
import { FollowLink } from '#components/following/follow-link.tsx';
import { dayText } from '#components/innovation/day.ts';
import { stateTones } from '#components/projects/project-card.tsx';
import { DemoCard } from '#components/showroom/demo-card.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { NotTranslated, Written } from '#components/ui/written.tsx';
import { openNeedsOf } from '#lib/needs/reads.ts';
import { findOrganisation } from '#lib/organisations/reads.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { orNotFound, visit } from '#lib/platform/session/entry.ts';
import { projectsOf } from '#lib/projects/reads.ts';
import { demosOf } from '#lib/showroom/reads.ts';

type Props = { params: Promise<{ locale: Locale; hub: string; organisation: string }> };

const load = cache(async (hub: string, slug: string) => {
  const scope = await visit(hub);
  return orNotFound(() =>
    findOrganisation(scope, slug, async (db, hubId, id) => ({
      demos: await demosOf(db, hubId, id),
      needs: await openNeedsOf(db, hubId, id),
      projects: await projectsOf(db, hubId, id),
    })),
  );
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, organisation: slug } = await params;
  const { name, about } = await load(hub, slug);
  const title = `${name} – ${(await visit(hub)).hub.name}`;
  return { title, description: inLocale(about, locale) };
}

export default async function OrganisationPage({ params }: Props) {
  const { locale, hub, organisation: slug } = await params;
  const { zone, name: hubName } = (await visit(hub)).hub;
  const { name, kind, town, about, since, work } = await load(hub, slug);
  const t = translator(locale, 'organisations');
  const site = translator(locale, 'site');
  const base = `/${locale}/${hub}`;
  return (
    <>
      <Breadcrumbs
        label={site('breadcrumb')}
        crumbs={[{ href: `${base}/organisations`, label: site('organisations.title') }]}
      />
      <h1 className="ds-heading mt-4 mb-3" data-size="lg">
        {name}
      </h1>
      <p className="m-0 flex flex-wrap items-center gap-3">
        <Tag>{site(`kinds.${kind}`)}</Tag>
        {town && <span>{town}</span>}
        <span className="quiet">
          {since
            ? t('page.since', { date: dayText(locale, zone, since) })
            : t('page.left', { hub: hubName })}
        </span>
      </p>
      {since && (
        <p className="m-0 mt-3">
          <FollowLink locale={locale} hub={hub} thing={{ kind: 'owner', key: slug }}>
            {translator(locale, 'following')('followOwner', { name })}
          </FollowLink>
        </p>
      )}
      {inLocale(about, locale) && (
        <p className="prose mt-5 text-lg">
          <Written text={about} locale={locale} /> <NotTranslated text={about} locale={locale} />
        </p>
      )}
      <Part
        id="demos"
        heading={t('page.demos')}
        empty={t('page.noDemos')}
        count={work.demos.length}
      >
        <ul className="m-0 grid list-none gap-5 p-0 sm:grid-cols-2 lg:grid-cols-3">
          {work.demos.map((demo) => (
            <DemoCard key={demo.slug} demo={demo} locale={locale} hub={hub} level="h3" />
          ))}
        </ul>
      </Part>
      <Part
        id="needs"
        heading={t('page.needs')}
        empty={t('page.noNeeds')}
        count={work.needs.length}
      >
        <ul className="m-0 grid list-none grid-cols-1 gap-4 p-0 md:grid-cols-2">
          {work.needs.map(({ id, title, problem, language }) => (
            <li className="panel p-5" key={id} lang={language}>
              <h3 className="ds-heading m-0" data-size="xs">
                {title}
              </h3>
              <p className="m-0 mt-2 text-base">{problem}</p>
            </li>
          ))}
        </ul>
      </Part>
      <Part
        id="projects"
        heading={t('page.projects')}
        empty={t('page.noProjects')}
        count={work.projects.length}
      >
        <ul className="m-0 grid list-none grid-cols-1 gap-4 p-0 md:grid-cols-2">
          {work.projects.map((project) => (
            <li className="panel card-link p-5" key={project.slug}>
              <div>
                <Tag tone={stateTones[project.state]}>
                  {translator(locale, 'projects')(`states.${project.state}`)}
                </Tag>
              </div>
              <h3 className="ds-heading m-0 mt-3" data-size="xs">
                <a href={`${base}/projects/${project.slug}`}>
                  <Written text={project.title} locale={locale} />
                </a>
              </h3>
              <p className="m-0 mt-2 text-base">
                <Written text={project.summary} locale={locale} />{' '}
                <NotTranslated text={project.summary} locale={locale} />
              </p>
            </li>
          ))}
        </ul>
      </Part>
    </>
  );
}

type PartProps = { id: string; heading: string; empty: string; count: number; children: ReactNode };

function Part({ id, heading, empty, count, children }: PartProps) {
  return (
    <section className="mt-10" aria-labelledby={id}>
      <h2 className="ds-heading" data-size="sm" id={id}>
        {heading}
      </h2>
      {count === 0 ? <p className="quiet m-0">{empty}</p> : children}
    </section>
  );
}
