import type { Metadata } from 'next';
import { keptQuery } from '#lib/lists/schema.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { showroomQueryOf } from '#lib/showroom/schema.ts';
import { ChooseOrganisation } from '../choose.tsx';

type Props = {
  params: Promise<{ locale: Locale; hub: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'lists')('saveSearch') };
}

/** From what the showroom was asked to keeping the question for one's organisation. */
export default async function SearchChoicePage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const query = keptQuery(showroomQueryOf(await searchParams));
  const t = translator(locale, 'lists');
  const words = { title: t('saveSearch'), choose: t('choose'), none: t('chooseNone') };
  const href = (org: string) => `/${locale}/${hub}/${org}/lists/searches/new?${query}`;
  return <ChooseOrganisation locale={locale} hub={hub} words={words} href={href} />;
}
