import { dayIn } from '#components/prices/money.ts';
import { Scrolls } from '#components/ui/scrolls.tsx';
import { Tag, type Tone } from '#components/ui/tag.tsx';
import type { TimelineView } from '#lib/phases/reads.ts';
import { todayDate } from '#lib/platform/clock.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { shareOf, yearsOf } from '#lib/projects/rules.ts';

type Props = { locale: Locale; zone: string; timeline: TimelineView };
type Phase = TimelineView['tracks'][number]['phases'][number];

export const phaseTones: Record<Phase['state'], Tone> = {
  ...{ PLANNED: 'neutral', ACTIVE: 'success', GATE: 'warning', DONE: 'info' },
};
const bars: Record<Phase['state'], string> = {
  PLANNED: 'border-2 border-dashed border-accent-border-default bg-neutral-surface-default',
  ACTIVE: 'bg-accent-base-default',
  GATE: 'bg-warning-base-default',
  DONE: 'bg-neutral-border-default',
};

/** A project's years as a picture, and as the table that says the same. */
export function Timeline(props: Props) {
  const { locale, timeline } = props;
  const t = translator(locale, 'phases');
  if (timeline.tracks.length === 0) return <p className="m-0">{t('none')}</p>;
  return (
    <>
      <Picture {...props} />
      <PhaseTable {...props} />
    </>
  );
}

/** The same under its heading, where there are phases. */
export function PublicTimeline(props: Props) {
  if (props.timeline.tracks.length === 0) return null;
  return (
    <section className="mt-8" aria-labelledby="phases">
      <h2 className="ds-heading" data-size="sm" id="phases">
        {translator(props.locale, 'phases')('title')}
      </h2>
      <Timeline {...props} />
    </section>
  );
}

/** A line for each track with its phases, where the gates are and the milestones; a mark for today. */
function Picture({ locale, zone, timeline }: Props) {
  const t = translator(locale, 'phases');
  const today = todayDate(zone);
  const phases = timeline.tracks.flatMap((track) => track.phases);
  const years = yearsOf(phases, today.getUTCFullYear());
  const left = (day: Date) => `${shareOf(day, years) * 100}%`;
  return (
    <figure className="m-0 mb-6" aria-label={t('picture')}>
      <div aria-hidden="true">
        {timeline.tracks.map(({ id, name, phases: own }) => (
          <div key={id} className="mb-3">
            <span className="quiet text-base">{name}</span>
            <div className="relative h-6 rounded bg-neutral-surface-tinted">
              {own.map((phase) => (
                <span
                  key={phase.id}
                  className={`absolute inset-y-0 min-w-1 rounded ${bars[phase.state]}`}
                  style={{
                    left: left(phase.startsOn),
                    right: `${100 - shareOf(dayAfter(phase.endsOn), years) * 100}%`,
                  }}
                />
              ))}
              <span
                className="absolute -inset-y-1 w-0.5 bg-neutral-text-default"
                style={{ left: left(today) }}
              />
            </div>
          </div>
        ))}
        {timeline.milestones.length > 0 && (
          <div className="relative h-6">
            {timeline.milestones.map((one) => (
              <span
                key={one.id}
                className={`absolute top-1 size-4 -translate-x-1/2 rotate-45 border-2 border-accent-base-default ${one.state === 'DONE' ? 'bg-accent-base-default' : ''}`}
                style={{ left: left(one.onDay) }}
              />
            ))}
          </div>
        )}
        <div className="flex text-sm">
          {years.map((year) => (
            <span className="quiet flex-1 border-l border-neutral-border-subtle pl-1" key={year}>
              {years.length > 6 ? `’${String(year).slice(2)}` : year}
            </span>
          ))}
        </div>
      </div>
      <figcaption className="quiet text-base">{t('picture')}</figcaption>
    </figure>
  );
}

function dayAfter(day: Date): Date {
  return new Date(day.getTime() + 86_400_000);
}

function PhaseTable({ locale, timeline }: Props) {
  const t = translator(locale, 'phases');
  return (
    <Scrolls label={`${t('phase')}, ${t('days')}`}>
      <table className="ds-table w-full" data-border="true">
        <thead>
          <tr>
            <th scope="col">{t('phase')}</th>
            <th scope="col">{t('track')}</th>
            <th scope="col">{t('days')}</th>
            <th scope="col">{t('state')}</th>
            <th scope="col">{t('brings')}</th>
          </tr>
        </thead>
        <tbody>
          {timeline.tracks.flatMap((track) =>
            track.phases.map((phase) => (
              <tr key={phase.id}>
                <th scope="row" lang={phase.language}>
                  {phase.name}
                </th>
                <td>{track.name}</td>
                <td className="min-w-44">
                  <Days locale={locale} phase={phase} />
                </td>
                <td>
                  <Tag tone={phaseTones[phase.state]}>{t(`states.${phase.state}`)}</Tag>
                </td>
                <td lang={phase.language}>
                  <ul className="m-0 list-none p-0">
                    {phase.deliverables.map(({ number, title, doneAt }) => (
                      <li key={number}>
                        {doneAt ? '✓ ' : '○ '}
                        {title}
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </Scrolls>
  );
}

function Days({ locale, phase }: { locale: Locale; phase: Phase }) {
  const t = translator(locale, 'phases');
  const span = (one: { startsOn: Date; endsOn: Date }) =>
    `${dayIn(locale, one.startsOn)} – ${dayIn(locale, one.endsOn)}`;
  return (
    <>
      {span(phase)}
      {phase.daysBefore.map((one) => (
        <span className="quiet block text-base" key={one.number}>
          {t('before', { days: span(one) })}
        </span>
      ))}
    </>
  );
}
