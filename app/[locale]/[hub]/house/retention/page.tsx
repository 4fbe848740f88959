import type { Metadata } from 'next';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Table } from '#components/ui/table.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { listRetentionRuns, retentionClasses } from '#lib/rights/retention.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'rights')('retention.title') };
}

/** The rules of what is removed when, and what was. */
export default async function RetentionPage({ params }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  const runs = await orNotFound(() => listRetentionRuns(scope));
  const t = translator(locale, 'rights');
  const format = formatter(locale, scope.hub.zone);
  const shown = { dateStyle: 'medium', timeStyle: 'short' } as const;
  return (
    <>
      <PageHeader title={t('retention.title')} lead={t('retention.lead')} />
      <Table
        caption={t('retention.rule')}
        head={[t('retention.class'), t('retention.rule')]}
        rows={Object.entries(retentionClasses).map(([name, { days }]) => ({
          key: name,
          cells: [t(`retention.classes.${name}`), t('retention.days', { days })],
        }))}
      />
      <h2 className="ds-heading mt-10" data-size="sm">
        {t('retention.protocol')}
      </h2>
      {runs.length === 0 ? (
        <EmptyState text={t('retention.none')} />
      ) : (
        <Table
          caption={t('retention.protocol')}
          head={['when', 'class', 'before', 'rows'].map((name) => t(`retention.${name}`))}
          rows={runs.map((run) => ({
            key: run.id,
            cells: [
              format.dateTime(run.at, shown),
              t(`retention.classes.${run.class}`),
              format.dateTime(run.before, shown),
              run.rows,
            ],
          }))}
        />
      )}
    </>
  );
}
