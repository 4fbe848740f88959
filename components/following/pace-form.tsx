import type { FormLabels } from '#components/ui/form/context.ts';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import { type Pace, paces } from '#lib/following/rules.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

type Props = {
  locale: Locale;
  action: (before: FormState, form: FormData) => Promise<FormState>;
  labels: FormLabels;
  pace: Pace;
};

/** How often mail comes of what one follows. */
export function PaceForm({ locale, action, labels, pace }: Props) {
  const t = translator(locale, 'following');
  const options = paces.map((value) => ({ value, label: t(`paces.${value}`) }));
  return (
    <FieldsForm
      action={action}
      labels={labels}
      submit={translator(locale, 'letterChoices')('save')}
      initial={{ pace }}
      groups={[
        {
          fields: [{ name: 'pace', as: 'radio', label: t('pace'), hint: t('paceHint'), options }],
        },
      ]}
    />
  );
}
