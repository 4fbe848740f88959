import type { FieldGroup } from '#components/ui/form/fields-form.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

/** From when to when a place is out of service, why, and what becomes of bookings. */
export function blockFields(locale: Locale): FieldGroup[] {
  const t = translator(locale, 'places');
  const label = (name: string) => ({ name, label: t(`block.${name}`) });
  return [
    {
      fields: [
        { as: 'date', ...label('from'), required: true },
        { as: 'time', ...label('fromTime') },
        { as: 'date', ...label('to'), hint: t('block.toHint') },
        { as: 'time', ...label('toTime') },
        {
          ...{ as: 'area', ...label('reason'), hint: t('block.reasonHint') },
          ...{ required: true, maxLength: 300 },
        },
        {
          ...{ as: 'radio', ...label('way') },
          options: (['ask', 'move', 'cancel'] as const).map((value) => ({
            value,
            label: t(`block.ways.${value}`),
          })),
        },
      ],
    },
  ];
}
