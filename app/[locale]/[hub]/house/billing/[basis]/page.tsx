import type { Metadata } from 'next';
import { cache } from 'react';
import { LineTable } from '#components/billing/line-table.tsx';
import { formLabels } from '#components/chrome/form-labels.ts';
import { monthIn } from '#components/prices/money.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { dayOf } from '#components/workspace/describe.ts';
import { endOf } from '#lib/billing/locking.ts';
import { missingFor } from '#lib/billing/parties.ts';
import { type BasisDetail, findBasis } from '#lib/billing/reads.ts';
import { today } from '#lib/platform/clock.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { exported, lock } from '../actions.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string; basis: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

const load = cache(async (locale: Locale, hub: string, id: string) => {
  const scope = await enterHouseOf(locale, hub);
  return { scope, basis: await orNotFound(() => findBasis(scope, id)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, basis: id } = await params;
  const { basis } = await load(locale, hub, id);
  return { title: `${basis.organisation}, ${monthIn(locale, basis.month)}` };
}

/** One organisation's month: every line with its source, lock and export. */
export default async function BasisPage({ params, searchParams }: Props) {
  const { locale, hub, basis: id } = await params;
  const { scope, basis } = await load(locale, hub, id);
  const t = translator(locale, 'billing');
  const base = `/${locale}/${hub}/house`;
  const month = basis.month.toISOString().slice(0, 10);
  const missing = missingFor(basis.parties, basis.lines);
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `${base}/billing?month=${month.slice(0, 7)}`, label: t('title') }]}
      />
      <PageHeader
        title={`${basis.organisation}, ${monthIn(locale, basis.month)}`}
        lead={[t(`statuses.${basis.status}`), basis.number].filter(Boolean).join(' ')}
      />
      <DoneIn locale={locale} part="billing" done={(await searchParams).done} />
      <LineTable
        locale={locale}
        country={scope.hub.country}
        basis={basis}
        base={base}
        plans={`${base}/plans`}
      />
      {missing.length > 0 && (
        <Notice tone="warning">
          <p className="m-0">{t('missing')}</p>
          <ul className="ds-list mb-0">
            {missing.map((name) => (
              <li key={name}>
                {t(`missingOf.${name}`)} <span className="quiet">{t(`missingWhere.${name}`)}</span>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Steps locale={locale} scope={scope} basis={basis} complete={missing.length === 0} />
    </>
  );
}

type StepsProps = { locale: Locale; scope: Scope; basis: BasisDetail; complete: boolean };

function Steps({ locale, scope, basis, complete }: StepsProps) {
  const t = translator(locale, 'billing');
  const { id, status, month } = basis;
  const where = { locale, hub: scope.hub.slug, id };
  const here = `/${locale}/${scope.hub.slug}/house/billing/${id}`;
  const over = endOf(month.toISOString().slice(0, 10));
  if (status === 'DRAFT' && today(scope.hub.zone).toString() < over) {
    return <Notice>{t('notYet', { day: dayOf(locale, over) })}</Notice>;
  }
  return (
    <div className="mt-6 grid justify-items-start gap-6">
      <ButtonForm
        action={lock.bind(null, where)}
        labels={formLabels(locale)}
        hint={t('lockLead')}
        closed={status !== 'DRAFT'}
      >
        {t('lock')}
      </ButtonForm>
      {status !== 'DRAFT' && (
        <div className="flex flex-wrap gap-3">
          <ButtonLink href={`${here}/export.csv`} download>
            {t('csv')}
          </ButtonLink>
          {complete && (
            <ButtonLink href={`${here}/invoice.xml`} download>
              {t('xml')}
            </ButtonLink>
          )}
        </div>
      )}
      {status === 'LOCKED' && (
        <ButtonForm
          action={exported.bind(null, where)}
          labels={formLabels(locale)}
          variant="secondary"
        >
          {t('exported')}
        </ButtonForm>
      )}
    </div>
  );
}
