import { formLabels } from '#components/chrome/form-labels.ts';
import { languageField } from '#components/chrome/language-field.ts';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { type FieldFacts, type FieldGroup, FieldsForm } from '#components/ui/form/fields-form.tsx';
import type { TimelineView } from '#lib/phases/reads.ts';
import { phaseLimits } from '#lib/phases/schema.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { dropOne, savePlanned, tick, toGate } from './actions.ts';

export type Where = { locale: Locale; hub: string; org: string; project: string };
type Part = { where: Where; timeline: TimelineView };
type Phase = TimelineView['tracks'][number]['phases'][number];

/** What whoever leads does with each phase that is not done. */
export function PhaseWork({ where, timeline }: Part) {
  return (
    <div className="no-print mt-6 grid max-w-3xl gap-3">
      {timeline.tracks.flatMap((track) =>
        track.phases.map((phase) => {
          if (phase.state === 'PLANNED') {
            return <Edit key={phase.id} where={where} phase={phase} track={track.name} />;
          }
          if (phase.state === 'ACTIVE') return <Run key={phase.id} where={where} phase={phase} />;
          return null;
        }),
      )}
    </div>
  );
}

function Run({ where, phase }: { where: Where; phase: Phase }) {
  const { locale } = where;
  const t = translator(locale, 'phases');
  const at = { ...where, phase: phase.id };
  const ready = phase.deliverables.every(({ doneAt }) => doneAt);
  return (
    <section className="panel grid gap-4 p-5" aria-label={phase.name}>
      <h2 className="ds-heading m-0" data-size="xs" lang={phase.language}>
        {phase.name}
      </h2>
      {phase.deliverables.length > 0 && (
        <FieldsForm
          action={tick.bind(null, at)}
          labels={formLabels(locale)}
          initial={{
            done: phase.deliverables
              .filter(({ doneAt }) => doneAt)
              .map(({ number }) => String(number)),
          }}
          groups={[
            {
              fields: [
                {
                  ...{ as: 'checkbox', name: 'done', label: t('there') },
                  options: phase.deliverables.map(({ number, title }) => ({
                    ...{ value: String(number), label: title },
                  })),
                },
              ],
            },
          ]}
          submit={t('tick')}
          variant="secondary"
        />
      )}
      {ready && (
        <ButtonForm action={toGate.bind(null, at)} labels={formLabels(locale)}>
          {t('toGate')}
          <span className="ds-sr-only"> {phase.name}</span>
        </ButtonForm>
      )}
    </section>
  );
}

function Edit({ where, phase, track }: { where: Where; phase: Phase; track: string }) {
  const { locale } = where;
  const t = translator(locale, 'phases');
  const day = (date: Date) => date.toISOString().slice(0, 10);
  return (
    <Disclosure summary={`${t('edit')}: ${phase.name}`}>
      <FieldsForm
        action={savePlanned.bind(null, where)}
        labels={formLabels(locale)}
        hidden={{ id: phase.id, revision: String(phase.revision), track }}
        initial={{
          ...{ name: phase.name, language: phase.language },
          ...{ startsOn: day(phase.startsOn), endsOn: day(phase.endsOn) },
          deliverables: phase.deliverables.map(({ title }) => title).join('\n'),
        }}
        groups={fieldsOf(locale, false)}
        submit={t('save')}
      />
      <div className="mt-4">
        <ButtonForm
          action={dropOne.bind(null, { ...where, phase: phase.id })}
          labels={formLabels(locale)}
          variant="secondary"
        >
          {t('drop')}
          <span className="ds-sr-only"> {phase.name}</span>
        </ButtonForm>
      </div>
    </Disclosure>
  );
}

/** Plans another phase. */
export function AddPhase({ where, timeline }: Part) {
  const { locale } = where;
  const t = translator(locale, 'phases');
  return (
    <div className="no-print mt-3 max-w-3xl">
      <Disclosure summary={t('add')}>
        <FieldsForm
          action={savePlanned.bind(null, where)}
          labels={formLabels(locale)}
          hidden={{ id: crypto.randomUUID(), revision: '0' }}
          initial={{ track: timeline.tracks[0]?.name ?? t('mainTrack'), language: locale }}
          groups={fieldsOf(locale, true)}
          submit={t('save')}
        />
      </Disclosure>
    </div>
  );
}

function fieldsOf(locale: Locale, anew: boolean): FieldGroup[] {
  const t = translator(locale, 'phases');
  return [
    {
      fields: [
        {
          ...{ as: 'text', name: 'name', label: t('name'), required: true },
          maxLength: phaseLimits.name,
        },
        ...(anew ? [trackField(locale)] : []),
        { ...{ as: 'date', name: 'startsOn', label: t('startsOn'), required: true } },
        { ...{ as: 'date', name: 'endsOn', label: t('endsOn'), required: true } },
        {
          ...{ as: 'area', name: 'deliverables', label: t('deliverables') },
          ...{ hint: t('deliverablesHint'), maxLength: phaseLimits.deliverables },
        },
        languageField(t('language')),
      ],
    },
  ];
}

function trackField(locale: Locale): FieldFacts {
  const t = translator(locale, 'phases');
  return {
    ...{ as: 'text', name: 'track', label: t('trackName'), required: true },
    ...{ hint: t('trackHint'), maxLength: phaseLimits.track },
  };
}
