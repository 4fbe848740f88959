import type { Metadata } from 'next';
import { NeedCard } from '#components/innovation/need-card.tsx';
import { OthersFilter } from '#components/innovation/others-filter.tsx';
import { ProposalCard } from '#components/innovation/proposal-card.tsx';
import { ProjectCard } from '#components/projects/project-card.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { todayDate } from '#lib/platform/clock.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import { type ProjectCard as Project, projectsFor } from '#lib/projects/reads.ts';
import { yearsOf } from '#lib/projects/rules.ts';
import { listOthers, type Others } from '#lib/proposals/others.ts';
import {
  type OthersQuery,
  othersAddress,
  othersKinds,
  readOthersQuery,
} from '#lib/proposals/schema.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string; org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'innovation')('others.title') };
}

export default async function OthersPage({ params, searchParams }: Props) {
  const { locale, hub, org } = await params;
  const scope = await enter(locale, hub, org);
  const query = readOthersQuery(await searchParams);
  const found = await orNotFound(() => listOthers(scope, query, projectsFor));
  const t = translator(locale, 'innovation');
  const base = `/${locale}/${hub}/${org}`;
  return (
    <>
      <PageHeader
        title={t('others.title')}
        lead={t('others.lead', { organisation: scope.organisation.name })}
      >
        {scope.may('proposal:draft') && (
          <ButtonLink href={`${base}/proposals/new`}>{t('propose')}</ButtonLink>
        )}
      </PageHeader>
      <Sections locale={locale} base={base} query={query} counts={found.counts} />
      <div className="grid gap-8 lg:grid-cols-[17rem_minmax(0,1fr)]">
        <OthersFilter locale={locale} query={query} />
        <section aria-labelledby="result">
          <h2 className="ds-heading" data-size="xs" id="result" aria-live="polite">
            {t(`others.count.${query.show}`, { count: found.counts[query.show] })}
          </h2>
          <Hits
            locale={locale}
            zone={scope.hub.zone}
            base={base}
            query={query}
            found={found}
            answers={scope.may('proposal:draft')}
          />
          <Pages locale={locale} base={base} query={query} more={found.more} />
        </section>
      </div>
    </>
  );
}

type PartProps = { locale: Locale; base: string; query: OthersQuery };

/** The three sections as links; words and areas go along, states differ from section to section. */
function Sections({ locale, base, query, counts }: PartProps & Pick<Others<Project>, 'counts'>) {
  const t = translator(locale, 'innovation');
  return (
    <nav className="mb-6" aria-label={t('others.tabs')}>
      <ul className="m-0 flex list-none flex-wrap gap-x-2 border-b border-neutral-border-subtle p-0">
        {othersKinds.map((show) => (
          <li key={show}>
            <a
              className="nav-link"
              href={`${base}/others${othersAddress({ ...query, show, states: [], page: 1 })}`}
              aria-current={query.show === show ? 'page' : undefined}
            >
              {t(`others.sections.${show}`)} ({counts[show]})
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Hits({
  locale,
  zone,
  base,
  query,
  found,
  answers,
}: PartProps & { zone: string; found: Others<Project>; answers: boolean }) {
  if (found.counts[query.show] === 0) return <None locale={locale} base={base} query={query} />;
  const today = todayDate(zone);
  const years = yearsOf(found.projects, today.getUTCFullYear());
  return (
    <ul className="m-0 grid list-none gap-5 p-0 md:grid-cols-2">
      {found.projects.map((project) => (
        <ProjectCard
          key={project.slug}
          project={project}
          locale={locale}
          href={`${base}/others/projects/${project.slug}`}
          years={years}
          now={today}
        />
      ))}
      {found.proposals.map((proposal) => (
        <ProposalCard
          key={proposal.id}
          proposal={proposal}
          locale={locale}
          zone={zone}
          href={`${base}/others/${proposal.id}`}
        />
      ))}
      {found.needs.map((need) => (
        <NeedCard
          key={need.id}
          need={need}
          locale={locale}
          href={`${base}/needs/${need.id}`}
          answerHref={answers ? `${base}/proposals/new?need=${need.id}` : null}
        />
      ))}
    </ul>
  );
}

function None({ locale, base, query }: PartProps) {
  const t = translator(locale, 'innovation');
  const { show, words, areas, states, order } = query;
  const narrowed = words !== '' || areas.length + states.length > 0;
  const all = othersAddress({ show, words: '', areas: [], states: [], order, page: 1 });
  return (
    <EmptyState text={narrowed ? t('others.none') : t(`others.empty.${show}`)}>
      {narrowed && (
        <ButtonLink href={`${base}/others${all}`} variant="secondary">
          {t('others.clear')}
        </ButtonLink>
      )}
    </EmptyState>
  );
}

function Pages({ locale, base, query, more }: PartProps & { more: boolean }) {
  const t = translator(locale, 'innovation');
  const { page } = query;
  if (page === 1 && !more) return null;
  const at = (number: number) => `${base}/others${othersAddress({ ...query, page: number })}`;
  return (
    <nav className="mt-6 flex flex-wrap gap-3" aria-label={t('others.pages')}>
      {page > 1 && (
        <ButtonLink href={at(page - 1)} variant="secondary">
          {t('others.previous')}
        </ButtonLink>
      )}
      {more && (
        <ButtonLink href={at(page + 1)} variant="secondary">
          {t('others.next')}
        </ButtonLink>
      )}
    </nav>
  );
}
