import type { Locale } from '../i18n/locales.ts';

/** Only a path of this site: nobody is sent elsewhere after signing in. */
export function ownPath(next: string, locale: Locale): string {
  const home = `/${locale}/account?enter=1`;
  if (!URL.canParse(next, 'http://portal')) return home;
  // Judged after dots and slashes are resolved: what begins with a language cannot be another host.
  const { origin, pathname, search } = new URL(next, 'http://portal');
  const within = origin === 'http://portal' && /^\/(sv|nb|en)(\/[^/]|$)/.test(pathname);
  return within && !pathname.includes('//') ? pathname + search : home;
}

/** The hub a path leads into; null when it leads into none. */
export function hubOf(path: string): string | null {
  const [, , hub = ''] = path.split(/[/?#]/);
  return /^(|sign-in|account|outbox)$/.test(hub) ? null : hub;
}
