import type { Metadata } from 'next';
import { cache } from 'react';
import { PlanTable } from '#components/sharing/plan-table.tsx';
import { Thermometer } from '#components/sharing/thermometer.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { demand, enter, orNotFound } from '#lib/platform/session/entry.ts';
import { findMoney } from '#lib/sharing/reads.ts';
import { Pledges } from './pledges.tsx';
import { Promises } from './promises.tsx';

type Where = { locale: Locale; hub: string; org: string; project: string };
type Props = { params: Promise<Where>; searchParams: Promise<{ done?: string | string[] }> };

const load = cache((scope: Scope, slug: string) => orNotFound(() => findMoney(scope, slug)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'sharing')('title') };
}

/** What a project costs, how it is shared, and what each has bound itself to. */
export default async function MoneyPage({ params, searchParams }: Props) {
  const where = await params;
  const { locale, hub, org, project: slug } = where;
  const scope = await enter(locale, hub, org);
  demand(scope, 'proposal:draft');
  const money = await load(scope, slug);
  const t = translator(locale, 'sharing');
  const base = `/${locale}/${hub}/${org}/projects/${slug}`;
  const { country } = scope.hub;
  const { done } = await searchParams;
  const parts = { where, money, country, zone: scope.hub.zone };
  return (
    <article key={String(done)}>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: base, label: inLocale(money.title, locale) }]}
      />
      <DoneIn locale={locale} part="sharing" done={done} />
      <PageHeader title={t('title')} lead={t(money.isCare ? 'lead' : 'leadCompany')}>
        {money.mayPlan && (
          <ButtonLink href={`${base}/money/plan`}>
            {t(money.table?.key ? 'changePlan' : 'makePlan')}
          </ButtonLink>
        )}
        {(['csv', 'pdf'] as const).map((kind) => (
          <ButtonLink key={kind} href={`${base}/money/statement.${kind}`} variant="secondary">
            {t(`statement.${kind}`)}
          </ButtonLink>
        ))}
      </PageHeader>
      {money.sums && (
        <section aria-labelledby="sums">
          <h2 className="ds-heading" data-size="sm" id="sums">
            {t('sums')}
          </h2>
          <Thermometer locale={locale} country={country} sums={money.sums} />
        </section>
      )}
      {money.table && (
        <section className="mt-10" aria-labelledby="plan">
          <h2 className="ds-heading" data-size="sm" id="plan">
            {t('plan')}
          </h2>
          <PlanTable locale={locale} country={country} table={money.table} />
        </section>
      )}
      <Pledges {...parts} />
      {money.isCare && <Promises {...parts} />}
    </article>
  );
}
