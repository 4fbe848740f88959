import type { FormLabels } from '#components/ui/form/context.ts';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import { listLimits } from '#lib/lists/schema.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

type Props = {
  locale: Locale;
  action: (before: FormState, form: FormData) => Promise<FormState>;
  labels: FormLabels;
  submit: string;
  hidden?: Record<string, string>;
  initial: Record<string, string>;
};

/** What a list is called, what it is for, and the case it belongs to. */
export function ListForm({ locale, ...form }: Props) {
  const t = translator(locale, 'lists');
  return (
    <FieldsForm
      {...form}
      groups={[
        {
          fields: [
            {
              ...{ name: 'name', as: 'text', label: t('name'), hint: t('nameHint') },
              ...{ required: true, maxLength: listLimits.name },
            },
            {
              ...{ name: 'purpose', as: 'area', label: t('purpose'), hint: t('purposeHint') },
              maxLength: listLimits.purpose,
            },
            {
              ...{ name: 'caseNumber', as: 'text', label: t('caseNumber'), hint: t('caseHint') },
              maxLength: listLimits.caseNumber,
            },
          ],
        },
      ]}
    />
  );
}
