import type { Metadata } from 'next';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { listHubProviders } from '#lib/platform/session/hub-providers.ts';
import { ProviderFields } from '../provider-fields.tsx';

type Props = { params: Promise<{ locale: Locale; hub: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'identity')('own.addTitle') };
}

export default async function NewProviderPage({ params }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  // Whoever may not add one finds no page that offers it.
  await orNotFound(() => listHubProviders(scope));
  const t = translator(locale, 'identity');
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `/${locale}/${hub}/house/sign-in-providers`, label: t('own.title') }]}
      />
      <PageHeader title={t('own.addTitle')} />
      <ProviderFields locale={locale} hub={hub} provider={null} />
    </>
  );
}
