import type { ReactNode } from 'react';
import { ActingBar } from '#components/chrome/acting-bar.tsx';
import { Frame } from '#components/chrome/frame.tsx';
import { houseNavigation } from '#components/chrome/hub-navigation.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enterHouseOf } from '#lib/platform/session/entry.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }>; children: ReactNode };

export default async function HouseLayout({ params, children }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  return (
    <Frame
      locale={locale}
      hub={scope.hub}
      items={houseNavigation(locale, scope)}
      reader={scope.person.name}
    >
      <ActingBar locale={locale} scope={scope} />
      {children}
    </Frame>
  );
}
