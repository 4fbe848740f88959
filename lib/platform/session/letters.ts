import type { Letter } from '../deed.ts';
import { readSettings } from '../env.ts';
import { defaultLocale, isLocale } from '../i18n/locales.ts';
import { translator } from '../i18n/translate.ts';

/** Tells someone that what opens their account has changed, in their language. */
export function securityLetter(
  person: { email: string; locale: string },
  what: 'added' | 'removed' | 'connected' | 'reset',
): Letter {
  const locale = isLocale(person.locale) ? person.locale : defaultLocale;
  const t = translator(locale, 'identity');
  const product = translator(locale, 'site')('product');
  const link = `${readSettings().url}/${locale}/account/security`;
  return {
    to: person.email,
    subject: t(`letters.${what}.subject`, { product }),
    text: t(`letters.${what}.text`, { product, link }),
  };
}
