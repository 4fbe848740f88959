import { formLabels } from '#components/chrome/form-labels.ts';
import { languageOptions } from '#components/chrome/language-field.ts';
import { careAreas } from '#lib/needs/rules.ts';
import { needLimits, needVisibilities } from '#lib/needs/schema.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { NeedWords } from './need-form.tsx';

/** Everything the form of a need says, so that the browser need not carry every message. */
export function needWords(locale: Locale, save: 'save' | 'saveChange'): NeedWords {
  const t = translator(locale, 'needs');
  const innovation = translator(locale, 'innovation');
  const showroom = translator(locale, 'showroom');
  return {
    labels: formLabels(locale),
    fields: {
      title: t('fields.title'),
      problem: t('fields.problem'),
      affected: t('fields.affected'),
      areas: t('fields.areas'),
      urgency: t('fields.urgency'),
      visibility: t('fields.visibility'),
      language: t('fields.language'),
    },
    hints: {
      title: t('hints.title'),
      problem: t('hints.problem'),
      affected: t('hints.affected'),
    },
    more: t('more'),
    save: t(save),
    newer: innovation('form.newer'),
    newerHint: innovation('form.newerHint'),
    newerEmpty: innovation('form.newerEmpty'),
    alikeFound: t('alikeFound'),
    alikeFoundLead: t('alikeFoundLead'),
    limits: needLimits,
    options: {
      areas: careAreas.map((value) => ({ value, label: showroom(`areas.${value}`) })),
      urgency: (['1', '2', '3', '4'] as const).map((value) => ({
        value,
        label: innovation(`urgency.${value}`),
      })),
      visibility: needVisibilities.map((value) => ({ value, label: t(`visibility.${value}`) })),
      language: languageOptions(),
    },
  };
}
