import { formLabels } from '#components/chrome/form-labels.ts';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { SubmitButton, TextArea, TextField } from '#components/ui/form/fields.tsx';
import { isFixed } from '#lib/organisations/asking-again.ts';
import { writtenNumber } from '#lib/organisations/numbers.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Answer } from '#lib/platform/scope.ts';
import { NamedBody } from './body-fields.tsx';

type Props = {
  locale: Locale;
  answer: Answer;
  person: { name: string; email: string };
  action: (before: FormState, form: FormData) => Promise<FormState>;
};

/** The application once more, with everything that was said the last time. */
export function AskAgain({ locale, answer, person, action }: Props) {
  const t = translator(locale, 'organisations');
  if (!answer.live) return null;
  if (!answer.asked) return <p className="mt-8">{t('again.onlyAdmin')}</p>;
  return (
    <section className="mt-10 max-w-2xl" aria-labelledby="again">
      <h2 className="ds-heading" data-size="sm" id="again">
        {t('apply.again')}
      </h2>
      <p className="prose">{t('again.text', person)}</p>
      <ActionForm action={action} labels={formLabels(locale)} initial={saidBefore(answer)}>
        {!isFixed(answer) && (
          <NamedBody locale={locale} kind={answer.kind} country={answer.country} />
        )}
        <TextField
          name="role"
          label={t('apply.fields.role')}
          hint={t('apply.fields.roleHint')}
          autoComplete="organization-title"
          required
        />
        <TextArea
          name="why"
          label={t('apply.fields.why')}
          hint={t('apply.fields.whyHint')}
          rows={5}
          required
        />
        <p className="prose m-0">{t('again.next')}</p>
        <div>
          <SubmitButton>{t('apply.send')}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}

function saidBefore({ country, organisationName, asked }: Answer) {
  const { number, town = '', role = '', why = '' } = asked ?? {};
  const written = number ? writtenNumber(country, number) : '';
  return { name: organisationName, number: written, town, role, why };
}
