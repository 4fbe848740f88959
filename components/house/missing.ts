import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

/** What is missing before a hub can open, in words, and the page where it is filled in. */
export function missingWords(locale: Locale, code: string): { text: string; page: string } {
  const t = translator(locale, 'house');
  const [what = '', part = ''] = code.split('.');
  if (what === 'statement') {
    const field = t(`statement.fields.${part}`);
    return { text: t('missing.statement', { field }), page: 'accessibility' };
  }
  const language = part ? t(`languages.${part}`) : '';
  return { text: t(`missing.${what}`, { language }), page: 'texts' };
}
