import { Tag, type Tone } from '#components/ui/tag.tsx';
import { NotTranslated, Written } from '#components/ui/written.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { ProjectCard as Card } from '#lib/projects/reads.ts';
import { PeriodBar, periodText } from './period.tsx';

export const stateTones: Record<string, Tone> = {
  ACTIVE: 'success',
  FORMING: 'info',
  READY: 'info',
  ON_HOLD: 'warning',
  COMPLETED: 'neutral',
  STOPPED: 'danger',
};

type Props = { project: Card; locale: Locale; href: string; years: number[]; now: Date };

/** A project in a list: its state, its years, who leads and how many are in it. */
export function ProjectCard({ project, locale, href, years, now }: Props) {
  const t = translator(locale, 'projects');
  return (
    <li className="panel card-link p-5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Tag tone={stateTones[project.state]}>{t(`states.${project.state}`)}</Tag>
        <span className="quiet text-base">{periodText(locale, project)}</span>
      </div>
      <h3 className="ds-heading m-0 mt-3" data-size="xs">
        <a href={href}>
          <Written text={project.title} locale={locale} />
        </a>
      </h3>
      <p className="m-0 mt-2 grow text-base">
        <Written text={project.summary} locale={locale} />{' '}
        <NotTranslated text={project.summary} locale={locale} />
      </p>
      <PeriodBar
        startsOn={project.startsOn}
        endsOn={project.endsOn}
        years={years}
        now={now}
        labelled
      />
      <p className="quiet m-0 text-base">
        {t('led', { name: project.lead.name })} · {t('parties', { count: project._count.parties })}
      </p>
    </li>
  );
}
