import type { Metadata } from 'next';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { ChooseOrganisation } from '../choose.tsx';

type Props = { params: Promise<{ locale: Locale; hub: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'innovation')('coauthors.chooseTitle') };
}

/** Where the letter to a co-author leads: to the proposals of the organisation one writes for. */
export default async function CoauthorChoicePage({ params }: Props) {
  const { locale, hub } = await params;
  const t = translator(locale, 'innovation');
  const words = {
    title: t('coauthors.chooseTitle'),
    choose: t('coauthors.choose'),
    none: t('coauthors.chooseNone'),
  };
  const href = (org: string) => `/${locale}/${hub}/${org}/proposals#invitations`;
  return <ChooseOrganisation locale={locale} hub={hub} words={words} href={href} />;
}
