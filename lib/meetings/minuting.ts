import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { type FoundProject, projectAt } from '#lib/projects/leading.ts';
import { isId } from '#lib/projects/schema.ts';
import { refusingMeeting } from './doors.ts';
import type { Answer } from './moves.ts';
import type { MinutesInput } from './schema.ts';
import { tellMeeting } from './telling.ts';

type Met = NonNullable<Awaited<ReturnType<Handle['meeting']['findFirst']>>>;

/** Says whether one comes, changeable until it is over. Who sits in the group may, for themselves. @throws Refusal, NotFound */
export async function answerMeeting(
  scope: Scope,
  slug: string,
  id: string,
  answer: Answer,
): Promise<void> {
  await meeting(scope, slug, id, async (db, deed, project, met) => {
    const hubId = scope.hub.id;
    const seat = await db.groupSeat.findFirst({
      where: {
        ...{ hubId, groupId: met.groupId, state: 'ACTIVE' },
        ...{ personId: scope.person.id, organisationId: scope.organisation.id },
      },
    });
    if (!seat) throw new NotFound('seat');
    if (met.state !== 'CALLED') throw new Refusal('meetings.refusals.moved');
    const key = { hubId, meetingId: id, seatId: seat.id };
    const data = { answer, at: dateOf(now()) };
    const { count } = await db.meetingReply.updateMany({ where: key, data });
    if (count === 0) await db.meetingReply.createMany({ data: { ...key, ...data } });
    deed.record('meetingAnswered', 'project', project.id, { title: met.title });
  });
}

/**
 * Writes the minutes of a meeting that has begun, of each item and of the whole, and who was there; who sits in the
 * group hears when they are there first. Who calls it may, until they are approved. @throws Refusal when somebody saved
 * meanwhile; NotFound
 */
export async function writeMinutes(
  scope: Scope,
  slug: string,
  id: string,
  { revision, minutes, there, said }: MinutesInput,
): Promise<void> {
  await meeting(scope, slug, id, async (db, deed, project, met) => {
    const [row] = await db.$queryRaw<{ calls: boolean }[]>`
      select calls_meetings(${met.groupId}::uuid) as calls`;
    if (!row?.calls) throw new NotFound('meeting');
    const signed = { minutesAt: dateOf(now()), minutesById: scope.person.id };
    const data = { ...signed, minutes, state: 'HELD' as const, revision: revision + 1 };
    const { count } = await db.meeting.updateMany({
      where: { hubId: scope.hub.id, id, revision, state: { in: ['CALLED', 'HELD'] } },
      data,
    });
    if (count === 0) throw new Refusal('meetings.refusals.stale');
    for (const [item, words] of said) {
      if (!isId(item)) continue;
      const where = { hubId: scope.hub.id, meetingId: id, id: item };
      const kept = words.replaceAll('\0', '').replace(/\r\n?/g, '\n').trim();
      await db.meetingItem.updateMany({ where, data: { minutes: kept } });
    }
    await noteWhoWasThere(scope, db, met, there);
    if (met.state === 'CALLED') {
      await tellMeeting(scope, db, deed, project, 'minutesWritten', { ...met, words: '' });
    }
    deed.record('meetingMinuted', 'project', project.id, { title: met.title });
  });
}

/** Everyone who sits in the group now, each there or not; once noted, the same people. */
async function noteWhoWasThere(scope: Scope, db: Handle, met: Met, there: readonly string[]) {
  const key = { hubId: scope.hub.id, meetingId: met.id };
  const noted = await db.meetingAttendance.findMany({ where: key });
  if (noted.length === 0) {
    const seats = await db.groupSeat.findMany({
      where: { hubId: key.hubId, groupId: met.groupId, state: 'ACTIVE' },
      select: { id: true },
    });
    const data = seats.map(({ id }) => ({ ...key, seatId: id, wasThere: there.includes(id) }));
    await db.meetingAttendance.createMany({ data });
    return;
  }
  for (const wasThere of [true, false]) {
    const which = wasThere ? { in: [...there] } : { notIn: [...there] };
    const where = { ...key, seatId: which, wasThere: !wasThere };
    await db.meetingAttendance.updateMany({ where, data: { wasThere } });
  }
}

/** Approves the minutes; nobody changes them after. Who was there may, and did not write them. @throws Refusal, NotFound */
export async function approveMinutes(
  scope: Scope,
  slug: string,
  id: string,
  revision: number,
): Promise<void> {
  await meeting(scope, slug, id, async (db, deed, project, met) => {
    const { count } = await db.meeting.updateMany({
      where: { hubId: scope.hub.id, id, state: 'HELD', revision },
      data: { state: 'APPROVED', approvedAt: dateOf(now()), approvedById: scope.person.id },
    });
    if (count === 0 && (met.state !== 'HELD' || met.revision !== revision)) {
      throw new Refusal('meetings.refusals.stale');
    }
    if (count === 0) throw new NotFound('meeting');
    deed.record('minutesApproved', 'project', project.id, { title: met.title });
  });
}

async function meeting(
  scope: Scope,
  slug: string,
  id: string,
  work: (db: Handle, deed: Deed, project: FoundProject, met: Met) => Promise<void>,
): Promise<void> {
  if (!isId(id)) throw new NotFound('meeting');
  await refusingMeeting(() =>
    scope.write('seat:sit', async (db, deed) => {
      const project = await projectAt(scope, db, slug);
      const met = await db.meeting.findFirst({
        where: { hubId: scope.hub.id, projectId: project.id, id },
      });
      if (!met) throw new NotFound('meeting');
      await work(db, deed, project, met);
    }),
  );
}
