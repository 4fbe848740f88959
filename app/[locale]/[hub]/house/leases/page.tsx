import type { Metadata } from 'next';
import { LeaseList } from '#components/leases/lease-list.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { listLeases } from '#lib/leases/reads.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'leases')('title') };
}

/** Everything the house lets for a longer time, drafts and offers first. */
export default async function LeasesPage({ params }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  const leases = await orNotFound(() => listLeases(scope));
  const t = translator(locale, 'leases');
  const base = `/${locale}/${hub}/house/leases`;
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')}>
        <ButtonLink href={`${base}/new`}>{t('new')}</ButtonLink>
      </PageHeader>
      {leases.length === 0 ? (
        <EmptyState text={t('none')} />
      ) : (
        <LeaseList locale={locale} base={base} leases={leases} withOrganisation />
      )}
    </>
  );
}
