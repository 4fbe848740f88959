import { dateOf, today } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { demoMeetings } from '#prisma/seed/meetings.ts';
import { demoSteering } from '#prisma/seed/steering.ts';
import { idOf } from './ids.ts';

const { hub, project, groups } = demoSteering;
const own = { hubId: idOf('hub', hub), projectId: idOf('project', project) };

/** The meetings of the demo project's groups: one approved, one to approve, one ahead. */
export async function loadMeetings(db: Handle): Promise<void> {
  for (const one of demoMeetings) await loadMeeting(db, one);
}

type One = (typeof demoMeetings)[number];

async function loadMeeting(db: Handle, one: One): Promise<void> {
  const id = idOf('meeting', one.title);
  const day = today('Europe/Stockholm').add({ days: one.days });
  const starts = day.toZonedDateTime({
    timeZone: 'Europe/Stockholm',
    plainTime: `${one.from}`.padStart(2, '0'),
  });
  const startsAt = dateOf(starts.toInstant());
  const endsAt = dateOf(starts.add({ minutes: one.minutes }).toInstant());
  const by = idOf('person', one.by);
  const held = one.state !== 'CALLED';
  await db.meeting.createMany({
    data: {
      ...{ ...own, id, groupId: idOf('group', one.group), state: one.state, language: 'sv' },
      ...{ title: one.title, startsAt, endsAt, place: one.place, byId: by, minutes: one.whole },
      ...(held && { minutesAt: endsAt, minutesById: by }),
      ...(one.approvedBy && { approvedAt: endsAt, approvedById: idOf('person', one.approvedBy) }),
    },
  });
  await db.meetingItem.createMany({
    data: one.items.map(({ title, words, said }, n) => ({
      ...{ hubId: own.hubId, id: idOf('item', `${one.title}-${title}`), meetingId: id },
      ...{ position: n + 1, title, words, minutes: said },
    })),
  });
  if (held) await loadAttendance(db, id, one);
}

async function loadAttendance(db: Handle, meetingId: string, one: One): Promise<void> {
  const seats = groups.find(({ kind }) => kind === one.group)?.seats ?? [];
  await db.meetingAttendance.createMany({
    data: seats.map(({ person }) => ({
      ...{ hubId: own.hubId, meetingId, seatId: idOf('seat', `${one.group}-${person}`) },
      wasThere: !(one.absent as readonly string[]).includes(person),
    })),
  });
}
