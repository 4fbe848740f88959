import type { Locale } from './locales.ts';
import { type Namespace, translator } from './translate.ts';

/** A code such as `workspace.refusals.taken` as a sentence. */
export function sentence(
  locale: Locale,
  code: string,
  values?: Record<string, string | number>,
): string {
  const [namespace, ...rest] = code.split('.');
  return translator(locale, namespace as Namespace)(rest.join('.'), values);
}
