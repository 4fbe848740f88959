import type { Metadata } from 'next';
import { cache } from 'react';
import { formLabels } from '#components/chrome/form-labels.ts';
import { dayText } from '#components/innovation/day.ts';
import { PublicPilots } from '#components/pilots/pilot-list.tsx';
import { ProjectDocument } from '#components/projects/project-document.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { findPilots } from '#lib/pilots/reads.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { findToCheck } from '#lib/projects/own.ts';
import { findProject } from '#lib/projects/reads.ts';
import { projectLimits } from '#lib/projects/schema.ts';
import { listProjectResults } from '#lib/results/reads.ts';
import { steeringLimits } from '#lib/steering/schema.ts';
import { check, hold } from '../actions.ts';
import { ForSafety } from './for-safety.tsx';

type Where = { locale: Locale; hub: string; project: string };
type Props = { params: Promise<Where>; searchParams: Promise<{ done?: string | string[] }> };

const load = cache((scope: Scope, slug: string) => orNotFound(() => findToCheck(scope, slug)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, project } = await params;
  return { title: inLocale((await load(await enterHouseOf(locale, hub), project)).title, locale) };
}

/** A project as the hub looks at it. */
export default async function HouseProjectPage({ params, searchParams }: Props) {
  const where = await params;
  const { locale, hub, project: slug } = where;
  const scope = await enterHouseOf(locale, hub);
  const project = await load(scope, slug);
  const shown = await orNotFound(() => findProject(scope, slug));
  const pilots = await orNotFound(() => findPilots(scope, slug));
  const { results } = await orNotFound(() => listProjectResults(scope, slug));
  const t = translator(locale, 'projects');
  const { done } = await searchParams;
  const waits = !project.checkedAt && project.state !== 'STOPPED';
  return (
    <article>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `/${locale}/${hub}/house/projects`, label: t('check.title') }]}
      />
      <DoneIn locale={locale} part="projects" done={done} />
      <DoneIn locale={locale} part="steering" done={done} />
      <DoneIn locale={locale} part="pilots" done={done} />
      <DoneIn locale={locale} part="results" done={done} />
      <ProjectDocument locale={locale} project={shown}>
        <PublicPilots locale={locale} view={pilots} />
      </ProjectDocument>
      <div className="no-print mt-10 max-w-3xl" key={String(done)}>
        {project.checkedAt && (
          <Notice>
            {t('check.checked', { date: dayText(locale, scope.hub.zone, project.checkedAt) })}
          </Notice>
        )}
        {project.state === 'ACTIVE' && scope.may('project:hold') && <HoldForm where={where} />}
        {scope.may('project:hold') && (
          <ForSafety where={where} pilots={pilots.pilots} results={results} />
        )}
        {waits && project.ownCheck && <Notice tone="warning">{t('check.own')}</Notice>}
        {waits && !project.ownCheck && (
          <CheckForm
            where={where}
            whom={t(`visibility.${project.wished as 'OPEN'}`)}
            words={project.checkWords}
          />
        )}
      </div>
    </article>
  );
}

/** Who runs the hub lets a project rest at once, for safety. */
function HoldForm({ where }: { where: Where }) {
  const t = translator(where.locale, 'steering');
  return (
    <Disclosure summary={t('hold.title')}>
      <p>{t('hold.lead')}</p>
      <FieldsForm
        action={hold.bind(null, where)}
        labels={formLabels(where.locale)}
        groups={[
          {
            fields: [
              {
                ...{ as: 'area', name: 'words', label: t('hold.why'), required: true },
                maxLength: steeringLimits.words,
              },
              { ...{ as: 'date', name: 'lookAgain', label: t('hold.again'), required: true } },
            ],
          },
        ]}
        submit={t('hold.send')}
        tone="danger"
      />
    </Disclosure>
  );
}

function CheckForm({ where, whom, words }: { where: Where; whom: string; words: string }) {
  const { locale } = where;
  const t = translator(locale, 'projects');
  return (
    <section className="panel p-6" aria-labelledby="answer-title">
      <h2 className="ds-heading" data-size="xs" id="answer-title">
        {t('check.answer')}
      </h2>
      <p>{t('check.wish', { whom })}</p>
      <FieldsForm
        action={check.bind(null, where)}
        labels={formLabels(locale)}
        initial={{ words }}
        groups={[
          {
            fields: [
              {
                ...{ as: 'radio', name: 'answer', label: t('check.answer') },
                options: [
                  { value: 'show', label: t('check.show') },
                  { value: 'ask', label: t('check.ask') },
                ],
              },
              {
                ...{ as: 'area', name: 'words', label: t('check.words') },
                ...{ hint: t('check.wordsHint'), maxLength: projectLimits.words },
              },
            ],
          },
        ]}
        submit={t('check.send')}
      />
    </section>
  );
}
