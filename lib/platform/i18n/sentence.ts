import { inLocale, type Locale, type Text } from './locales.ts';
import { type Namespace, translator } from './translate.ts';

/** What a sentence names; a text is told in the reader's language. */
export type Values = Record<string, string | number | Text>;

/** A code such as `workspace.refusals.taken` as a sentence. */
export function sentence(locale: Locale, code: string, values: Values = {}): string {
  const [namespace, ...rest] = code.split('.');
  const told = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'object' ? inLocale(value, locale) : value,
  ]);
  return translator(locale, namespace as Namespace)(rest.join('.'), Object.fromEntries(told));
}
