import type { FieldGroup } from '#components/ui/form/fields-form.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

/** A group of words that mean the same, as a field. */
export function synonymFields(locale: Locale): FieldGroup[] {
  const t = translator(locale, 'catalogue');
  return [
    {
      fields: [
        {
          ...{ as: 'area', name: 'words', required: true, maxLength: 1000 },
          ...{ label: t('synonyms.words'), hint: t('synonyms.wordsHint') },
        },
      ],
    },
  ];
}
