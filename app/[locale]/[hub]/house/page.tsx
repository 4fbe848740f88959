import { notFound, redirect } from 'next/navigation';
import { houseNavigation } from '#components/chrome/hub-navigation.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enterHouseOf } from '#lib/platform/session/entry.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }> };

/** The house opens on the first page one's role may see. */
export default async function HousePage({ params }: Props) {
  const { locale, hub } = await params;
  const first = houseNavigation(locale, await enterHouseOf(locale, hub))[0];
  if (!first) notFound();
  redirect(first.href);
}
