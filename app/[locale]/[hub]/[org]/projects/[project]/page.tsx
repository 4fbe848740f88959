import type { Metadata } from 'next';
import { cache } from 'react';
import { Chain } from '#components/innovation/chain.tsx';
import { dayText } from '#components/innovation/day.ts';
import { periodText } from '#components/projects/period.tsx';
import { stateTones } from '#components/projects/project-card.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { NotTranslated, Written } from '#components/ui/written.tsx';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { demand, enter, orNotFound } from '#lib/platform/session/entry.ts';
import { findOwnProject, listInvitable } from '#lib/projects/own.ts';
import { InviteForm, OwnAnswer, PartyTable, StopForm } from './doing.tsx';

type Where = { locale: Locale; hub: string; org: string; project: string };
type Props = { params: Promise<Where>; searchParams: Promise<{ done?: string | string[] }> };

const load = cache((scope: Scope, slug: string) => orNotFound(() => findOwnProject(scope, slug)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, org, project } = await params;
  return { title: inLocale((await load(await enter(locale, hub, org), project)).title, locale) };
}

/** A project as its parties work with it: who is in it, who answers what, what one's organisation can do. */
export default async function OwnProjectPage({ params, searchParams }: Props) {
  const where = await params;
  const { locale, hub, org, project: slug } = where;
  const scope = await enter(locale, hub, org);
  demand(scope, 'proposal:draft');
  const project = await load(scope, slug);
  const { done } = await searchParams;
  const t = translator(locale, 'projects');
  const base = `/${locale}/${hub}/${org}`;
  const open = project.leading && ['FORMING', 'ACTIVE', 'ON_HOLD'].includes(project.state);
  const steering = translator(locale, 'steering');
  const isIn = ['CONFIRMED', 'INVITED'].includes(project.own.state);
  const inside = isIn
    ? ([
        ['groups', steering('groups')],
        ['meetings', translator(locale, 'meetings')('title')],
        ['decisions', steering('decisions')],
        ['timeline', translator(locale, 'phases')('title')],
        ['pilots', translator(locale, 'pilots')('title')],
        ['results', translator(locale, 'results')('title')],
      ] as const)
    : [];
  const whom = t(`visibility.${project.wished as 'OPEN'}`);
  return (
    <article>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `${base}/projects`, label: t('own.title') }]}
      />
      <DoneIn locale={locale} part="projects" done={done} />
      <h1 className="ds-heading mt-4 mb-3" data-size="lg">
        <Written text={project.title} locale={locale} />
      </h1>
      <p className="m-0 flex flex-wrap items-center gap-2">
        <Tag tone={stateTones[project.state]}>{t(`states.${project.state}`)}</Tag>
        <NotTranslated text={project.title} locale={locale} />
        <span className="quiet">
          {t('led', { name: project.lead ?? '–' })} · {periodText(locale, project)}
        </span>
      </p>
      <OwnAnswer key={String(done)} where={where} scope={scope} project={project} />
      {project.state === 'ON_HOLD' && (
        <Notice tone="warning">
          {project.reviewOn &&
            steering('hold.says', { date: dayText(locale, 'UTC', project.reviewOn) })}{' '}
          <span className="whitespace-pre-line">{project.holdWords}</span>
        </Notice>
      )}
      {!project.checkedAt && project.state !== 'STOPPED' && (
        <Notice>{t('work.willBeShown', { whom })}</Notice>
      )}
      {project.ours && !project.checkedAt && project.checkWords && (
        <Notice tone="warning">
          <strong className="block">{t('work.hubAsks')}</strong>
          <span className="whitespace-pre-line">{project.checkWords}</span>
        </Notice>
      )}
      <p className="prose mt-4 text-xl whitespace-pre-line">
        <Written text={project.summary} locale={locale} />
      </p>
      {project.lessons && (
        <section aria-labelledby="lessons">
          <h2 className="ds-heading" data-size="sm" id="lessons">
            {t('work.lessonsTitle')}
          </h2>
          <p className="prose whitespace-pre-line">{project.lessons}</p>
        </section>
      )}
      <dl className="m-0 mt-4 grid gap-x-8 gap-y-2 sm:grid-cols-[auto_1fr]">
        <dt className="font-semibold">{t('work.leader')}</dt>
        <dd className="m-0">{project.leader?.name ?? t('work.noLeader')}</dd>
        {project.checkedAt && (
          <>
            <dt className="font-semibold">{t('work.shownTo')}</dt>
            <dd className="m-0">{t(`visibility.${project.visibility as 'OPEN'}`)}</dd>
          </>
        )}
      </dl>
      <p className="no-print mt-6 flex flex-wrap gap-3">
        {open && (
          <ButtonLink href={`${base}/projects/${slug}/edit`} variant="secondary">
            {t('work.edit')}
          </ButtonLink>
        )}
        {isIn && (
          <ButtonLink href={`${base}/projects/${slug}/charter`} variant="secondary">
            {t('charter.title')}
          </ButtonLink>
        )}
        {isIn && (
          <ButtonLink href={`${base}/projects/${slug}/money`} variant="secondary">
            {translator(locale, 'sharing')('title')}
          </ButtonLink>
        )}
        {inside.map(([place, label]) => (
          <ButtonLink key={place} href={`${base}/projects/${slug}/${place}`} variant="secondary">
            {label}
          </ButtonLink>
        ))}
        <ButtonLink href={`${base}/others/projects/${slug}`} variant="secondary">
          {t('work.public')}
        </ButtonLink>
      </p>
      <PartyTable
        where={where}
        project={project}
        dateOf={(date) => dayText(locale, scope.hub.zone, date)}
      />
      {open && <InviteForm where={where} bodies={await listInvitable(scope, slug)} />}
      <Chain locale={locale} scope={scope} from={{ project: slug }} />
      {project.leading && project.state === 'FORMING' && <StopForm where={where} />}
    </article>
  );
}
