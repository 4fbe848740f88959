import { formLabels } from '#components/chrome/form-labels.ts';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import { checks } from '#lib/pilots/moves.ts';
import type { PilotView } from '#lib/pilots/reads.ts';
import { pilotLimits } from '#lib/pilots/schema.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { drop, move, tick } from '../actions.ts';

export type Where = { locale: Locale; hub: string; org: string; project: string; pilot: string };
type Part = { where: Where; pilot: PilotView };

/** What is missing before the site can approve, and what one can do now. */
export function Moves({ where, pilot }: Part) {
  const t = translator(where.locale, 'pilots');
  const labels = formLabels(where.locale);
  const planned = pilot.state === 'PLANNED';
  const moves = pilot.moves.filter((name) => name !== 'approve' || pilot.lacks.length === 0);
  const waits = planned && pilot.lacks.length === 0 && !moves.includes('approve');
  const lacks = planned && pilot.lacks.length > 0;
  if (!lacks && !waits && moves.length === 0) return null;
  return (
    <section
      className="panel no-print my-6 grid justify-items-start gap-4 p-5"
      aria-label={t('title')}
    >
      {lacks && (
        <div>
          <p className="m-0">{t('missing')}</p>
          <ul className="m-0 pl-6">
            {pilot.lacks.map((each) => (
              <li key={each}>{t(`lacks.${each as 'checks'}`)}</li>
            ))}
          </ul>
        </div>
      )}
      {waits && <p className="m-0">{t('waitsForSite', { site: pilot.site ?? '–' })}</p>}
      {moves
        .filter((name) => name !== 'pause')
        .map((name) => (
          <ButtonForm
            key={name}
            action={move.bind(null, where, name)}
            labels={labels}
            variant={name === 'end' ? 'secondary' : 'primary'}
          >
            {t(`moves.${name}`)}
          </ButtonForm>
        ))}
      {moves.includes('pause') && <Pause where={where} />}
    </section>
  );
}

function Pause({ where }: Pick<Part, 'where'>) {
  const t = translator(where.locale, 'pilots');
  return (
    <Disclosure summary={t('moves.pause')}>
      <FieldsForm
        action={move.bind(null, where, 'pause')}
        labels={formLabels(where.locale)}
        groups={[
          {
            fields: [
              {
                ...{ as: 'area', name: 'words', label: t('why'), hint: t('whyHint') },
                ...{ required: true, maxLength: pilotLimits.words },
              },
            ],
          },
        ]}
        submit={t('moves.pause')}
        tone="danger"
      />
    </Disclosure>
  );
}

/** What has to be done before the start; the site ticks for itself. */
export function Checklist({ where, pilot }: Part) {
  const t = translator(where.locale, 'pilots');
  const options = checks.map((value) => ({ value, label: t(`checks.${value}`) }));
  return (
    <section className="mt-8" aria-labelledby="checklist">
      <h2 className="ds-heading" data-size="sm" id="checklist">
        {t('checklist')}
      </h2>
      {pilot.mayTick ? (
        <FieldsForm
          action={tick.bind(null, where)}
          labels={formLabels(where.locale)}
          initial={{ done: pilot.ticks }}
          groups={[
            { fields: [{ as: 'checkbox', name: 'done', label: t('checklistLead'), options }] },
          ]}
          submit={t('saveChecks')}
          variant="secondary"
        />
      ) : (
        <ul className="m-0 grid list-none gap-1 p-0">
          {checks.map((item) => (
            <li key={item}>
              <span aria-hidden="true">{pilot.ticks.includes(item) ? '✓ ' : '○ '}</span>
              {t(`checks.${item}`)}
              <span className="ds-sr-only">
                {pilot.ticks.includes(item) ? ` (${t('ticked')})` : ` (${t('unticked')})`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Throws the plan away. */
export function Drop({ where }: Pick<Part, 'where'>) {
  const t = translator(where.locale, 'pilots');
  return (
    <div className="no-print mt-4">
      <Disclosure summary={t('drop')}>
        <ButtonForm
          action={drop.bind(null, where)}
          labels={formLabels(where.locale)}
          variant="secondary"
        >
          {t('drop')}
        </ButtonForm>
      </Disclosure>
    </div>
  );
}
