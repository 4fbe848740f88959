import type { ReactNode } from 'react';
import { Frame } from '#components/chrome/frame.tsx';
import { publicNavigation } from '#components/chrome/hub-navigation.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { visit } from '#lib/platform/session/entry.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }>; children: ReactNode };

/** Like the public pages, but outside the cache: a form is answered by the server. */
export default async function ApplyLayout({ params, children }: Props) {
  const { locale, hub } = await params;
  const scope = await visit(hub);
  return (
    <Frame locale={locale} hub={scope.hub} items={publicNavigation(locale, hub)}>
      {children}
    </Frame>
  );
}
