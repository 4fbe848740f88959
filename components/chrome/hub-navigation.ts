import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import type { NavItem } from './site-header.tsx';

/** A visitor's ways through a hub. */
export function publicNavigation(locale: Locale, hub: string): NavItem[] {
  const t = translator(locale, 'site');
  const pages = ['showroom', 'projects', 'workspace', 'organisations'] as const;
  const start = { href: `/${locale}/${hub}`, label: t('nav.start') };
  return [
    start,
    ...pages.map((page) => ({ href: `${start.href}/${page}`, label: t(`nav.${page}`) })),
  ];
}

/** What one does for an organisation; only what the policy allows. */
export function actingNavigation(locale: Locale, scope: Scope): NavItem[] {
  const t = translator(locale, 'people');
  const base = `/${locale}/${scope.hub.slug}/${scope.organisation.slug}`;
  const rows = [
    { href: base, label: t('overview.links.overview'), shown: scope.may('overview:read') },
    { href: `${base}/book`, label: t('overview.links.find'), shown: scope.may('booking:create') },
    {
      href: `${base}/bookings`,
      label: t('overview.links.bookings'),
      shown: scope.may('booking:list'),
    },
    {
      href: `${base}/others`,
      label: t('overview.links.others'),
      shown: scope.may('proposal:read'),
    },
    {
      href: `${base}/proposals`,
      label: t('overview.links.proposals'),
      shown: scope.may('proposal:draft'),
    },
    {
      href: `${base}/people`,
      label: t('overview.links.people'),
      shown: scope.may('people:read'),
    },
    {
      href: `${base}/organisation`,
      label: t('overview.links.organisation'),
      shown: scope.may('organisation:edit'),
    },
    noticesItem(locale, scope, base),
    houseItem(locale, base, 'log', scope.may('log:own')),
    houseItem(locale, base, 'permissions', scope.may('policy:read')),
  ];
  return rows.filter((row) => row.shown);
}

/** What the hub's own staff do. */
export function houseNavigation(locale: Locale, scope: Scope): NavItem[] {
  const t = translator(locale, 'people');
  const base = `/${locale}/${scope.hub.slug}/house`;
  const rows = [
    {
      href: `${base}/today`,
      label: t('overview.houseLinks.today'),
      shown: scope.may('house:today'),
    },
    {
      href: `${base}/reviews`,
      label: t('overview.houseLinks.reviews'),
      shown: scope.may('proposal:assess'),
    },
    {
      href: `${base}/organisations`,
      label: t('overview.houseLinks.organisations'),
      shown: scope.may('organisation:judge'),
    },
    {
      href: `${base}/people`,
      label: t('overview.houseLinks.people'),
      shown: scope.may('hub:people'),
    },
    noticesItem(locale, scope, base),
    houseItem(locale, base, 'settings', scope.may('hub:edit')),
    {
      href: `${base}/sign-in-providers`,
      label: translator(locale, 'identity')('own.nav'),
      shown: scope.may('provider:edit'),
    },
    houseItem(locale, base, 'log', scope.may('log:read')),
    houseItem(locale, base, 'permissions', scope.may('policy:read')),
  ];
  return rows.filter((row) => row.shown);
}

function houseItem(
  locale: Locale,
  base: string,
  page: 'settings' | 'log' | 'permissions',
  shown: boolean,
) {
  const label = translator(locale, 'house')(`nav.${page}`);
  return { href: `${base}/${page}`, label, shown };
}

function noticesItem(locale: Locale, scope: Scope, base: string) {
  const t = translator(locale, 'people');
  const label = t('overview.links.notices');
  return {
    href: `${base}/notices`,
    label: scope.unread > 0 ? `${label} (${scope.unread})` : label,
    shown: scope.may('notice:read'),
  };
}
