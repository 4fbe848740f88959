import type { Metadata } from 'next';
import { cache } from 'react';
import { Screen } from '#components/signs/screen.tsx';
import { settings } from '#lib/platform/env.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { orNotFound } from '#lib/platform/session/entry.ts';
import { readDisplay } from '#lib/signs/display-reading.ts';
import type { Query } from '#lib/workspace/schema.ts';

type Props = {
  params: Promise<{ locale: Locale; token: string }>;
  searchParams: Promise<Query>;
};

const load = cache((token: string) => orNotFound(() => readDisplay(token)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, token } = await params;
  return {
    title: inLocale((await load(token)).name, locale),
    robots: { index: false, follow: false },
  };
}

/** What a screen at a door shows, by its secret address; reads no session. */
export default async function DisplayPage({ params, searchParams }: Props) {
  const { locale, token } = await params;
  const display = await load(token);
  const scan = display.code ? `${settings().url}/q/${display.code}` : null;
  return (
    <Screen locale={locale} display={display} ink={(await searchParams).ink === '1'} scan={scan} />
  );
}
