import type { Metadata } from 'next';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'site')('about.accessibility') };
}

export default async function AccessibilityPage({ params }: Props) {
  const t = translator((await params).locale, 'site');
  return (
    <>
      <PageHeader title={t('about.accessibility')} />
      <p className="prose">{t('about.accessibilityText')}</p>
    </>
  );
}
