import { formLabels } from '#components/chrome/form-labels.ts';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { SubmitButton, TextField } from '#components/ui/form/fields.tsx';
import type { TakingPart } from '#lib/organisations/judging.ts';
import { writtenNumber } from '#lib/organisations/numbers.ts';
import { isOfficial } from '#lib/organisations/rules.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

type Action = (before: FormState, form: FormData) => Promise<FormState>;
type RescueProps = {
  locale: Locale;
  people: TakingPart['people'];
  name: (person: string, before: FormState, form: FormData) => Promise<FormState>;
  invite: Action;
};

/** For an organisation that nobody administers: one of its people, or somebody who is invited. */
export function Rescue({ locale, people, name, invite }: RescueProps) {
  const t = translator(locale, 'organisations');
  const labels = formLabels(locale);
  return (
    <section className="panel p-6" aria-labelledby="rescue">
      <h2 className="ds-heading" data-size="sm" id="rescue">
        {t('judge.rescueTitle')}
      </h2>
      <p>{t('judge.rescueText')}</p>
      <ul className="m-0 mb-6 grid list-none grid-cols-1 gap-3 p-0">
        {people.map((person) => (
          <li key={person.id}>
            <ActionForm action={name.bind(null, person.id)} labels={labels}>
              <SubmitButton variant="secondary">
                {t('judge.rescueName', { name: person.name })}
              </SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ul>
      <ActionForm action={invite} labels={labels}>
        <TextField name="email" type="email" label={t('judge.rescueEmail')} required />
        <div>
          <SubmitButton variant="secondary">{t('judge.rescueInvite')}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}

type NumberProps = { locale: Locale; organisation: TakingPart; action: Action };

/** Enters the number of an organisation, or puts a mistaken one right. */
export function NumberForm({ locale, organisation, action }: NumberProps) {
  const t = translator(locale, 'organisations');
  const { kind, country, organisationNumber: number } = organisation;
  const hint = isOfficial(kind) ? 'numberHintPublic' : 'numberHint';
  const initial = { number: number ? writtenNumber(country, number) : '' };
  return (
    <section aria-labelledby="number-form">
      <h2 className="ds-heading" data-size="sm" id="number-form">
        {t('judge.numberTitle')}
      </h2>
      <p className="quiet text-base">{t('judge.numberText')}</p>
      <ActionForm action={action} labels={formLabels(locale)} initial={initial}>
        <TextField
          name="number"
          label={t('judge.number')}
          hint={t(`apply.fields.${hint}.${country}`)}
          required
        />
        <div>
          <SubmitButton variant="secondary">{t('judge.numberSave')}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}
