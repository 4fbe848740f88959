import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Alternative } from '#lib/workspace/reads.ts';
import { withWish } from './addresses.ts';
import type { WayOut } from './alternatives.tsx';

/** Alternatives as links to the page that books them, in the reader's words. */
export function waysOut(
  locale: Locale,
  base: string,
  alternatives: readonly Alternative[],
): WayOut[] {
  const t = translator(locale, 'workspace');
  return alternatives.map(({ placeId, name, kind, way, date, from, to }) => ({
    href: withWish(`${base}/book/${placeId}`, { date, from, to }),
    label: t(`confirm.${way}`, {
      place: inLocale(name, locale),
      kind: t(`kinds.${kind}`).toLocaleLowerCase(locale),
      from,
      to,
    }),
  }));
}
