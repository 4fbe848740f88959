import type { ReactNode } from 'react';
import { dayText } from '#components/innovation/day.ts';
import { StateTag } from '#components/innovation/state-tag.tsx';
import { stateTones } from '#components/projects/project-card.tsx';
import { Tag } from '#components/ui/tag.tsx';
import type { comingGroups } from '#lib/guided/groups.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import type { OwnProject } from '#lib/projects/reads.ts';
import { proposalStates } from '#lib/proposals/moves.ts';
import type { OwnProposal } from '#lib/proposals/reads.ts';
import type { ProposalCard } from '#lib/proposals/rows.ts';
import type { BookingRow } from '#lib/workspace/bookings.ts';

type Place = { locale: Locale; zone: string; base: string };

type PartProps = {
  id: string;
  heading: string;
  empty: string | null;
  more?: { href: string; label: string };
  children: ReactNode;
};

/** One corner of the overview: heading, a few rows or the first step, and the way to all of it. */
function Part({ id, heading, empty, more, children }: PartProps) {
  return (
    <section className="panel p-5" aria-labelledby={id}>
      <h2 className="ds-heading" data-size="xs" id={id}>
        {heading}
      </h2>
      {empty ? <p className="quiet m-0">{empty}</p> : children}
      {more && (
        <p className="m-0 mt-3">
          <a className="inline-flex min-h-11 items-center" href={more.href}>
            {more.label}
          </a>
        </p>
      )}
    </section>
  );
}

const rows = 'm-0 grid list-none gap-3 p-0';

type BookingsProps = Place & {
  bookings: BookingRow[];
  groups: Awaited<ReturnType<typeof comingGroups>>;
};

/** The next places and guided demos that are booked, in their order. */
export function Bookings({ locale, base, bookings, groups }: BookingsProps) {
  const t = translator(locale, 'innovation');
  const next = [
    ...bookings.map(({ id, place, startsAt, endsAt, zone }) => {
      return { id, startsAt, endsAt, zone, name: place.name, href: `${base}/bookings/${id}` };
    }),
    ...groups.map(({ id, demo, startsAt, endsAt, site }) => {
      const href = `${base}/guided/${id}`;
      return { id, startsAt, endsAt, zone: site.zone, name: demo, href };
    }),
  ]
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
    .slice(0, 3);
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const day = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  return (
    <Part
      id="bookings"
      heading={t('overview.bookings')}
      empty={next.length === 0 ? t('overview.noBookings') : null}
      more={
        next.length === 0
          ? { href: `${base}/book`, label: t('overview.book') }
          : { href: `${base}/bookings`, label: t('overview.allBookings') }
      }
    >
      <ul className={rows}>
        {next.map(({ id, name, href, startsAt, endsAt, zone }) => {
          const format = formatter(locale, zone);
          return (
            <li key={id}>
              <a href={href}>{inLocale(name, locale)}</a>
              <span className="quiet block text-base">
                {t('overview.when', {
                  date: format.dateTime(startsAt, day),
                  from: format.dateTime(startsAt, time),
                  to: format.dateTime(endsAt, time),
                })}
              </span>
            </li>
          );
        })}
      </ul>
    </Part>
  );
}

/** The own proposals: how many stand where, and the three that changed last. */
export function Proposals({ locale, zone, base, proposals }: Place & { proposals: OwnProposal[] }) {
  const t = translator(locale, 'innovation');
  const states = proposalStates
    .map((state) => ({ state, count: proposals.filter((each) => each.state === state).length }))
    .filter(({ count }) => count > 0);
  const latest = proposals.toSorted((a, b) => b.changedAt.getTime() - a.changedAt.getTime());
  return (
    <Part
      id="proposals"
      heading={t('overview.proposals')}
      empty={proposals.length === 0 ? t('overview.noProposals') : null}
      more={
        proposals.length === 0
          ? { href: `${base}/proposals/new`, label: t('overview.propose') }
          : { href: `${base}/proposals`, label: t('overview.allProposals') }
      }
    >
      <p className="quiet text-base">
        {states
          .map(({ state, count }) =>
            t('overview.stateCount', { state: t(`states.${state}`), count }),
          )
          .join(' · ')}
      </p>
      <ul className={rows}>
        {latest.slice(0, 3).map(({ id, title, language, state, changedAt }) => (
          <li key={id}>
            <a href={`${base}/proposals/${id}`} lang={language}>
              {title || t('untitled')}
            </a>
            <span className="quiet mt-1 flex flex-wrap items-center gap-2 text-base">
              <StateTag locale={locale} state={state} /> {dayText(locale, zone, changedAt)}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

export function Projects({ locale, base, projects }: Place & { projects: OwnProject[] }) {
  const t = translator(locale, 'innovation');
  const words = translator(locale, 'projects');
  return (
    <Part
      id="projects"
      heading={t('overview.projects')}
      empty={projects.length === 0 ? t('overview.noProjects') : null}
    >
      <ul className={rows}>
        {projects.map(({ slug, title, state, parties }) => (
          <li key={slug}>
            <a href={`${base}/others/projects/${slug}`}>{inLocale(title, locale)}</a>
            <span className="quiet mt-1 flex flex-wrap items-center gap-2 text-base">
              <Tag tone={stateTones[state]}>{words(`states.${state}`)}</Tag>
              {parties.map((party) => words(`roles.${party.role}`)).join(', ')}
              {parties.some((party) => party.state === 'INVITED') && ` (${words('invited')})`}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

export function Newest({ locale, base, newest }: Place & { newest: ProposalCard[] }) {
  const t = translator(locale, 'innovation');
  return (
    <Part
      id="newest"
      heading={t('overview.newest')}
      empty={newest.length === 0 ? t('overview.noNewest') : null}
      more={{ href: `${base}/others`, label: t('overview.allOthers') }}
    >
      <ul className={rows}>
        {newest.map(({ id, title, language, organisation, state }) => (
          <li key={id}>
            <a href={`${base}/others/${id}`} lang={language}>
              {title}
            </a>
            <span className="quiet mt-1 flex flex-wrap items-center gap-2 text-base">
              <StateTag locale={locale} state={state} /> {organisation ?? t('gone')}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
