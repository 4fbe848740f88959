import type { Letter } from '#lib/platform/deed.ts';
import { settings } from '#lib/platform/env.ts';
import { defaultLocale, isLocale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

/** The last letter to somebody who is erased: what went, what stays. The portal forgets it once it has left. */
export function farewellLetter(to: string, spoken: string): Letter {
  const locale = isLocale(spoken) ? spoken : defaultLocale;
  const t = translator(locale, 'mail');
  const product = translator(locale, 'site')('product');
  const values = { product, link: `${settings().url}/${locale}/privacy` };
  return {
    to,
    subject: t('erased.subject', values),
    text: t('erased.text', values),
    forget: true,
  };
}
