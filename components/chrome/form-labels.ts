import type { FormLabels } from '#components/ui/form/context.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

/** The words every form uses. */
export function formLabels(locale: Locale): FormLabels {
  const t = translator(locale, 'site');
  return {
    confirmPrice: t('form.confirmPrice'),
    errorSummary: t('form.errorSummary'),
    optional: t('form.optional'),
    sending: t('form.sending'),
    noAnswer: t('form.noAnswer'),
  };
}
