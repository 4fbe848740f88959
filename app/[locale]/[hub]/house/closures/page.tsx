import type { Metadata } from 'next';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Table } from '#components/ui/table.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { whatClosed, whenClosed } from '#components/workspace/hours-words.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { type Closure, isOver, listClosures } from '#lib/workspace/closures.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'hours')('closures.title') };
}

/** When the house, or a part of it, is closed. */
export default async function ClosuresPage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  const closures = await orNotFound(() => listClosures(scope));
  const t = translator(locale, 'hours');
  const base = `/${locale}/${hub}/house`;
  return (
    <>
      <DoneIn locale={locale} part="hours" done={(await searchParams).done} />
      <PageHeader title={t('closures.title')} lead={t('closures.lead')}>
        <ButtonLink href={`${base}/closures/new`}>{t('closures.new')}</ButtonLink>
        {scope.may('rule:edit') && (
          <ButtonLink href={`${base}/hours/holidays`} variant="secondary">
            {t('closures.holidays')}
          </ButtonLink>
        )}
      </PageHeader>
      {closures.length === 0 ? (
        <EmptyState text={t('closures.none')} />
      ) : (
        <Table
          caption={t('closures.caption')}
          head={[t('closures.when'), t('closures.what'), t('closures.why'), t('closures.state')]}
          rows={closures.map((closure) => ({
            key: closure.id,
            cells: [
              <a key="when" href={`${base}/closures/${closure.id}`}>
                {whenClosed(locale, closure)}
              </a>,
              whatClosed(locale, closure),
              inLocale(closure.message, locale),
              <State key="state" locale={locale} closure={closure} />,
            ],
          }))}
        />
      )}
    </>
  );
}

function State({ locale, closure }: { locale: Locale; closure: Closure }) {
  const t = translator(locale, 'hours');
  if (closure.state === 'DRAFT') return <Tag tone="warning">{t('closures.DRAFT')}</Tag>;
  if (isOver(closure)) return <Tag tone="neutral">{t('closures.over')}</Tag>;
  const yearly = closure.yearly ? `, ${t('closures.yearly').toLowerCase()}` : '';
  return (
    <Tag tone="success">
      {t('closures.PUBLISHED')}
      {yearly}
    </Tag>
  );
}
