import type { ReactNode } from 'react';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Table } from '#components/ui/table.tsx';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { listPlans } from '#lib/prices/plans.ts';
import { type Country, dayIn, moneyOf, numberOf } from './money.ts';

type Loaded = Awaited<ReturnType<typeof listPlans>>;
type PlanProps = { locale: Locale; country: Country; plans: Loaded['plans'] };

/** What each plan costs a month, and what it gives. */
export function PlanTable({ locale, country, plans }: PlanProps) {
  const t = translator(locale, 'prices');
  const workspace = translator(locale, 'workspace');
  if (plans.length === 0) return <EmptyState text={t('plans.none')} />;
  const rows = plans.map(({ id, name, monthOre, creditOre, times }) => ({
    key: id,
    cells: [
      inLocale(name, locale),
      moneyOf(locale, country, monthOre),
      [
        ...times.map(({ kind, minutes }) => {
          const hours = numberOf(locale, (minutes * 100) / 60);
          return t('plans.hours', { hours, kind: workspace(`kinds.${kind}`) });
        }),
        ...(creditOre ? [t('plans.money', { amount: moneyOf(locale, country, creditOre) })] : []),
      ].join(', '),
    ],
  }));
  const head = [t('plans.name'), t('plans.month'), t('plans.gives')];
  return <Table caption={t('plans.table')} head={head} rows={rows} figures={[1]} />;
}

type MemberProps = {
  locale: Locale;
  members: Loaded['members'];
  end: (id: string, name: string) => ReactNode;
};

/** Who is in which plan, since when, and until when where that is said. */
export function MemberTable({ locale, members, end }: MemberProps) {
  const t = translator(locale, 'prices');
  const rows = members.map(({ id, organisation, plan, validFrom, validTo }) => ({
    key: id,
    cells: [
      organisation.name,
      inLocale(plan.name, locale),
      dayIn(locale, validFrom),
      validTo ? dayIn(locale, validTo) : end(id, organisation.name),
    ],
  }));
  const head = [t('plans.organisation'), t('plans.plan'), t('columns.from'), t('columns.to')];
  return (
    <section className="mt-8">
      <h2 className="ds-heading" data-size="sm">
        {t('plans.members')}
      </h2>
      {rows.length === 0 ? (
        <EmptyState text={t('plans.noMembers')} />
      ) : (
        <Table caption={t('plans.members')} head={head} rows={rows} />
      )}
    </section>
  );
}
