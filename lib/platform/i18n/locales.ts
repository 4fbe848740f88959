/** The interface's languages, the default first. */
export const locales = ['sv', 'nb', 'en'] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = 'sv';

/** Each language by its own name. */
export const languageNames: Record<Locale, string> = {
  sv: 'Svenska',
  nb: 'Norsk',
  en: 'English',
};

/** How dates and numbers are written. */
export const formatLocales: Record<Locale, string> = { sv: 'sv-SE', nb: 'nb-NO', en: 'en-GB' };

export function isLocale(value: string): value is Locale {
  return (locales as readonly string[]).includes(value);
}

/** Content written in several languages. */
export type Text = Record<Locale, string>;

/** The language in which a reader gets a text from the database: their own, else the first there is. */
export function languageIn(text: unknown, locale: Locale): Locale | undefined {
  const given = (text ?? {}) as Partial<Text>;
  return [locale, ...locales].find((each) => given[each]);
}

/** The text itself, in that language. */
export function inLocale(text: unknown, locale: Locale): string {
  const language = languageIn(text, locale);
  return (language && (text as Partial<Text>)[language]) || '';
}
