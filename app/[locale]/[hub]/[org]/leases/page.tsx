import type { Metadata } from 'next';
import { LeaseList } from '#components/leases/lease-list.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { listOwnLeases } from '#lib/leases/reads.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';

type Props = { params: Promise<{ locale: Locale; hub: string; org: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'leases')('own.title') };
}

/** What the organisation leases, and what it is offered. */
export default async function OwnLeasesPage({ params }: Props) {
  const { locale, hub, org } = await params;
  const scope = await enter(locale, hub, org);
  const leases = await orNotFound(() => listOwnLeases(scope));
  const t = translator(locale, 'leases');
  const organisation = scope.organisation.name;
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[
          {
            href: `/${locale}/${hub}/${org}/bookings`,
            label: translator(locale, 'workspace')('bookings.title'),
          },
        ]}
      />
      <PageHeader title={t('own.title')} lead={t('own.lead', { organisation })} />
      {leases.length === 0 ? (
        <EmptyState text={t('own.none', { organisation })} />
      ) : (
        <LeaseList locale={locale} base={`/${locale}/${hub}/${org}/leases`} leases={leases} />
      )}
    </>
  );
}
