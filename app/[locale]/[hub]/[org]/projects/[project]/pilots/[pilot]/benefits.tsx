import { formLabels } from '#components/chrome/form-labels.ts';
import { dayText } from '#components/innovation/day.ts';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import { Scrolls } from '#components/ui/scrolls.tsx';
import type { PilotView } from '#lib/pilots/reads.ts';
import { pilotLimits } from '#lib/pilots/schema.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import { benefit, measured } from '../actions.ts';
import type { Where } from './doing.tsx';

type Part = { where: Where; pilot: PilotView };

/** Where the site stood, where it wants to come, what was measured; and the forms for each. */
export function Benefits({ where, pilot }: Part) {
  const { locale } = where;
  const t = translator(locale, 'pilots');
  const number = (value: number) => formatter(locale, 'UTC').number(value);
  return (
    <section className="mt-8" aria-labelledby="benefits">
      <h2 className="ds-heading" data-size="sm" id="benefits">
        {t('benefits')}
      </h2>
      <p>{t('benefitsLead')}</p>
      {pilot.benefits.length === 0 ? (
        <p className="m-0">{t('noBenefits')}</p>
      ) : (
        <Scrolls label={`${t('indicator')}, ${t('baseline')}, ${t('target')}`}>
          <table className="ds-table w-full" data-border="true">
            <thead>
              <tr>
                <th scope="col">{t('indicator')}</th>
                <th scope="col">{t('baseline')}</th>
                <th scope="col">{t('target')}</th>
                <th scope="col">{t('values')}</th>
              </tr>
            </thead>
            <tbody>
              {pilot.benefits.map((one) => (
                <tr key={one.indicatorId}>
                  <th scope="row">
                    <span lang={one.indicator.language}>
                      {one.indicator.name} ({one.indicator.unit})
                    </span>
                    <span className="quiet block text-base font-normal" lang={pilot.language}>
                      {one.measuredBy}
                    </span>
                  </th>
                  <td>{number(one.baseline)}</td>
                  <td>{number(one.target)}</td>
                  <td>
                    {one.values.length === 0 && t('noValues')}
                    <ul className="m-0 list-none p-0">
                      {one.values.map(({ id, onDay, value, note }) => (
                        <li key={id}>
                          {dayText(locale, 'UTC', onDay)}: <strong>{number(value)}</strong>
                          {note && (
                            <span className="quiet" lang={pilot.language}>
                              {' '}
                              {note}
                            </span>
                          )}
                        </li>
                      ))}
                    </ul>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolls>
      )}
      {pilot.mayPlan && pilot.indicators.length > 0 && <AddBenefit where={where} pilot={pilot} />}
      {pilot.mayMeasure && pilot.benefits.length > 0 && <AddValue where={where} pilot={pilot} />}
    </section>
  );
}

function AddBenefit({ where, pilot }: Part) {
  const t = translator(where.locale, 'pilots');
  return (
    <div className="no-print mt-4 max-w-3xl">
      <Disclosure summary={t('addBenefit')}>
        <FieldsForm
          action={benefit.bind(null, where)}
          labels={formLabels(where.locale)}
          groups={[
            {
              fields: [
                {
                  ...{ as: 'select', name: 'indicator', label: t('indicator') },
                  options: pilot.indicators.map(({ id, name, unit }) => ({
                    ...{ value: id, label: `${name} (${unit})` },
                  })),
                },
                { as: 'text', name: 'baseline', label: t('baseline'), required: true },
                { as: 'text', name: 'target', label: t('target'), required: true },
                {
                  ...{ as: 'text', name: 'measuredBy', label: t('measuredBy'), required: true },
                  maxLength: pilotLimits.measuredBy,
                },
              ],
            },
          ]}
          submit={t('saveBenefit')}
        />
      </Disclosure>
    </div>
  );
}

function AddValue({ where, pilot }: Part) {
  const t = translator(where.locale, 'pilots');
  return (
    <div className="no-print mt-4 max-w-3xl">
      <Disclosure summary={t('addValue')}>
        <FieldsForm
          action={measured.bind(null, where)}
          labels={formLabels(where.locale)}
          hidden={{ id: crypto.randomUUID() }}
          groups={[
            {
              fields: [
                {
                  ...{ as: 'select', name: 'indicator', label: t('indicator') },
                  options: pilot.benefits.map(({ indicatorId, indicator }) => ({
                    ...{ value: indicatorId, label: `${indicator.name} (${indicator.unit})` },
                  })),
                },
                { as: 'date', name: 'onDay', label: t('onDay'), required: true },
                { as: 'text', name: 'value', label: t('value'), required: true },
                {
                  ...{ as: 'text', name: 'note', label: t('note') },
                  maxLength: pilotLimits.note,
                },
              ],
            },
          ]}
          submit={t('saveValue')}
        />
      </Disclosure>
    </div>
  );
}
