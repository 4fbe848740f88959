import type { ReactNode } from 'react';
import { Frame } from '#components/chrome/frame.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';

type Props = { params: Promise<{ locale: Locale }>; children: ReactNode };

export default async function SiteLayout({ params, children }: Props) {
  return (
    <Frame locale={(await params).locale} hub={null} items={[]}>
      {children}
    </Frame>
  );
}
