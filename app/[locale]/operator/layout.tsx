import type { ReactNode } from 'react';
import { Frame } from '#components/chrome/frame.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enterOwn } from '#lib/platform/session/entry.ts';

type Props = { params: Promise<{ locale: Locale }>; children: ReactNode };

export default async function OperatorLayout({ params, children }: Props) {
  const { locale } = await params;
  const scope = await enterOwn(locale);
  return (
    <Frame locale={locale} hub={null} items={[]} reader={scope.person.name}>
      {children}
    </Frame>
  );
}
