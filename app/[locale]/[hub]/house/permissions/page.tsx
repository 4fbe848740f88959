import type { Metadata } from 'next';
import { PolicyView } from '#components/house/policy-table.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { readPolicy } from '#lib/hubs/permissions.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'house')('permissions.title') };
}

/** Who may do what, for the hub's administrators. */
export default async function PermissionsPage({ params }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  const table = await orNotFound(() => readPolicy(scope, true));
  const t = translator(locale, 'house');
  return (
    <>
      <PageHeader title={t('permissions.title')} lead={t('permissions.leadHouse')} />
      <PolicyView locale={locale} table={table} />
    </>
  );
}
