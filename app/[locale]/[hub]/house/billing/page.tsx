import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { moneyOf, monthIn } from '#components/prices/money.ts';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Table } from '#components/ui/table.tsx';
import { type BasisSummary, listBases, monthOf } from '#lib/billing/reads.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { draft } from './actions.ts';

type Query = { month?: string | string[]; done?: string | string[] };
type Props = {
  params: Promise<{ locale: Locale; hub: string }>;
  searchParams: Promise<Query>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'billing')('title') };
}

/** A month, and what each organisation is to be invoiced for it. */
export default async function BillingPage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  const query = await searchParams;
  const asked = [query.month].flat().at(-1);
  const month = monthOf(scope, asked);
  const bases = await orNotFound(() => listBases(scope, month));
  const t = translator(locale, 'billing');
  const named = { month: monthIn(locale, month) };
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')}>
        <ButtonLink href={`/${locale}/${hub}/house/billing/settings`} variant="secondary">
          {t('settings.title')}
        </ButtonLink>
      </PageHeader>
      <DoneIn locale={locale} part="billing" done={query.done} />
      <MonthChoice
        locale={locale}
        month={month}
        wrong={asked && !month.startsWith(asked) ? asked : null}
      />
      <h2 className="ds-heading mt-8" data-size="sm">
        {t('table', named)}
      </h2>
      {bases.length === 0 ? (
        <EmptyState text={t('none', named)} />
      ) : (
        <Bases locale={locale} scope={scope} bases={bases} caption={t('table', named)} />
      )}
      <div className="mt-6">
        <ButtonForm
          action={draft.bind(null, { locale, hub, month: month.slice(0, 7) })}
          labels={formLabels(locale)}
          hint={t('draftHint')}
        >
          {t('draft')}
        </ButtonForm>
      </div>
    </>
  );
}

type ChoiceProps = {
  locale: Locale;
  month: string;
  /** What was typed where the browser has no picker, and is no month. */
  wrong: string | null;
};

function MonthChoice({ locale, month, wrong }: ChoiceProps) {
  const t = translator(locale, 'billing');
  return (
    <search>
      <form method="get" className="flex flex-wrap items-end gap-3">
        <div className="ds-field">
          <label className="ds-label" htmlFor="month">
            {t('month')}
          </label>
          <input
            className="ds-input"
            id="month"
            name="month"
            type="month"
            defaultValue={wrong ?? month.slice(0, 7)}
            {...(wrong !== null && { 'aria-invalid': true, 'aria-describedby': 'month-error' })}
          />
          {wrong !== null && (
            <p className="ds-validation-message" data-color="danger" id="month-error">
              {translator(locale, 'prices')('refusals.badMonth')}
            </p>
          )}
        </div>
        <button className="ds-button" data-variant="secondary" type="submit">
          {t('show')}
        </button>
      </form>
    </search>
  );
}

type BasesProps = { locale: Locale; scope: Scope; bases: BasisSummary[]; caption: string };

function Bases({ locale, scope, bases, caption }: BasesProps) {
  const t = translator(locale, 'billing');
  const money = (ore: number) => moneyOf(locale, scope.hub.country, ore);
  const rows = bases.map(({ id, organisation, status, number, sums }) => ({
    key: id,
    cells: [
      <a key="name" href={`/${locale}/${scope.hub.slug}/house/billing/${id}`}>
        {organisation}
      </a>,
      t(`statuses.${status}`),
      number ?? '–',
      money(sums.netOre),
      money(sums.totalOre),
    ],
  }));
  const head = ['organisation', 'status', 'number', 'net', 'total'].map((name) => t(name));
  return <Table caption={caption} head={head} rows={rows} figures={[3, 4]} />;
}
