import { inLocale, type Locale, type Text } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { PlaceKind } from '#lib/workspace/schema.ts';

type Of = { kind: PlaceKind | null; place: Text | null };

/** What terms are of: a kind of place, or one place. */
export function termsOfWords(locale: Locale, { kind, place }: Of): string {
  if (kind) return translator(locale, 'workspace')(`groups.${kind}`);
  return translator(locale, 'houseTerms')('ofPlace', { place: inLocale(place, locale) });
}
