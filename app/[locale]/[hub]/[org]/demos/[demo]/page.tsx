import type { Metadata } from 'next';
import type { Temporal } from 'temporal-polyfill';
import { formLabels } from '#components/chrome/form-labels.ts';
import { SaidAtDemo } from '#components/needs/said-at-demo.tsx';
import { DemoHistory } from '#components/showroom/demo-history.tsx';
import { DemoState } from '#components/showroom/demo-state.tsx';
import { Removals } from '#components/showroom/removals.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { today } from '#lib/platform/clock.ts';
import { sentence } from '#lib/platform/i18n/sentence.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter } from '#lib/platform/session/entry.ts';
import { missing } from '#lib/showroom/content.ts';
import { remindDays } from '#lib/showroom/moves.ts';
import type { DemoWithVersions } from '#lib/showroom/version-reads.ts';
import { archive, discard, step, takeUp } from './actions.ts';
import { loadOwn, nameOf, type Where } from './load.tsx';

type Props = { params: Promise<Where>; searchParams: Promise<{ done?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, org, demo } = await params;
  return {
    title: nameOf(locale, (await loadOwn(await enter(locale, hub, org), demo)).last.content.title),
  };
}

const parts = ['text', 'facts', 'claims', 'media', 'needs', 'links'] as const;
type Part = (typeof parts)[number];

/** Which part of the form a field that is missing belongs to. */
function partOf(field: string): Part {
  if (/^(title|summary|body|purpose)/.test(field)) return 'text';
  if (/^claims/.test(field)) return 'claims';
  return /^(media|picture)/.test(field) ? 'media' : 'facts';
}

/** One's own demo: what is left to fill in, where it stands, what was answered, and its history. */
export default async function OwnDemoPage({ params, searchParams }: Props) {
  const where = await params;
  const { locale, hub, org, demo } = where;
  const scope = await enter(locale, hub, org);
  const own = await loadOwn(scope, demo);
  const { last, status, slug } = own;
  const t = translator(locale, 'demoPages');
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `/${locale}/${hub}/${org}/demos`, label: t('title') }]}
      />
      <DoneIn locale={locale} part="demoPages" done={(await searchParams).done} />
      <PageHeader title={nameOf(locale, last.content.title)} />
      <DemoState locale={locale} zone={scope.hub.zone} demo={{ ...own, version: last }} />
      {status === 'PUBLISHED' && (
        <p>
          <a href={`/${locale}/${hub}/showroom/${slug}`}>{t('toPage')}</a>
        </p>
      )}
      {last.state === 'RETURNED' && (
        <Notice tone="warning">
          <strong className="block">{t('returned')}</strong>
          <span className="whitespace-pre-line">{last.reason}</span>
        </Notice>
      )}
      <Removals locale={locale} zone={scope.hub.zone} removals={own.removals} />
      {isDue(own, today(scope.hub.zone)) && (
        <Notice tone="warning">
          <strong className="block">{translator(locale, 'demoLinks')('lookOver')}</strong>
          {translator(locale, 'demoLinks')('lookOverText')}
        </Notice>
      )}
      {last.state === 'DRAFT' && (
        <Tasks where={where} own={own} today={today(scope.hub.zone).toString()} />
      )}
      <Steps where={where} own={own} />
      <SaidAtDemo locale={locale} base={`/${locale}/${hub}/${org}`} scope={scope} demo={demo} />
      {last.state === 'DRAFT' && <Discard where={where} first={last.number === 1} />}
      {status === 'PUBLISHED' && <Archive where={where} />}
      <DemoHistory
        locale={locale}
        zone={scope.hub.zone}
        versions={own.versions}
        shown={status === 'PUBLISHED'}
        takeUp={
          ['REVIEW', 'DRAFT'].includes(last.state)
            ? null
            : (number) => <TakeUp where={where} number={number} />
        }
      />
    </>
  );
}

type TasksProps = { where: Where; own: DemoWithVersions; today: string };

