import { type Locale, locales } from '#lib/platform/i18n/locales.ts';
import { allMessages } from '#lib/platform/i18n/translate.ts';
import { allClaimKeys, claimValues } from './claims.ts';
import { demoAudiences } from './content.ts';
import { folded } from './folding.ts';
import { facetValues } from './rules.ts';

const texts = ['title', 'summary', 'body'] as const;
const languageTexts = texts.flatMap((name) => locales.map((each) => `${name}.${each}` as const));

/** The columns of a file of many demos, in their order. */
export const importColumns = [
  'number',
  ...languageTexts,
  ...(['kind', 'stage', 'trl', 'areas', 'settings', 'audience', 'iso9999'] as const),
  ...(['claims', 'regulation'] as const),
] as const;
export type ImportColumn = (typeof importColumns)[number];

/** The values of a column that has a choice, and where their words stand. */
const choices: Partial<Record<ImportColumn, { values: readonly string[]; words: string }>> = {
  kind: { values: facetValues.kind, words: 'kindsOfDemo' },
  stage: { values: facetValues.stage, words: 'stages' },
  areas: { values: facetValues.area, words: 'areas' },
  settings: { values: facetValues.setting, words: 'settings' },
  audience: { values: demoAudiences, words: 'audience' },
  // What needs no value of its own; the rest is written at the demo, with who checked it.
  claims: { values: allClaimKeys.filter((key) => !claimValues[key]), words: 'claimKeys' },
  regulation: { values: claimValues.CLASS ?? [], words: 'claimValues' },
};

/** What a column is called; the language of a text stands after it. */
export function columnName(locale: Locale, column: ImportColumn): string {
  const { columns, languages } = allMessages[locale].demoImport;
  const [name = '', language] = column.split('.');
  const said = columns[name as keyof typeof columns];
  return language ? `${said} (${languages[language as Locale]})` : said;
}

/** The words of a column's values in a language, with what each stands for; empty where anything may stand. */
export function choicesOf(locale: Locale, column: ImportColumn): { word: string; value: string }[] {
  const choice = choices[column];
  if (!choice) return [];
  const words = allMessages[locale].showroom[choice.words as 'areas'] as Record<string, string>;
  return choice.values.map((value) => ({ word: words[value] ?? value, value }));
}

const inEveryLanguage = <T>(of: (locale: Locale) => T[]) => locales.flatMap(of);

const byName = new Map<string, ImportColumn>(
  importColumns.flatMap((column) => [
    [folded(column), column] as const,
    ...inEveryLanguage((locale) => [[folded(columnName(locale, column)), column] as const]),
  ]),
);

/** The column that a heading names, in any of the languages; undefined when none. */
export function columnOf(heading: string): ImportColumn | undefined {
  return byName.get(folded(heading));
}

const values = new Map(
  Object.keys(choices).map((column) => [
    column,
    new Map(
      inEveryLanguage((locale) => choicesOf(locale, column as ImportColumn)).flatMap(
        ({ word, value }) => [[folded(word), value] as const, [folded(value), value] as const],
      ),
    ),
  ]),
);

/** What a word stands for in a column with a choice; undefined when for nothing. */
export function valueNamed(column: ImportColumn, word: string): string | undefined {
  return values.get(column)?.get(folded(word));
}
