import type { ReactNode } from 'react';
import { Tag } from '#components/ui/tag.tsx';
import { NotTranslated, Written } from '#components/ui/written.tsx';
import { todayDate } from '#lib/platform/clock.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Project } from '#lib/projects/reads.ts';
import { yearsOf } from '#lib/projects/rules.ts';
import { PeriodBar, periodText } from './period.tsx';
import { stateTones } from './project-card.tsx';

type PartProps = { locale: Locale; project: Project };
type Props = PartProps & {
  /** What stands under the plan of its time: what is confirmed of its cost, where there is a plan. */
  children?: ReactNode;
};

/** A project as a document: what, when, who, why; the same for visitors and for those who act. */
export function ProjectDocument({ locale, project, children }: Props) {
  const t = translator(locale, 'projects');
  return (
    <>
      <h1 className="ds-heading mt-4 mb-3" data-size="lg">
        <Written text={project.title} locale={locale} />
      </h1>
      <p className="m-0 flex flex-wrap gap-2">
        <Tag tone={stateTones[project.state]}>{t(`states.${project.state}`)}</Tag>
        <NotTranslated text={project.title} locale={locale} />
      </p>
      <p className="prose mt-4 text-xl">
        <Written text={project.summary} locale={locale} />
      </p>
      <TimePlan locale={locale} project={project} />
      {children}
      <div className="mt-10 grid gap-10 lg:grid-cols-2">
        <Parties locale={locale} project={project} />
        <Background locale={locale} project={project} />
      </div>
    </>
  );
}

function TimePlan({ locale, project }: PartProps) {
  const t = translator(locale, 'projects');
  const today = todayDate('Europe/Stockholm');
  return (
    <section className="mt-8" aria-labelledby="period">
      <h2 className="ds-heading" data-size="sm" id="period">
        {t('periodTitle')}
      </h2>
      <p className="m-0">{periodText(locale, project)}</p>
      <PeriodBar
        startsOn={project.startsOn}
        endsOn={project.endsOn}
        years={yearsOf([project], today.getUTCFullYear())}
        now={today}
        labelled
      />
    </section>
  );
}

function Parties({ locale, project }: PartProps) {
  const t = translator(locale, 'projects');
  return (
    <section aria-labelledby="parties">
      <h2 className="ds-heading" data-size="sm" id="parties">
        {t('partiesTitle')}
      </h2>
      <table className="ds-table w-full" data-border="true">
        <thead>
          <tr>
            <th scope="col">{t('party')}</th>
            <th scope="col">{t('partyRole')}</th>
          </tr>
        </thead>
        <tbody>
          {project.parties.map(({ organisation, role, state }) => (
            <tr key={organisation.name}>
              <td>{organisation.name}</td>
              <td>
                {t(`roles.${role}`)}
                {state === 'INVITED' && ` (${t('invited')})`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Background({ locale, project }: PartProps) {
  const t = translator(locale, 'projects');
  const areas = translator(locale, 'showroom');
  return (
    <section aria-labelledby="background">
      <h2 className="ds-heading" data-size="sm" id="background">
        {t('needs')}
      </h2>
      {project.needs.length === 0 && <p className="quiet">{t('noNeeds')}</p>}
      <ul className="m-0 grid list-none gap-3 p-0">
        {project.needs.map(({ need }) => (
          <li className="panel p-4" key={need.id}>
            <span lang={need.language}>{need.title}</span>
            <span className="quiet block text-base">{need.organisation.name}</span>
          </li>
        ))}
      </ul>
      {project.proposal && (
        <p className="mt-4">
          {t('origin')} <q lang={project.proposal.language}>{project.proposal.title}</q>{' '}
          {t('originBy', { name: project.proposal.organisation.name })}
        </p>
      )}
      <h3 className="ds-heading mt-6" data-size="2xs">
        {t('areas')}
      </h3>
      <ul className="m-0 flex list-none flex-wrap gap-2 p-0">
        {project.areas.map((area) => (
          <li key={area}>
            <Tag>{areas(`areas.${area}`)}</Tag>
          </li>
        ))}
      </ul>
    </section>
  );
}
