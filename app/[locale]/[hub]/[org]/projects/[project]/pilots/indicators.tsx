import { formLabels } from '#components/chrome/form-labels.ts';
import { languageField } from '#components/chrome/language-field.ts';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import { indicatorKinds } from '#lib/pilots/moves.ts';
import type { PilotsView } from '#lib/pilots/reads.ts';
import { pilotLimits } from '#lib/pilots/schema.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { forget, indicator } from './actions.ts';

type Where = { locale: Locale; hub: string; org: string; project: string };
type Props = { where: Where; view: PilotsView };

/** What every site measures, alike; whoever leads settles it. */
export function Indicators({ where, view }: Props) {
  const t = translator(where.locale, 'pilots');
  const measured = new Set(view.pilots.flatMap(({ measures }) => [...measures.keys()]));
  return (
    <section className="mt-10" aria-labelledby="indicators">
      <h2 className="ds-heading" data-size="sm" id="indicators">
        {t('indicators')}
      </h2>
      {view.indicators.length === 0 && <p className="m-0">{t('noIndicators')}</p>}
      <ul className="m-0 grid gap-3 pl-6">
        {view.indicators.map(({ id, name, unit, language, kind, moreIsBetter }) => (
          <li key={id}>
            <span lang={language}>
              {name} ({unit})
            </span>{' '}
            <span className="quiet">
              {t(`kinds.${kind}`)} · {t('better')} {t(`betters.${moreIsBetter ? 'more' : 'less'}`)}
            </span>
            {view.leading && !measured.has(id) && (
              <ButtonForm
                action={forget.bind(null, { ...where, indicator: id })}
                labels={formLabels(where.locale)}
                variant="secondary"
              >
                {t('dropIndicator')}
                <span className="ds-sr-only"> {name}</span>
              </ButtonForm>
            )}
          </li>
        ))}
      </ul>
      {view.leading && <AddIndicator where={where} />}
    </section>
  );
}

function AddIndicator({ where }: Pick<Props, 'where'>) {
  const t = translator(where.locale, 'pilots');
  return (
    <div className="no-print mt-4 max-w-3xl">
      <Disclosure summary={t('addIndicator')}>
        <FieldsForm
          action={indicator.bind(null, where)}
          labels={formLabels(where.locale)}
          hidden={{ id: crypto.randomUUID() }}
          initial={{ kind: 'GENERAL', better: 'less', language: where.locale }}
          groups={[
            {
              fields: [
                {
                  ...{ as: 'text', name: 'name', label: t('name'), required: true },
                  maxLength: pilotLimits.name,
                },
                {
                  ...{ as: 'text', name: 'unit', label: t('unit'), required: true },
                  maxLength: pilotLimits.unit,
                },
                {
                  ...{ as: 'select', name: 'kind', label: t('kind') },
                  options: indicatorKinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
                },
                {
                  ...{ as: 'radio', name: 'better', label: t('better') },
                  options: (['more', 'less'] as const).map((value) => ({
                    ...{ value, label: t(`betters.${value}`) },
                  })),
                },
                languageField(t('language')),
              ],
            },
          ]}
          submit={t('saveIndicator')}
        />
      </Disclosure>
    </div>
  );
}
