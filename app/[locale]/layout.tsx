import '../globals.css';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { isLocale } from '#lib/platform/i18n/locales.ts';

// Pages are rendered when asked for; the page cache in front keeps the public ones.
export const dynamic = 'force-dynamic';

export const metadata: Metadata = {
  title: { template: '%s – Navet', default: 'Navet' },
  icons: { icon: '/favicon.svg' },
};

type Props = { params: Promise<{ locale: string }>; children: ReactNode };

export default async function LocaleLayout({ params, children }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return (
    <html lang={locale} data-color-scheme="auto" data-size="md">
      <body>{children}</body>
    </html>
  );
}
