import type { Text } from '#lib/platform/i18n/locales.ts';

/** What is said in one language stands for the others. */
export function inAll(sv: string, nb: string, en: string): Text {
  const any = sv || nb || en;
  return { sv: sv || any, nb: nb || any, en: en || any };
}
