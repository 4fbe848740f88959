import { valueName } from '#components/showroom/facets.tsx';
import type { FollowKind } from '#lib/following/rules.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';

/** What is followed, by name: a demo's title, an area in words, an organisation. */
export function thingName(locale: Locale, kind: FollowKind, name: unknown): string {
  if (kind === 'theme') return valueName(locale, 'area', String(name));
  return kind === 'owner' ? String(name) : inLocale(name, locale);
}

/** Where it is seen, from after the hub. */
export function thingPath(kind: FollowKind, slug: string): string {
  if (kind === 'theme') return `showroom?area=${slug}`;
  return kind === 'owner' ? `organisations/${slug}` : `showroom/${slug}`;
}
