import type { ReactNode } from 'react';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { visit } from '#lib/platform/session/entry.ts';
import { Frame } from './frame.tsx';
import { publicNavigation } from './hub-navigation.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }>; children: ReactNode };

/** The frame of a hub for whoever is not signed in. Pages with a form lie outside the cached ones and share it. */
export default async function PublicLayout({ params, children }: Props) {
  const { locale, hub } = await params;
  const scope = await visit(hub);
  return (
    <Frame locale={locale} hub={scope.hub} items={publicNavigation(locale, hub)}>
      {children}
    </Frame>
  );
}
