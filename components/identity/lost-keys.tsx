import { keeperLink } from '#lib/platform/contact.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

/** To whom one turns who has no passkey left. */
export function LostKeys({ locale }: { locale: Locale }) {
  const t = translator(locale, 'identity');
  const link = keeperLink();
  return (
    <p className="prose quiet mt-8 mb-0">
      {t('secondFactor.lost')}{' '}
      <a className="break-words" href={link}>
        {link.replace('mailto:', '')}
      </a>
      {'. '}
      {t('secondFactor.two')}
    </p>
  );
}
