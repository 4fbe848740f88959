import { inLocale, type Locale, languageIn } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { Tag } from './tag.tsx';

type Props = { text: unknown; locale: Locale };

/** Content in the reader's language, else in the first it is written in: then read aloud as that (WCAG 3.1.2). */
export function Written({ text, locale }: Props) {
  const language = languageIn(text, locale);
  const words = inLocale(text, locale);
  return language && language !== locale ? <span lang={language}>{words}</span> : words;
}

/** Says in which language something stands that is not in the reader's; nothing where it is. */
export function NotTranslated({ text, locale }: Props) {
  const language = languageIn(text, locale);
  if (!language || language === locale) return null;
  const name = new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language;
  return <Tag>{translator(locale, 'site')('notTranslated', { language: name })}</Tag>;
}
