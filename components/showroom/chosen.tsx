import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { addressOf, facetNames, type ShowroomQuery, without } from '#lib/showroom/rules.ts';
import { valueName } from './facets.tsx';

type Props = { locale: Locale; base: string; query: ShowroomQuery; count: number };

/** "3 demos for larm and Used": the result in a sentence, and each choice with a way to drop it. */
export function Chosen({ locale, base, query, count }: Props) {
  const t = translator(locale, 'showroom');
  const chips = [
    ...(query.words
      ? [
          {
            label: t('quoted', { words: query.words }),
            href: base + addressOf({ ...query, words: '' }),
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
  const what = new Intl.ListFormat(locale).format(chips.map((chip) => chip.label));
  return (
    <div className="mb-5">
      <h2 className="ds-heading m-0" data-size="xs" aria-live="polite" id="result">
        {chips.length > 0 ? t('resultFor', { count, what }) : t('result', { count })}
      </h2>
      {chips.length > 0 && (
        <ul className="m-0 mt-3 flex list-none flex-wrap gap-2 p-0" aria-label={t('chosen')}>
          {chips.map((chip) => (
            <li key={chip.label}>
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
      )}
    </div>
  );
}
