import type { Metadata } from 'next';
import { PolicyView } from '#components/house/policy-table.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { readPolicy } from '#lib/hubs/permissions.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';

type Props = { params: Promise<{ locale: Locale; hub: string; org: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'house')('permissions.title') };
}

/** Who may do what, for an organisation's administrators. */
export default async function PermissionsPage({ params }: Props) {
  const { locale, hub, org } = await params;
  const scope = await enter(locale, hub, org);
  const table = await orNotFound(() => readPolicy(scope, false));
  const t = translator(locale, 'house');
  return (
    <>
      <PageHeader title={t('permissions.title')} lead={t('permissions.leadOwn')} />
      <PolicyView locale={locale} table={table} />
    </>
  );
}
