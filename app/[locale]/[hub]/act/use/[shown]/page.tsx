import type { Metadata } from 'next';
import { ActingChoice } from '#components/chrome/acting-choice.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

type Props = { params: Promise<{ locale: Locale; hub: string; shown: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'adoptions')('use') };
}

/** For which organisation one says that it uses what is shown. */
export default async function UseChoicePage({ params }: Props) {
  const { locale, hub, shown } = await params;
  const t = translator(locale, 'adoptions');
  return ActingChoice({
    ...{ locale, hub },
    words: { title: t('use'), choose: t('choose'), none: t('chooseNone') },
    href: (org) => `/${locale}/${hub}/${org}/uses/${shown}`,
  });
}
