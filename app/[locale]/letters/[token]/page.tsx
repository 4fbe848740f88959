import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { Frame } from '#components/chrome/frame.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { isStopToken } from '#lib/following/pace.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { stop } from './actions.ts';

type Props = {
  params: Promise<{ locale: Locale; token: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return {
    title: translator((await params).locale, 'following')('stop.title'),
    robots: { index: false },
  };
}

/** From a letter: a button that ends such letters. Mail filters open links, so the link alone ends nothing. */
export default async function StopPage({ params, searchParams }: Props) {
  const { locale, token } = await params;
  const good = await isStopToken(token);
  const t = translator(locale, 'following');
  return (
    <Frame locale={locale} hub={null} items={[]}>
      <DoneIn locale={locale} part="following" done={(await searchParams).done} />
      <PageHeader title={t('stop.title')} lead={good ? t('stop.lead') : t('stop.over')} />
      {good && (
        <ButtonForm action={stop.bind(null, locale, token)} labels={formLabels(locale)}>
          {t('stop.submit')}
        </ButtonForm>
      )}
    </Frame>
  );
}
