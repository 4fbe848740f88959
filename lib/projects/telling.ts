import type { NoticeKind } from '#lib/notices/rules.ts';
import { tell } from '#lib/notices/writes.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Deed, Letter } from '#lib/platform/deed.ts';
import { settings } from '#lib/platform/env.ts';
import { defaultLocale, inLocale, isLocale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';

export type Hearer = { id: string; email: string; locale: string; slug: string };
type About = { id: string; slug: string; title: unknown };
/** What is told with it: whom it is about, what was said, when it is, and a file for the calendar that leads there. */
type Told = {
  organisation: string;
  words?: string;
  role?: string;
  at?: Date;
  calendar?: (url: string) => string;
};

/** What of a project also goes out as a letter. */
export const projectLetters = [
  'partyInvited',
  'partyAsked',
  'partyConfirmed',
  'partyAccepted',
  'partyDeclined',
  'partyTurnedDown',
  'partyLeft',
  'projectChecked',
  'projectSentBack',
  'projectStopped',
  'proposalConverted',
  'pledgeProposed',
  'pledgeConfirmed',
  'pledgeWithdrawn',
  'pledgeReceived',
  'seatOffered',
  'decisionOpened',
  'decisionClosed',
  'projectReady',
  'projectHeld',
  'meetingCalled',
  'meetingChanged',
  'meetingCancelled',
  'minutesWritten',
  'pilotApproved',
  'pilotStarted',
  'pilotPaused',
  'pilotEnded',
  'adoptionUsed',
  'adoptionEnded',
  'resultIsDue',
] as const satisfies readonly NoticeKind[];
export type ProjectTold = (typeof projectLetters)[number];

/**
 * Part of another write: the administrators of one body of a project, or of all and its leader, hear what happened,
 * here and by mail, each in their own language; whoever did it does not.
 */
export async function tellProject(
  scope: Scope,
  db: Handle,
  deed: Deed,
  project: About,
  body: string | null,
  kind: ProjectTold,
  told: Told,
): Promise<void> {
  const hearers = await db.$queryRaw<Hearer[]>`
    select id::text, email, locale, slug from project_hearers(${project.id}::uuid, ${body}::uuid)`;
  await tellHearers(scope, db, deed, hearers, project, kind, told);
}

/** Part of another write: these hear what happened, once each, with the way to the place in the project it is about. */
export async function tellHearers(
  scope: Scope,
  db: Handle,
  deed: Deed,
  hearers: readonly Hearer[],
  project: About,
  kind: ProjectTold,
  told: Told,
  place = '',
): Promise<void> {
  const heard = new Set<string>();
  for (const to of hearers) {
    if (scope.isSelf(to.id) || heard.has(to.id)) continue;
    heard.add(to.id);
    const locale = isLocale(to.locale) ? to.locale : defaultLocale;
    const detail = { title: inLocale(project.title, locale), organisation: told.organisation };
    const path = `/${scope.hub.slug}/${to.slug}/projects/${project.slug}${place}`;
    await tell(scope, db, [to.id], { kind, detail, path });
    deed.mail(letterOf(scope, to, kind, { ...told, ...detail, path }));
  }
}

/** Part of another write: those who look at new projects for the hub hear of one. */
export async function tellCheckers(scope: Scope, db: Handle, project: Omit<About, 'id'>) {
  const roles = await db.hubRole.findMany({
    where: { hubId: scope.hub.id, role: { in: ['ASSESSOR', 'HUB_ADMIN'] } },
    select: { personId: true },
  });
  const ids = roles.map(({ personId }) => personId).filter((id) => !scope.isSelf(id));
  const title =
    typeof project.title === 'string' ? project.title : inLocale(project.title, defaultLocale);
  await tell(scope, db, ids, {
    kind: 'projectToCheck',
    detail: { title, organisation: scope.organisation.name },
    path: `/${scope.hub.slug}/house/projects/${project.slug}`,
  });
}

const spoken = { dateStyle: 'full', timeStyle: 'short', hourCycle: 'h23' } as const;
type Facts = Told & { title: string; path: string };

function letterOf(scope: Scope, to: Hearer, kind: ProjectTold, facts: Facts): Letter {
  const locale = isLocale(to.locale) ? to.locale : defaultLocale;
  const t = translator(locale, 'projects');
  const { path, role, at, calendar, words = '', ...rest } = facts;
  const link = `${settings().url}/${locale}${path}`;
  const values = {
    ...rest,
    ...{ words, link, hub: scope.hub.name, said: words === '' ? 'no' : 'yes' },
    role: role ? t(`roles.${role}`) : '',
    when: at ? formatter(locale, scope.hub.zone).dateTime(at, spoken) : '',
  };
  const footer = translator(locale, 'mail')('footer', { hub: scope.hub.name });
  return {
    ...(calendar && { calendar: calendar(link) }),
    to: to.email,
    subject: t(`letters.${kind}.subject`, values),
    text: `${t(`letters.${kind}.text`, values)}\n\n${footer}\n`,
  };
}
