import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Terms } from '#lib/workspace/place-terms.ts';

/** Terms in plain words, for a form in the browser. */
export type TermsWords = {
  legend: string;
  hint: string;
  all: { id: string; read: string; option: string; paragraphs: string[] }[];
};

/** What is to be agreed to, in the reader's language. */
export function termsWords(
  locale: Locale,
  organisation: string,
  terms: readonly Terms[],
): TermsWords {
  const t = translator(locale, 'houseTerms');
  return {
    legend: t('agree'),
    hint: t('agreeHint'),
    all: terms.map(({ id, title: titles, text }) => {
      const title = inLocale(titles, locale);
      return {
        id,
        read: t('read', { title }),
        option: t('agreeOption', { title, organisation }),
        paragraphs: paragraphsOf(inLocale(text, locale)),
      };
    }),
  };
}

/** A text's paragraphs: an empty line parts them. */
export function paragraphsOf(text: string): string[] {
  return text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
}
