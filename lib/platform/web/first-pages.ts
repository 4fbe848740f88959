import { locales } from '../i18n/locales.ts';

const ofSite = ['', '/accessibility', '/privacy'];
const ofHub = ['', '/showroom', '/workspace', '/accessibility', '/privacy'];

/** The addresses that a process makes ready when it starts: the site's, then each hub's, in every language. */
export function firstPages(hubs: readonly string[]): string[] {
  const site = locales.flatMap((locale) => ofSite.map((page) => `/${locale}${page}`));
  const all = hubs.flatMap((hub) =>
    locales.flatMap((locale) => ofHub.map((page) => `/${locale}/${hub}${page}`)),
  );
  return [...site, ...all];
}
