import type { Metadata } from 'next';
import { LineTable } from '#components/billing/line-table.tsx';
import { formLabels } from '#components/chrome/form-labels.ts';
import { dayIn, moneyOf, monthIn, numberOf } from '#components/prices/money.ts';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { SubmitButton, TextField } from '#components/ui/form/fields.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Table } from '#components/ui/table.tsx';
import { type BasisDetail, findCost, listCosts } from '#lib/billing/reads.ts';
import { findReferences } from '#lib/billing/settings.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import { type CreditLeft, listCredits } from '#lib/prices/plans.ts';
import { save } from './actions.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string; org: string }>;
  searchParams: Promise<{ done?: string | string[]; month?: string | string[] }>;
};
type Part = { locale: Locale; scope: Scope };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'billing')('costs.title') };
}

/** What the organisation pays the hub, month by month; what it has left; what its invoices say. */
export default async function CostsPage({ params, searchParams }: Props) {
  const { locale, hub, org } = await params;
  const scope = await enter(locale, hub, org);
  const costs = await orNotFound(() => listCosts(scope));
  const credits = await listCredits(scope);
  const query = await searchParams;
  const asked = [query.month].flat().at(-1);
  const isAsked = ({ month }: { month: Date }) => month.toISOString().slice(0, 7) === asked;
  const chosen = costs.find(isAsked) ?? costs[0];
  const t = translator(locale, 'billing');
  const part = { locale, scope };
  return (
    <>
      <PageHeader
        title={t('costs.title')}
        lead={t('costs.lead', { organisation: scope.organisation.name })}
      />
      <DoneIn locale={locale} part="billing" done={query.done} />
      <Credits {...part} credits={credits} />
      <h2 className="ds-heading mt-8" data-size="sm">
        {t('costs.months')}
      </h2>
      {costs.length === 0 && <EmptyState text={t('costs.none')} />}
      {costs.length > 0 && <MonthTable {...part} costs={costs} />}
      {chosen && <Month {...part} basis={await findCost(scope, chosen.id)} />}
      {scope.may('cost:refer') && <References {...part} initial={await findReferences(scope)} />}
    </>
  );
}

type Months = Awaited<ReturnType<typeof listCosts>>;

function MonthTable({ locale, scope, costs }: Part & { costs: Months }) {
  const t = translator(locale, 'billing');
  const base = `/${locale}/${scope.hub.slug}/${scope.organisation.slug}/costs`;
  const money = (ore: number) => moneyOf(locale, scope.hub.country, ore);
  const rows = costs.map(({ id, month, status, number, sums }) => ({
    key: id,
    cells: [
      <a key="month" href={`${base}?month=${month.toISOString().slice(0, 7)}#month`}>
        {monthIn(locale, month)}
      </a>,
      t(`statuses.${status}`),
      number ?? '–',
      money(sums.netOre),
      money(sums.totalOre),
    ],
  }));
  const head = ['month', 'status', 'number', 'net', 'total'].map((name) => t(name));
  return <Table caption={t('costs.months')} head={head} rows={rows} figures={[3, 4]} />;
}

function Month({ locale, scope, basis }: Part & { basis: BasisDetail }) {
  const base = `/${locale}/${scope.hub.slug}/${scope.organisation.slug}`;
  return (
    <section className="mt-8" id="month">
      <h2 className="ds-heading" data-size="sm">
        {monthIn(locale, basis.month)}
      </h2>
      <HowFirm locale={locale} scope={scope} basis={basis} />
      <LineTable
        locale={locale}
        country={scope.hub.country}
        basis={basis}
        base={base}
        plans={`${base}/costs#credits`}
      />
    </section>
  );
}

/** A month that can still change says when it was counted; one that cannot is to be had as a file. */
function HowFirm({ locale, scope, basis }: Part & { basis: BasisDetail }) {
  const t = translator(locale, 'billing');
  if (basis.status === 'DRAFT') {
    const spoken = { dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' } as const;
    const { countedAt } = basis;
    const at = countedAt && formatter(locale, scope.hub.zone).dateTime(countedAt, spoken);
    return <p className="prose">{at ? t('costs.counted', { at }) : t('costs.preliminary')}</p>;
  }
  const here = `/${locale}/${scope.hub.slug}/${scope.organisation.slug}/costs/${basis.id}`;
  return (
    <p>
      <ButtonLink href={`${here}/export.csv`} variant="secondary" download>
        {t('csv')}
      </ButtonLink>
    </p>
  );
}

function Credits({ locale, scope, credits }: Part & { credits: CreditLeft[] }) {
  const t = translator(locale, 'billing');
  const workspace = translator(locale, 'workspace');
  const money = (ore: number) => moneyOf(locale, scope.hub.country, ore);
  const hours = (minutes: number) => numberOf(locale, (minutes * 100) / 60);
  const rows = credits.map(({ id, measure, kind, endsOn, granted, left }) => ({
    key: id,
    cells: [
      kind ? workspace(`kinds.${kind}`) : t('costs.anything'),
      measure === 'MINUTES'
        ? t('costs.leftHours', { hours: hours(left), granted: hours(granted) })
        : t('costs.leftMoney', { amount: money(left), granted: money(granted) }),
      dayIn(locale, new Date(endsOn.getTime() - 86_400_000)),
    ],
  }));
  const head = [t('costs.for'), t('costs.left'), t('costs.until')];
  return (
    <section id="credits">
      <h2 className="ds-heading" data-size="sm">
        {t('costs.credits')}
      </h2>
      {rows.length === 0 ? (
        <p className="quiet m-0">{t('costs.noCredits')}</p>
      ) : (
        <Table caption={t('costs.credits')} head={head} rows={rows} />
      )}
    </section>
  );
}

function References({ locale, scope, initial }: Part & { initial: Record<string, string> }) {
  const t = translator(locale, 'billing');
  const where = { locale, hub: scope.hub.slug, org: scope.organisation.slug };
  const example = scope.hub.country === 'SE' ? '0007:5560360793' : '0192:974760673';
  return (
    <section className="mt-10 max-w-2xl">
      <h2 className="ds-heading" data-size="sm">
        {t('costs.references')}
      </h2>
      <p className="prose">{t('costs.referencesLead')}</p>
      <ActionForm action={save.bind(null, where)} labels={formLabels(locale)} initial={initial}>
        <TextField name="buyerReference" label={t('costs.buyerReference')} maxLength={60} />
        <TextField name="orderReference" label={t('costs.orderReference')} maxLength={60} />
        <TextField name="costCentre" label={t('costs.costCentre')} maxLength={60} />
        <TextField
          name="endpoint"
          label={t('costs.endpoint')}
          hint={t('costs.endpointHint', { example })}
          maxLength={60}
        />
        <div>
          <SubmitButton>{t('costs.save')}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}
