import type { Metadata } from 'next';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { ChooseOrganisation } from '../../choose.tsx';

type Props = { params: Promise<{ locale: Locale; hub: string; shown: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'lists')('add') };
}

/** From a demo to the lists of one's organisation. */
export default async function ListChoicePage({ params }: Props) {
  const { locale, hub, shown } = await params;
  const t = translator(locale, 'lists');
  const words = { title: t('add'), choose: t('choose'), none: t('chooseNone') };
  const href = (org: string) => `/${locale}/${hub}/${org}/lists/add/${shown}`;
  return <ChooseOrganisation locale={locale} hub={hub} words={words} href={href} />;
}
