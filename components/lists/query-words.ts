import { valueName } from '#components/showroom/facets.tsx';
import { queryOf } from '#lib/lists/schema.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { facetNames } from '#lib/showroom/rules.ts';

/** What a kept search asks, in words. */
export function queryWords(locale: Locale, search: string): string {
  const query = queryOf(search);
  const words = query.words
    ? [translator(locale, 'showroom')('quoted', { words: query.words })]
    : [];
  const chosen = facetNames.flatMap((name) =>
    query[name].map((value) => valueName(locale, name, value)),
  );
  const all = [...words, ...chosen];
  return all.length > 0 ? all.join(', ') : translator(locale, 'lists')('everything');
}
