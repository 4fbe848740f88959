import { formLabels } from '#components/chrome/form-labels.ts';
import { dayText } from '#components/innovation/day.ts';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Joined } from '#lib/projects/joining.ts';
import { roleOptions } from './project-words.ts';

type Action = (before: FormState, form: FormData) => Promise<FormState>;
type Props = {
  locale: Locale;
  zone: string;
  joined: readonly Joined[];
  /** Whose organisation reads it; none for the hub's staff. */
  own?: { id: string; company: boolean; admin: boolean };
  join?: Action;
  unjoin?: Action;
  /** For those who make proposals into projects. */
  convert?: Action | null;
};

/** Who joins what an accepted proposal is to become, and what the reader can do about it. */
export function Joining({ locale, zone, joined, own, join, unjoin, convert }: Props) {
  const t = translator(locale, 'projects');
  const isIn = joined.some(({ id }) => id === own?.id);
  const labels = formLabels(locale);
  return (
    <section className="panel no-print mt-8 grid gap-4 p-6" aria-labelledby="joining">
      <h2 className="ds-heading m-0" data-size="sm" id="joining">
        {t('join.title')}
      </h2>
      <p className="m-0">{t('join.lead')}</p>
      {joined.length === 0 && <p className="quiet m-0">{t('join.none')}</p>}
      <ul className="m-0 grid gap-1 pl-5">
        {joined.map(({ id, name, role, at }) => (
          <li key={id}>
            {name} · {t(`roles.${role}`)}{' '}
            <span className="quiet">{t('join.since', { date: dayText(locale, zone, at) })}</span>
          </li>
        ))}
      </ul>
      {own && !own.admin && <p className="m-0">{t('join.admin')}</p>}
      {own?.admin && join && (
        <Disclosure summary={t(isIn ? 'join.again' : 'join.join')}>
          <FieldsForm
            action={join}
            labels={labels}
            groups={[
              {
                fields: [
                  {
                    ...{ as: 'radio', name: 'role', label: t('partyPage.as') },
                    options: roleOptions(locale, own.company),
                  },
                ],
              },
            ]}
            submit={t(isIn ? 'join.again' : 'join.join')}
          />
        </Disclosure>
      )}
      {own?.admin && isIn && unjoin && (
        <ButtonForm action={unjoin} labels={labels} variant="secondary">
          {t('join.unjoin')}
        </ButtonForm>
      )}
      {convert && <Convert locale={locale} joined={joined} convert={convert} />}
    </section>
  );
}

/** Makes it a project, once enough have joined. */
function Convert({
  locale,
  joined,
  convert,
}: {
  locale: Locale;
  joined: readonly Joined[];
  convert: Action;
}) {
  const t = translator(locale, 'projects');
  const leaders = joined.filter(({ side }) => side !== 'PRIVATE');
  if (joined.length < 2 || !joined.some(({ side }) => side === 'PUBLIC')) {
    return <p className="m-0">{t('join.notYet')}</p>;
  }
  return (
    <Disclosure summary={t('join.convert')}>
      <FieldsForm
        action={convert}
        labels={formLabels(locale)}
        groups={[
          {
            fields: [
              {
                ...{ as: 'radio', name: 'lead', label: t('join.whoLeads') },
                hint: t('join.whoLeadsHint'),
                options: leaders.map(({ id, name }) => ({ value: id, label: name })),
              },
            ],
          },
        ]}
        submit={t('join.convert')}
      />
    </Disclosure>
  );
}
