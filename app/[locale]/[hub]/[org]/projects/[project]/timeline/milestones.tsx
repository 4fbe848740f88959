import { formLabels } from '#components/chrome/form-labels.ts';
import { languageField } from '#components/chrome/language-field.ts';
import { dayIn } from '#components/prices/money.ts';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import { Tag, type Tone } from '#components/ui/tag.tsx';
import type { TimelineView } from '#lib/phases/reads.ts';
import { phaseLimits } from '#lib/phases/schema.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { addOne, moveOne } from './actions.ts';
import type { Where } from './phases.tsx';

type Part = { where: Where; timeline: TimelineView };
type One = TimelineView['milestones'][number];
const tones: Record<One['state'], Tone> = { PLANNED: 'info', DONE: 'success', MISSED: 'danger' };

/** What is to be there on a day, whose it is, and where it was moved from. */
export function Milestones({ where, timeline }: Part) {
  const { locale } = where;
  const t = translator(locale, 'phases');
  return (
    <section className="mt-10" aria-labelledby="milestones">
      <h2 className="ds-heading" data-size="sm" id="milestones">
        {t('milestones')}
      </h2>
      {timeline.milestones.length === 0 && <p className="m-0">{t('noMilestones')}</p>}
      <ul className="m-0 grid list-none gap-3 p-0">
        {timeline.milestones.map((one) => (
          <li className="panel grid gap-2 p-5" key={one.id}>
            <p className="m-0 flex flex-wrap items-center gap-2">
              <Tag tone={tones[one.state]}>{t(`milestoneStates.${one.state}`)}</Tag>
              <strong lang={one.language}>{one.title}</strong>
              <span className="quiet">
                {dayIn(locale, one.onDay)} · {one.owner}
              </span>
            </p>
            {one.moves.map(({ number, fromDay, reason }) => (
              <p className="quiet m-0 text-base" key={number}>
                {t('moved', { day: dayIn(locale, fromDay), reason })}
              </p>
            ))}
            {timeline.mayPlan && one.state === 'PLANNED' && <Become where={where} one={one} />}
          </li>
        ))}
      </ul>
      {timeline.mayPlan && <Add where={where} timeline={timeline} />}
    </section>
  );
}

function Become({ where, one }: { where: Where; one: One }) {
  const t = translator(where.locale, 'phases');
  return (
    <Disclosure summary={`${t('become')}: ${one.title}`}>
      <FieldsForm
        action={moveOne.bind(null, { ...where, milestone: one.id })}
        labels={formLabels(where.locale)}
        groups={[
          {
            fields: [
              {
                ...{ as: 'radio', name: 'what', label: t('what') },
                options: (['DONE', 'MOVED', 'MISSED'] as const).map((value) => ({
                  ...{ value, label: t(`whats.${value}`) },
                })),
              },
              { ...{ as: 'date', name: 'onDay', label: t('newDay') } },
              {
                ...{ as: 'area', name: 'reason', label: t('reason') },
                maxLength: phaseLimits.reason,
              },
            ],
          },
        ]}
        submit={t('sendMove')}
        variant="secondary"
      />
    </Disclosure>
  );
}

function Add({ where, timeline }: Part) {
  const t = translator(where.locale, 'phases');
  return (
    <div className="no-print mt-6 max-w-3xl">
      <Disclosure summary={t('addMilestone')}>
        <FieldsForm
          action={addOne.bind(null, where)}
          labels={formLabels(where.locale)}
          hidden={{ id: crypto.randomUUID() }}
          initial={{ language: where.locale }}
          groups={[
            {
              fields: [
                {
                  ...{ as: 'text', name: 'title', label: t('milestoneTitle'), required: true },
                  maxLength: phaseLimits.name,
                },
                {
                  ...{ as: 'select', name: 'owner', label: t('milestoneOwner') },
                  options: timeline.bodies.map(({ id, name }) => ({ value: id, label: name })),
                },
                { ...{ as: 'date', name: 'onDay', label: t('onDay'), required: true } },
                languageField(t('language')),
              ],
            },
          ]}
          submit={t('saveMilestone')}
        />
      </Disclosure>
    </div>
  );
}
