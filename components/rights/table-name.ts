import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

/** What a table with personal data holds, in words; a test sees to it that each has some. */
export function tableName(locale: Locale, table: string): string {
  return translator(locale, 'rights')(`tables.${table}`);
}
