import { formLabels } from '#components/chrome/form-labels.ts';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { Choices, HiddenField, SubmitButton, TextField } from '#components/ui/form/fields.tsx';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

type Props = {
  locale: Locale;
  action: (before: FormState, form: FormData) => Promise<FormState>;
  place: { id: string; name: string; seats: number };
  slot: { date: string; from: string; to: string };
};

/** Asks to be told when a taken place, or any of its kind, becomes free. */
export function WaitingForm({ locale, action, place, slot }: Props) {
  const t = translator(locale, 'hours');
  return (
    <section className="panel mt-6 p-5" aria-labelledby="waiting">
      <h2 className="ds-heading m-0" data-size="xs" id="waiting">
        {t('waiting.title')}
      </h2>
      <p className="prose">{t('waiting.lead')}</p>
      <ActionForm
        action={action}
        labels={formLabels(locale)}
        initial={{ any: 'this', people: '1' }}
      >
        {Object.entries({ placeId: place.id, ...slot }).map(([name, value]) => (
          <HiddenField key={name} name={name} value={value} />
        ))}
        {place.seats > 1 && (
          <TextField name="people" label={t('waiting.people')} type="number" min="1" required />
        )}
        <Choices
          name="any"
          type="radio"
          label={t('waiting.which')}
          options={[
            { value: 'this', label: t('waiting.this', { place: place.name }) },
            { value: 'any', label: t('waiting.any') },
          ]}
        />
        <div>
          <SubmitButton variant="secondary">{t('waiting.join')}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}
