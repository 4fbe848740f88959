import { Refusal } from '#lib/platform/errors.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Alternative } from '#lib/workspace/alternatives.ts';
import type { Slot } from '#lib/workspace/schema.ts';
import type { WayOut } from './alternatives.tsx';
import { dayOf } from './describe.ts';

/** Alternatives as links, in the reader's words. */
export function waysOut(
  locale: Locale,
  hrefOf: (placeId: string, slot: Slot) => string,
  alternatives: readonly Alternative[],
): WayOut[] {
  const t = translator(locale, 'workspace');
  return alternatives.map(({ placeId, name, kind, way, date, from, to }) => ({
    href: hrefOf(placeId, { date, from, to }),
    label: t(`confirm.${way}`, {
      place: inLocale(name, locale),
      kind: t(`kinds.${kind}`).toLocaleLowerCase(locale),
      date: dayOf(locale, date),
      from,
      to,
    }),
  }));
}

/** A refusal whose alternatives have become links for the form to show. */
export function withWaysOut(
  refusal: Refusal,
  locale: Locale,
  hrefOf: (placeId: string, slot: Slot) => string,
): Refusal {
  const { alternatives } = (refusal.detail ?? {}) as { alternatives?: Alternative[] };
  if (!alternatives) return refusal;
  const ways = waysOut(locale, hrefOf, alternatives);
  return new Refusal(refusal.code, refusal.fields, { ways }, refusal.values);
}
