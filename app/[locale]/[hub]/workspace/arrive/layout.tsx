import type { ReactNode } from 'react';
import { Frame } from '#components/chrome/frame.tsx';
import { publicNavigation } from '#components/chrome/hub-navigation.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { visit } from '#lib/platform/session/entry.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }>; children: ReactNode };

// Beside the public pages and not among them: those are cached, and take no form.
export default async function ArriveLayout({ params, children }: Props) {
  const { locale, hub } = await params;
  const scope = await visit(hub);
  return (
    <Frame locale={locale} hub={scope.hub} items={publicNavigation(locale, hub)}>
      {children}
    </Frame>
  );
}
