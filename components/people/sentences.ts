import type { Locale } from '#lib/platform/i18n/locales.ts';
import { type Namespace, translator } from '#lib/platform/i18n/translate.ts';

/** Several messages under one key, by their names. */
export function sentencesOf<N extends string>(
  locale: Locale,
  namespace: Namespace,
  prefix: string,
  names: readonly N[],
): Record<N, string> {
  const t = translator(locale, namespace);
  return Object.fromEntries(names.map((name) => [name, t(`${prefix}.${name}`)])) as Record<
    N,
    string
  >;
}

/** What was done with people, for the notice on top of a page. */
export function peopleDone(locale: Locale) {
  const names = [
    'invited',
    'revoked',
    'again',
    'role',
    'handedOver',
    'removed',
    'hubRoles',
  ] as const;
  return sentencesOf(locale, 'people', 'done', names);
}

/** What was done with organisations. */
export function organisationsDone(locale: Locale) {
  const moves = ['verify', 'reject', 'reopen', 'leave'] as const;
  const names = [...moves, 'invited', 'revoked', 'again', 'here', 'number', 'named'] as const;
  return sentencesOf(locale, 'organisations', 'judge.done', names);
}
