import { headers } from 'next/headers';
import { Frame } from '#components/chrome/frame.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { defaultLocale, isLocale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

export default async function NotFoundPage() {
  const first = (await headers()).get('x-navet-path')?.split('/')[1] ?? '';
  const locale = isLocale(first) ? first : defaultLocale;
  const t = translator(locale, 'site');
  return (
    <Frame locale={locale} hub={null} items={[]}>
      <title>{`${t('notFound.title')} – ${t('product')}`}</title>
      <PageHeader title={t('notFound.title')} lead={t('notFound.text')}>
        <ButtonLink href={`/${locale}`}>{t('notFound.home')}</ButtonLink>
      </PageHeader>
    </Frame>
  );
}
