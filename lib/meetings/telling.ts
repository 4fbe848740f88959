import type { Handle } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import type { Scope } from '#lib/platform/scope.ts';
import type { FoundProject } from '#lib/projects/leading.ts';
import { type Hearer, type ProjectTold, tellHearers } from '#lib/projects/telling.ts';
import { calendarFile } from '#lib/workspace/calendar.ts';

export type ToldMeeting = {
  id: string;
  groupId: string;
  revision: number;
  state: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  place: string;
  link: string;
  words: string;
};
type Kind = Extract<
  ProjectTold,
  'meetingCalled' | 'meetingChanged' | 'meetingCancelled' | 'minutesWritten'
>;

/** Part of another write: who sits in the group hears of its meeting, with a file for the calendar where it is about time. */
export async function tellMeeting(
  scope: Scope,
  db: Handle,
  deed: Deed,
  project: FoundProject,
  kind: Kind,
  meeting: ToldMeeting,
): Promise<void> {
  const hearers = await db.$queryRaw<Hearer[]>`
    select id::text, email, locale, slug from group_hears(${meeting.groupId}::uuid)`;
  const told = {
    ...{ organisation: scope.organisation.name, words: meeting.words || meeting.title },
    at: meeting.startsAt,
    ...(kind !== 'minutesWritten' && {
      calendar: (url: string) => meetingCalendar(scope.hub.zone, meeting, url),
    }),
  };
  await tellHearers(scope, db, deed, hearers, project, kind, told, `/meetings/${meeting.id}`);
}

/** A meeting as a file for a calendar; cancelled, it takes itself out again. */
export function meetingCalendar(zone: string, meeting: ToldMeeting, url: string): string {
  const { id, revision, startsAt, endsAt, title, place, link } = meeting;
  const status = meeting.state === 'CANCELLED' ? ('CANCELLED' as const) : ('CONFIRMED' as const);
  const location = [place, link].filter((each) => each !== '').join(', ');
  const facts = { id, revision, status, startsAt, endsAt, zone, url };
  return calendarFile([{ ...facts, summary: title, location, description: link }]);
}
