import type { Metadata } from 'next';
import { Frame } from '#components/chrome/frame.tsx';
import { tableName } from '#components/rights/table-name.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { RecordList } from '#components/ui/record-list.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterOwn } from '#lib/platform/session/entry.ts';
import { collectMine, type Held } from '#lib/rights/holdings.ts';
import { purposes, register } from '#lib/rights/register.ts';

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'rights')('mine.title') };
}

/** What is held about oneself, why, and what becomes of it; the ways to take it out and to be erased. */
export default async function MyDataPage({ params }: Props) {
  const { locale } = await params;
  const scope = await enterOwn(locale);
  const held = await collectMine(scope);
  const t = translator(locale, 'rights');
  const here = `/${locale}/account/data`;
  const there = held.filter(({ rows }) => rows.length > 0);
  const nothing = held.filter(({ rows }) => rows.length === 0);
  return (
    <Frame locale={locale} hub={null} items={[]} reader={scope.person.name}>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[
          { href: `/${locale}/account`, label: translator(locale, 'people')('account.title') },
        ]}
      />
      <PageHeader title={t('mine.title')} lead={t('mine.lead')}>
        <ButtonLink href={`${here}/export?as=json`} download>
          {t('mine.asJson')}
        </ButtonLink>
        <ButtonLink href={`${here}/export?as=csv`} variant="secondary" download>
          {t('mine.asCsv')}
        </ButtonLink>
      </PageHeader>
      <RecordList label={t('mine.title')} rows={there.map((one) => rowOf(locale, one))} />
      {nothing.length > 0 && (
        <p className="prose quiet mt-6">
          {t('mine.nothing', {
            what: nothing.map(({ table }) => tableName(locale, table)).join(' · '),
          })}
        </p>
      )}
      <p className="mt-10">
        <ButtonLink href={`${here}/erase`} variant="tertiary" tone="danger">
          {t('mine.erase')}
        </ButtonLink>
      </p>
    </Frame>
  );
}

function rowOf(locale: Locale, { table, purpose, rows }: Held) {
  const t = translator(locale, 'rights');
  const outcome = register[table]?.onErasure ?? 'kept';
  return {
    key: table,
    name: tableName(locale, table),
    facts: [
      { label: t('mine.howMany'), value: t('mine.rows', { count: rows.length }) },
      { label: t('mine.forWhat'), value: t(`purposes.${purpose}.title`) },
      { label: t('mine.basis'), value: t(`bases.${purposes[purpose].basis}`) },
      { label: t('mine.whenErased'), value: t(`outcomes.${outcome}`) },
    ],
  };
}
