import type { Letter } from '#lib/platform/deed.ts';
import { settings } from '#lib/platform/env.ts';
import { defaultLocale, isLocale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

export type Addressee = { email: string; locale: string };
type Values = Record<string, string>;

/**
 * A letter of this domain, in the receiver's language. `path` follows the language and becomes `link`.
 * @param name a key under `organisations.letters`
 */
export function organisationLetter(
  to: Addressee,
  name: string,
  hub: string,
  { path, ...values }: Values & { path: string },
): Letter {
  const locale = isLocale(to.locale) ? to.locale : defaultLocale;
  const t = translator(locale, 'organisations');
  const all = { ...values, hub, link: `${settings().url}/${locale}${path}` };
  const footer = translator(locale, 'mail')('footer', { hub });
  return {
    to: to.email,
    subject: t(`letters.${name}.subject`, all),
    text: `${t(`letters.${name}.text`, all)}\n\n${footer}\n`,
  };
}
