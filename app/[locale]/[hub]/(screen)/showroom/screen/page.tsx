import type { Metadata } from 'next';
import { ShowroomScreen } from '#components/showroom/screen.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { visit } from '#lib/platform/session/entry.ts';
import { findOnScreen, screenQueryOf } from '#lib/showroom/screen.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub } = await params;
  const { name } = (await visit(hub)).hub;
  return { title: `${translator(locale, 'kiosk')('title')} – ${name}`, robots: { index: false } };
}

/** For the showroom's own screens: one demo after another, large, with the code that leads a phone to it. */
export default async function ScreenPage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const query = screenQueryOf(await searchParams);
  const scope = await visit(hub);
  const found = await findOnScreen(scope, query);
  return (
    <ShowroomScreen
      locale={locale}
      hub={scope.hub}
      query={{ ...query, n: found.place }}
      {...found}
    />
  );
}
