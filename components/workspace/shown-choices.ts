import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

/** What others at the hub see of it; first what the organisation has chosen for all its bookings. */
export function shownChoicesOf(locale: Locale, organisation: string) {
  const t = translator(locale, 'workspace');
  return [
    { value: '', label: t('confirm.shownUsual') },
    { value: 'ORGANISATION', label: t('confirm.shownOrganisation', { organisation }) },
    { value: 'HIDDEN', label: t('confirm.shownAs.HIDDEN') },
  ];
}
