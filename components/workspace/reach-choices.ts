import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { reaches } from '#lib/workspace/schema.ts';

/** How far a change or a cancellation of one day of a series reaches, as choices. */
export function reachChoices(locale: Locale) {
  const t = translator(locale, 'workspace');
  return {
    label: t('series.reach'),
    options: reaches.map((reach) => ({ value: reach, label: t(`series.reaches.${reach}`) })),
  };
}
