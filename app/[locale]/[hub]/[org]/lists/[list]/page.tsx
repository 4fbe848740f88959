import type { Metadata } from 'next';
import { cache } from 'react';
import { formLabels } from '#components/chrome/form-labels.ts';
import { dayText, momentText } from '#components/innovation/day.ts';
import { DecisionForm } from '#components/lists/decision-form.tsx';
import { Decisions } from '#components/lists/decisions.tsx';
import { KeptDemo } from '#components/lists/kept-demo.tsx';
import { factsOf, recordOf } from '#components/lists/record.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { type FoundList, findList } from '#lib/lists/reads.ts';
import { today } from '#lib/platform/clock.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import { decide } from '../actions.ts';
import { OpenList } from './open-list.tsx';

type Where = { locale: Locale; hub: string; org: string };
type Props = {
  params: Promise<Where & { list: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};
type PartProps = { where: Where; scope: Scope; list: FoundList };

const load = cache(async (locale: Locale, hub: string, org: string, id: string) => {
  const scope = await enter(locale, hub, org);
  return { scope, list: await orNotFound(() => findList(scope, id)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, org, list } = await params;
  return { title: (await load(locale, hub, org, list)).list.name };
}

/** One list: put together while it is open, chosen from when it is locked. */
export default async function ListPage({ params, searchParams }: Props) {
  const { locale, hub, org, list: id } = await params;
  const { scope, list } = await load(locale, hub, org, id);
  const where = { locale, hub, org };
  const t = translator(locale, 'lists');
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `/${locale}/${hub}/${org}/lists`, label: t('title') }]}
      />
      <DoneIn locale={locale} part="lists" done={(await searchParams).done} />
      <PageHeader title={list.name} lead={standing(locale, scope, list)} />
      <Facts where={where} scope={scope} list={list} />
      {list.lockedAt ? (
        <Locked where={where} scope={scope} list={list} />
      ) : (
        <OpenList where={where} list={list} />
      )}
    </>
  );
}

function standing(locale: Locale, { hub }: Scope, list: FoundList): string {
  const t = translator(locale, 'lists');
  const { lockedAt, lockedBy, madeAt, madeBy } = list;
  if (!lockedAt) {
    const made = { day: dayText(locale, hub.zone, madeAt), person: madeBy || t('nobody') };
    return `${t('states.OPEN')}. ${t('made', made)}`;
  }
  const locked = { day: momentText(locale, hub.zone, lockedAt), person: lockedBy || t('nobody') };
  return t('lockedOn', locked);
}

function Facts({ where: { locale }, scope, list }: PartProps) {
  const reading = { locale, hub: scope.hub, organisation: scope.organisation.name };
  return (
    <dl className="m-0 grid max-w-3xl gap-x-6 gap-y-2 sm:grid-cols-2">
      {factsOf(reading, list).map(({ label, value }) => (
        <div key={label}>
          <dt className="quiet text-base">{label}</dt>
          <dd className="m-0 [overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Locked({ where, scope, list }: PartProps) {
  const { locale, hub, org } = where;
  const t = translator(locale, 'lists');
  const here = `/${locale}/${hub}/${org}/lists/${list.id}`;
  const reading = { locale, hub: scope.hub, organisation: scope.organisation.name };
  const record = recordOf(reading, list);
  const day = today(scope.hub.zone).toString();
  return (
    <>
      <div className="mt-6 flex flex-wrap gap-3">
        <ButtonLink href={`${here}/export.pdf`} variant="secondary" download>
          {t('pdf')}
        </ButtonLink>
        <ButtonLink href={`${here}/export.csv`} variant="secondary" download>
          {t('csv')}
        </ButtonLink>
        <ButtonLink href={`${here}/print`} variant="secondary">
          {t('print')}
        </ButtonLink>
      </div>
      <p className="quiet mt-6">{record.neutral}</p>
      <section className="mt-8" aria-labelledby="demos">
        <h2 className="ds-heading" data-size="sm" id="demos">
          {t('demos')}
        </h2>
        <ul className="m-0 grid list-none gap-4 p-0">
          {record.demos.map((demo) => (
            <KeptDemo
              key={demo.id}
              locale={locale}
              hub={scope.hub}
              demo={demo}
              item={list.items.find(({ demoId }) => demoId === demo.id)}
              day={day}
            />
          ))}
        </ul>
      </section>
      <Decisions locale={locale} decisions={record.decisions} />
      <section className="mt-10 max-w-3xl" aria-labelledby="decide">
        <h2 className="ds-heading" data-size="sm" id="decide">
          {t(list.decisions.length > 0 ? 'correctTitle' : 'decideTitle')}
        </h2>
        {list.decisions.length > 0 && <p className="quiet">{t('correctHint')}</p>}
        <DecisionForm
          locale={locale}
          action={decide.bind(null, { ...where, id: list.id })}
          labels={formLabels(locale)}
          list={list}
        />
      </section>
    </>
  );
}
