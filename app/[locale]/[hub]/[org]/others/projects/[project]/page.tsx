import type { Metadata } from 'next';
import { cache } from 'react';
import { AreaTags } from '#components/innovation/area-tags.tsx';
import { PeriodBar, periodText } from '#components/projects/period.tsx';
import { stateTones } from '#components/projects/project-card.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { dateOf, now } from '#lib/platform/clock.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import { findProject, type Project } from '#lib/projects/reads.ts';
import { yearsOf } from '#lib/projects/rules.ts';

type Props = { params: Promise<{ locale: Locale; hub: string; org: string; project: string }> };
type PartProps = { locale: Locale; project: Project };

const load = cache((locale: Locale, hub: string, org: string, slug: string) =>
  orNotFound(async () => findProject(await enter(locale, hub, org), slug)),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, org, project: slug } = await params;
  return { title: inLocale((await load(locale, hub, org, slug)).title, locale) };
}

/** Like the visitors' page of a project, and also for projects that are not open to everyone. */
export default async function OthersProjectPage({ params }: Props) {
  const { locale, hub, org, project: slug } = await params;
  await enter(locale, hub, org);
  const project = await load(locale, hub, org, slug);
  const t = translator(locale, 'projects');
  const base = `/${locale}/${hub}/${org}`;
  const today = dateOf(now());
  return (
    <article>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[
          { href: `${base}/others`, label: translator(locale, 'innovation')('others.title') },
        ]}
      />
      <h1 className="ds-heading mt-4 mb-3" data-size="lg">
        {inLocale(project.title, locale)}
      </h1>
      <Tag tone={stateTones[project.state]}>{t(`states.${project.state}`)}</Tag>
      <p className="prose mt-4 text-xl">{inLocale(project.summary, locale)}</p>
      <section className="mt-8" aria-labelledby="period">
        <h2 className="ds-heading" data-size="sm" id="period">
          {t('periodTitle')}
        </h2>
        <p className="m-0">{periodText(locale, project)}</p>
        <PeriodBar
          startsOn={project.startsOn}
          endsOn={project.endsOn}
          years={yearsOf([project], today.getUTCFullYear())}
          now={today}
          labelled
        />
      </section>
      <div className="mt-10 grid gap-10 lg:grid-cols-2">
        <Parties locale={locale} project={project} />
        <Background locale={locale} project={project} />
      </div>
      <section className="mt-12 rounded-xl bg-accent-background-tinted p-6">
        <h2 className="ds-heading" data-size="xs">
          {t('want')}
        </h2>
        <ButtonLink href={`${base}/proposals/new`}>{t('propose')}</ButtonLink>
      </section>
    </article>
  );
}

function Parties({ locale, project }: PartProps) {
  const t = translator(locale, 'projects');
  return (
    <section aria-labelledby="parties">
      <h2 className="ds-heading" data-size="sm" id="parties">
        {t('partiesTitle')}
      </h2>
      <ul className="m-0 grid list-none gap-2 p-0">
        {project.parties.map(({ organisation, role, state }) => (
          <li key={organisation.name}>
            {organisation.name}
            <span className="quiet block text-base">
              {t(`roles.${role}`)}
              {state === 'INVITED' && ` (${t('invited')})`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Background({ locale, project }: PartProps) {
  const t = translator(locale, 'projects');
  return (
    <section aria-labelledby="background">
      <h2 className="ds-heading" data-size="sm" id="background">
        {t('needs')}
      </h2>
      {project.needs.length === 0 && <p className="quiet">{t('noNeeds')}</p>}
      <ul className="m-0 mb-4 grid list-none gap-3 p-0">
        {project.needs.map(({ need }) => (
          <li className="panel p-4" key={need.id}>
            <span lang={need.language}>{need.title}</span>
            <span className="quiet block text-base">{need.organisation.name}</span>
          </li>
        ))}
      </ul>
      {project.proposal && (
        <p className="mt-4">
          {t('origin')} <q lang={project.proposal.language}>{project.proposal.title}</q>{' '}
          {t('originBy', { name: project.proposal.organisation.name })}
        </p>
      )}
      <h3 className="ds-heading mt-6" data-size="2xs">
        {t('areas')}
      </h3>
      <AreaTags locale={locale} areas={project.areas} />
    </section>
  );
}
