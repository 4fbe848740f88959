import type { Metadata } from 'next';
import { CookieList } from '#components/rights/cookie-list.tsx';
import { ProcessingRegister } from '#components/rights/processing-register.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'site')('about.privacy') };
}

export default async function PrivacyPage({ params }: Props) {
  const { locale } = await params;
  const t = translator(locale, 'site');
  return (
    <>
      <PageHeader title={t('about.privacy')} lead={t('about.privacyText')} />
      <p>
        <a href={`/${locale}/account/data`}>{translator(locale, 'rights')('mine.title')}</a>
      </p>
      <ProcessingRegister locale={locale} />
      <CookieList locale={locale} />
    </>
  );
}
