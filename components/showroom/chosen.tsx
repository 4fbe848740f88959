import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import {
  addressOf,
  type FacetName,
  facetNames,
  type ShowroomQuery,
  without,
} from '#lib/showroom/rules.ts';
import { valueName } from './facets.tsx';

type Props = { locale: Locale; base: string; query: ShowroomQuery };

/** The values of a facet that are chosen, in words: one or another. */
export function eitherOf(locale: Locale, query: ShowroomQuery, name: FacetName): string {
  const names = query[name].map((value) => valueName(locale, name, value));
  return new Intl.ListFormat(locale, { type: 'disjunction' }).format(names);
}

/** "3 demos for larm and Used": the result in a sentence. `words` are those that were found. */
export function sentence(
  locale: Locale,
  query: ShowroomQuery,
  { count, words }: { count: number; words: string },
): string {
  const t = translator(locale, 'showroom');
  const parts = [
    ...(words ? [t('quoted', { words })] : []),
    ...facetNames
      .filter((name) => query[name].length > 0)
      .map((name) => eitherOf(locale, query, name)),
  ];
  const what = new Intl.ListFormat(locale).format(parts);
  return parts.length > 0 ? t('resultFor', { count, what }) : t('result', { count });
}

/** Each choice with a way to drop it. */
export function Chosen({ locale, base, query }: Props) {
  const t = translator(locale, 'showroom');
  const chips = [
    ...(query.words
      ? [
          {
            label: t('quoted', { words: query.words }),
            href: base + addressOf({ ...query, words: '', page: 1 }),
          },
        ]
      : []),
    ...facetNames.flatMap((name) =>
      query[name].map((value) => ({
        label: valueName(locale, name, value),
        href: base + addressOf(without(query, name, value)),
      })),
    ),
  ];
  if (chips.length === 0) return null;
  return (
    <ul className="m-0 mb-5 flex list-none flex-wrap gap-2 p-0" aria-label={t('chosen')}>
      {chips.map((chip) => (
        <li key={chip.href}>
          <a
            className="ds-chip"
            data-removable="true"
            href={chip.href}
            aria-label={t('remove', { value: chip.label })}
          >
            {chip.label}
          </a>
        </li>
      ))}
      <li>
        <a className="inline-flex min-h-8 items-center px-2" href={base}>
          {t('clear')}
        </a>
      </li>
    </ul>
  );
}