function Tasks({ where, own, today: day }: TasksProps) {
  const { locale, hub, org, demo } = where;
  const t = translator(locale, 'demoPages');
  const wrong = Object.entries(missing(own.last.content, day, own.owner.name));
  return (
    <section className="mt-6 max-w-3xl" aria-labelledby="tasks">
      <h2 className="ds-heading" data-size="sm" id="tasks">
        {t('tasks')}
      </h2>
      <ul className="m-0 grid list-none gap-2 p-0">
        {parts.map((part) => {
          const lacks = wrong.filter(([field]) => partOf(field) === part);
          return (
            <li className="panel px-5 py-3" key={part}>
              <div className="flex flex-wrap items-center justify-between gap-3">
                <a
                  className="font-semibold"
                  href={`/${locale}/${hub}/${org}/demos/${demo}/${part}`}
                >
                  {t(`parts.${part}`)}
                </a>
                <Tag tone={lacks.length > 0 ? 'warning' : 'success'}>
                  {t(lacks.length > 0 ? 'lacks' : 'complete')}
                </Tag>
              </div>
              {lacks.map(([field, code]) => (
                <p className="quiet m-0 text-base" id={field} key={field}>
                  {sentence(locale, code)}
                </p>
              ))}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Steps({ where, own }: { where: Where; own: DemoWithVersions }) {
  const { locale } = where;
  const t = translator(locale, 'demoPages');
  const { state } = own.last;
  const labels = formLabels(locale);
  const button = (what: 'send' | 'takeBack' | 'reopen', main: boolean) => (
    <ButtonForm
      action={step.bind(null, where, what)}
      labels={labels}
      variant={main ? 'primary' : 'secondary'}
    >
      {t(what)}
    </ButtonForm>
  );
  return (
    <div className="mt-6 grid max-w-3xl gap-4">
      {state === 'DRAFT' && <p className="quiet m-0">{t('sendHint')}</p>}
      {state === 'DRAFT' && button('send', true)}
      {state === 'REVIEW' && button('takeBack', false)}
      {['RETURNED', 'PUBLISHED', 'REPLACED'].includes(state) && button('reopen', true)}
    </div>
  );
}

function TakeUp({ where, number }: { where: Where; number: number }) {
  const t = translator(where.locale, 'demoLinks');
  return (
    <Disclosure summary={t('takeUp', { number })}>
      <p className="mt-0">{t('takeUpHint', { number })}</p>
      <ButtonForm
        action={takeUp.bind(null, where, number)}
        labels={formLabels(where.locale)}
        variant="secondary"
      >
        {t('takeUp', { number })}
      </ButtonForm>
    </Disclosure>
  );
}

function Discard({ where, first }: { where: Where; first: boolean }) {
  const t = translator(where.locale, 'demoPages');
  return (
    <div className="mt-6 max-w-3xl">
      <Disclosure summary={t('discard')}>
        <p className="mt-0">{t(first ? 'discardGone' : 'discardHint')}</p>
        <ButtonForm
          action={discard.bind(null, where)}
          labels={formLabels(where.locale)}
          variant="secondary"
        >
          {t('discard')}
        </ButtonForm>
      </Disclosure>
    </div>
  );
}

function Archive({ where }: { where: Where }) {
  const t = translator(where.locale, 'demoPages');
  const links = translator(where.locale, 'demoLinks');
  const successor = { name: 'successor', label: links('successor'), hint: links('successorHint') };
  return (
    <section className="mt-10 max-w-3xl" aria-labelledby="archive">
      <h2 className="ds-heading" data-size="sm" id="archive">
        {t('archive')}
      </h2>
      <p className="mt-0">{t('archiveHint')}</p>
      <FieldsForm
        action={archive.bind(null, where)}
        labels={formLabels(where.locale)}
        groups={[{ fields: [{ as: 'text', maxLength: 300, ...successor }] }]}
        submit={t('archive')}
        variant="secondary"
      />
    </section>
  );
}

/** Whether it is to be looked over within a month. */
function isDue({ status, reviewDueOn }: DemoWithVersions, day: Temporal.PlainDate): boolean {
  if (status !== 'PUBLISHED' || !reviewDueOn) return false;
  return reviewDueOn.toISOString().slice(0, 10) <= day.add({ days: remindDays }).toString();
}
