import type { Metadata } from 'next';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { ChooseOrganisation } from '../../choose.tsx';

type Props = { params: Promise<{ locale: Locale; hub: string; shown: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'needs')('atDemo') };
}

/** "We have this need", from a demo's public page, where the code on its sign leads. */
export default async function NeedChoicePage({ params }: Props) {
  const { locale, hub, shown } = await params;
  const t = translator(locale, 'needs');
  const words = { title: t('atDemo'), choose: t('choose'), none: t('chooseNone') };
  const href = (org: string) =>
    `/${locale}/${hub}/${org}/needs/new?demo=${encodeURIComponent(shown)}`;
  return <ChooseOrganisation locale={locale} hub={hub} words={words} href={href} />;
}
