import type { Metadata } from 'next';
import { cache } from 'react';
import { dayText } from '#components/innovation/day.ts';
import { pilotTones } from '#components/pilots/pilot-list.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { findPilot } from '#lib/pilots/reads.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { demand, enter, orNotFound } from '#lib/platform/session/entry.ts';
import { PilotForm } from '../pilot-form.tsx';
import { Benefits } from './benefits.tsx';
import { Checklist, Drop, Moves } from './doing.tsx';

type Where = { locale: Locale; hub: string; org: string; project: string; pilot: string };
type Props = { params: Promise<Where>; searchParams: Promise<{ done?: string | string[] }> };

const load = cache((scope: Scope, slug: string, id: string) =>
  orNotFound(() => findPilot(scope, slug, id)),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, org, project, pilot } = await params;
  const found = await load(await enter(locale, hub, org), project, pilot);
  return { title: `${found.site}, ${found.place}` };
}

/** A pilot at a site: how it stands, its checklist, its benefit plan, what was measured. */
export default async function PilotPage({ params, searchParams }: Props) {
  const where = await params;
  const { locale, hub, org, project: slug } = where;
  const scope = await enter(locale, hub, org);
  demand(scope, 'proposal:draft');
  const pilot = await load(scope, slug, where.pilot);
  const t = translator(locale, 'pilots');
  const base = `/${locale}/${hub}/${org}/projects/${slug}`;
  const { done } = await searchParams;
  return (
    <article key={String(done)}>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[
          { href: base, label: inLocale(pilot.project.title, locale) },
          { href: `${base}/pilots`, label: t('title') },
        ]}
      />
      <DoneIn locale={locale} part="pilots" done={done} />
      <h1 className="ds-heading mt-4 mb-3" data-size="lg">
        {pilot.site}, <span lang={pilot.language}>{pilot.place}</span>
      </h1>
      <p className="m-0 flex flex-wrap items-center gap-2">
        <Tag tone={pilotTones[pilot.state]}>{t(`states.${pilot.state}`)}</Tag>
        <span className="quiet">
          {dayText(locale, 'UTC', pilot.startsOn)} – {dayText(locale, 'UTC', pilot.endsOn)}
          {pilot.users && ` · ${t('with', { count: pilot.users })}`}
        </span>
      </p>
      {pilot.state === 'PAUSED' && (
        <Notice tone="warning">
          {pilot.words && (
            <span className="block whitespace-pre-line">{t('paused', { words: pilot.words })}</span>
          )}
          {t('pausedPlain')}
        </Notice>
      )}
      <Moves where={where} pilot={pilot} />
      {pilot.inside && <Checklist where={where} pilot={pilot} />}
      <Benefits where={where} pilot={pilot} />
      {pilot.mayPlan && (
        <PilotForm
          where={where}
          sites={[{ id: pilot.organisationId, name: pilot.site ?? '–' }]}
          pilot={pilot}
        />
      )}
      {pilot.mayPlan && <Drop where={where} />}
    </article>
  );
}
