import type { ReactNode } from 'react';
import { ActingBar } from '#components/chrome/acting-bar.tsx';
import { Frame } from '#components/chrome/frame.tsx';
import { actingNavigation } from '#components/chrome/hub-navigation.ts';
import { WaitingBanner } from '#components/organisations/waiting-banner.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enter } from '#lib/platform/session/entry.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string; org: string }>;
  children: ReactNode;
};

export default async function ActingLayout({ params, children }: Props) {
  const { locale, hub, org } = await params;
  const scope = await enter(locale, hub, org);
  return (
    <Frame
      locale={locale}
      hub={scope.hub}
      items={actingNavigation(locale, scope)}
      reader={scope.person.name}
    >
      <ActingBar locale={locale} scope={scope} />
      {scope.waiting && <WaitingBanner locale={locale} scope={scope} />}
      {children}
    </Frame>
  );
}
