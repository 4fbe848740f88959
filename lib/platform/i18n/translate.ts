import { createFormatter, createTranslator } from 'use-intl/core';
import { messages as en } from './en/messages.ts';
import { defaultLocale, formatLocales, type Locale } from './locales.ts';
import { messages as nb } from './nb/messages.ts';
import { messages as sv } from './sv/messages.ts';

export type Messages = typeof sv;
export type Namespace = keyof Messages;
type Values = Record<string, string | number | Date>;

/** A message by key, with its values filled in. Keys are dotted: `states.DRAFT`. */
export type Translate = (key: string, values?: Values) => string;

export const allMessages: Record<Locale, Messages> = { sv, nb, en };

const translators = new Map<string, Translate>();

/**
 * The messages of one namespace in one language. Kept, so that a message is parsed once a process.
 * An unknown key throws: a test holds every key used against the messages there are.
 */
export function translator(locale: Locale, namespace: Namespace): Translate {
  const key = `${locale}.${namespace}`;
  const known = translators.get(key);
  if (known) return known;
  const made = createTranslator({
    // An address may begin with anything; its layout answers 404, meanwhile the page needs words.
    locale: formatLocales[locale] ?? formatLocales[defaultLocale],
    messages: allMessages[locale] ?? allMessages[defaultLocale],
    namespace,
    onError: (error) => {
      throw error;
    },
  }) as Translate;
  translators.set(key, made);
  return made;
}

const formatters = new Map<string, ReturnType<typeof createFormatter>>();

/** Dates and numbers as people write them, in an IANA zone. */
export function formatter(locale: Locale, timeZone: string) {
  const key = `${locale} ${timeZone}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = createFormatter({ locale: formatLocales[locale], timeZone });
  formatters.set(key, made);
  return made;
}
