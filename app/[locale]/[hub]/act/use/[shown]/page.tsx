import type { Metadata } from 'next';
import { ActingChoice } from '#components/chrome/acting-choice.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

type Props = { params: Promise<{ locale: Locale; hub: string; shown: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'adoptions')('use') };
}

/** From a demo to saying that one's organisation uses it. */
export default async function UseChoicePage({ params }: Props) {
  const { locale, hub, shown } = await params;
  const t = translator(locale, 'adoptions');
  const words = { title: t('use'), choose: t('choose'), none: t('chooseNone') };
  return (
    <ActingChoice
      locale={locale}
      hub={hub}
      words={words}
      hrefOf={(base) => `${base}/uses/${shown}`}
    />
  );
}
