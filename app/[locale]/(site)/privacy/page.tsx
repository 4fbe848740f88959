import type { Metadata } from 'next';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'site')('about.privacy') };
}

export default async function PrivacyPage({ params }: Props) {
  const t = translator((await params).locale, 'site');
  return (
    <>
      <PageHeader title={t('about.privacy')} />
      <p className="prose">{t('about.privacyText')}</p>
    </>
  );
}
