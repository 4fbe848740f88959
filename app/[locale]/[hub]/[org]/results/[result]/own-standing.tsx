import { formLabels } from '#components/chrome/form-labels.ts';
import { dayText } from '#components/innovation/day.ts';
import { adoptionTones } from '#components/results/adopters.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { type FieldFacts, FieldsForm } from '#components/ui/form/fields-form.tsx';
import { Tag } from '#components/ui/tag.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import type { OwnAdoption } from '#lib/results/reads.ts';
import { resultLimits } from '#lib/results/schema.ts';
import { say } from '../actions.ts';

type Where = { locale: Locale; hub: string; org: string; result: string };
type Part = { where: Where; scope: Scope; own: OwnAdoption };

/** Where one's own body stands, how it came there, and what it can say next. */
export function OwnStanding({ where, scope, own }: Part) {
  const { locale } = where;
  const t = translator(locale, 'results');
  const { adoption } = own;
  return (
    <section className="panel my-8 grid gap-4 p-6" aria-labelledby="standing">
      <h2 className="ds-heading m-0" data-size="sm" id="standing">
        {t('adoption.title')}
      </h2>
      <p className="m-0">{t('adoption.lead')}</p>
      <p className="m-0">
        {adoption ? (
          <Tag tone={adoptionTones[adoption.state]}>{t(`adoption.states.${adoption.state}`)}</Tag>
        ) : (
          t('adoption.none')
        )}
      </p>
      {!own.admin && <p className="quiet m-0">{t('adoption.admin')}</p>}
      {own.moves.length + (own.admin && adoption ? 1 : 0) > 0 && (
        <Say where={where} scope={scope} own={own} />
      )}
      {own.steps.length > 0 && (
        <Disclosure summary={t('adoption.steps')}>
          <ol className="m-0 pl-6">
            {own.steps.map(({ number, state, reason, at }) => (
              <li key={number}>
                {dayText(locale, scope.hub.zone, at)}: {t(`adoption.states.${state}`)}
                {reason && ` – ${reason}`}
              </li>
            ))}
          </ol>
        </Disclosure>
      )}
    </section>
  );
}

function Say({ where, scope, own }: Part) {
  const t = translator(where.locale, 'results');
  const { adoption, admin } = own;
  const here = admin && adoption ? [adoption.state] : [];
  const states = [...new Set([...here, ...own.moves.map(({ to }) => to)])];
  const state = here[0] ?? (states.length === 1 ? states[0] : '') ?? '';
  return (
    <div className="no-print max-w-3xl">
      <FieldsForm
        action={say.bind(null, where)}
        labels={formLabels(where.locale)}
        initial={{
          ...{ state, reason: adoption?.reason ?? '', contact: adoption?.contact ?? '' },
          startedOn: adoption?.startedOn?.toISOString().slice(0, 10) ?? '',
        }}
        groups={[
          {
            fields: [
              {
                as: 'radio',
                ...{ name: 'state' },
                label: t('adoption.state', { organisation: scope.organisation.name }),
                options: states.map((value) => ({
                  ...{ value, label: t(`adoption.states.${value}`) },
                })),
              },
              ...(admin ? adminFields(where.locale) : []),
            ],
          },
        ]}
        submit={t('adoption.send')}
      />
    </div>
  );
}

/** What only an administrator says. */
function adminFields(locale: Locale): FieldFacts[] {
  const t = translator(locale, 'results');
  return [
    {
      ...{ as: 'date', name: 'startedOn', label: t('adoption.startedOn') },
      hint: t('adoption.startedHint'),
    },
    {
      ...{ as: 'area', name: 'reason', label: t('adoption.reason') },
      ...{ hint: t('adoption.reasonHint'), maxLength: resultLimits.words },
    },
    {
      ...{ as: 'text', name: 'contact', label: t('adoption.contact') },
      maxLength: resultLimits.contact,
    },
  ];
}
