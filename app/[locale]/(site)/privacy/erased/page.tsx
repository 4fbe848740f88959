import type { Metadata } from 'next';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'rights')('erased.title') };
}

/** The receipt after an erasure: what was done, who was told, what stays. For someone who is nobody here now. */
export default async function ErasedPage({ params }: Props) {
  const { locale } = await params;
  const t = translator(locale, 'rights');
  return (
    <>
      <PageHeader title={t('erased.title')} />
      <Notice tone="success">{t('erased.done')}</Notice>
      <div className="prose">
        <p>{t('erased.told')}</p>
        <p>{t('erase.why')}</p>
        <p>{t('erased.again')}</p>
      </div>
      <p className="flex flex-wrap gap-3">
        <ButtonLink href={`/${locale}`}>{t('erased.home')}</ButtonLink>
        <ButtonLink href={`/${locale}/privacy`} variant="secondary">
          {translator(locale, 'site')('about.privacy')}
        </ButtonLink>
      </p>
    </>
  );
}
