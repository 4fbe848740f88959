import type { Metadata } from 'next';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { ChooseOrganisation } from '../../choose.tsx';

type Props = { params: Promise<{ locale: Locale; hub: string; shown: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'guided')('book') };
}

/** "Book a guided demo", from a demo's public page. */
export default async function VisitChoicePage({ params }: Props) {
  const { locale, hub, shown } = await params;
  const t = translator(locale, 'guided');
  const words = { title: t('book'), choose: t('choose'), none: t('chooseNone') };
  const href = (org: string) => `/${locale}/${hub}/${org}/guided/new/${shown}`;
  return <ChooseOrganisation locale={locale} hub={hub} words={words} href={href} />;
}
