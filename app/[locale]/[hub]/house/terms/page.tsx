import type { Metadata } from 'next';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Table } from '#components/ui/table.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { dayOf } from '#components/workspace/describe.ts';
import { termsOfWords } from '#components/workspace/terms-list.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { listTerms } from '#lib/workspace/term-reads.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'houseTerms')('title') };
}

const tones = {
  COMING: 'warning',
  IN_FORCE: 'success',
  ENDED: 'neutral',
  OLDER: 'neutral',
} as const;

/** Every version of the terms that bookings ask for. */
export default async function TermsPage({ params }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  const versions = await orNotFound(() => listTerms(scope));
  const t = translator(locale, 'houseTerms');
  const base = `/${locale}/${hub}/house/terms`;
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')}>
        <ButtonLink href={`${base}/new`}>{t('new')}</ButtonLink>
      </PageHeader>
      {versions.length === 0 ? (
        <EmptyState text={t('none')} />
      ) : (
        <Table
          caption={t('caption')}
          head={[t('caption'), t('what'), t('since'), t('state'), t('agreed')]}
          rows={versions.map((terms) => ({
            key: terms.id,
            cells: [
              <a key="title" href={`${base}/${terms.id}`}>
                {inLocale(terms.title, locale)},{' '}
                {t('version', { version: terms.version }).toLowerCase()}
              </a>,
              termsOfWords(locale, terms),
              dayOf(locale, terms.validFrom.toISOString().slice(0, 10), { dateStyle: 'full' }),
              <Tag key="state" tone={tones[terms.state]}>
                {t(`states.${terms.state}`)}
              </Tag>,
              t('organisations', { count: terms.agreed }),
            ],
          }))}
        />
      )}
    </>
  );
}
