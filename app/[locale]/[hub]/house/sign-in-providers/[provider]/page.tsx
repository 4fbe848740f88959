import type { Metadata } from 'next';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { findHubProvider } from '#lib/platform/session/hub-providers.ts';
import { ProviderFields } from '../provider-fields.tsx';

type Props = { params: Promise<{ locale: Locale; hub: string; provider: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'identity')('own.editTitle') };
}

export default async function EditProviderPage({ params }: Props) {
  const { locale, hub, provider: id } = await params;
  const scope = await enterHouseOf(locale, hub);
  const provider = await orNotFound(() => findHubProvider(scope, id));
  const t = translator(locale, 'identity');
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `/${locale}/${hub}/house/sign-in-providers`, label: t('own.title') }]}
      />
      <PageHeader title={t('own.editTitle')} lead={provider.name} />
      <ProviderFields locale={locale} hub={hub} provider={provider} />
    </>
  );
}
