import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { type FoundProject, projectAt } from '#lib/projects/leading.ts';
import { openToParties } from '#lib/projects/moves.ts';
import { isId } from '#lib/projects/schema.ts';
import { localInstant } from '#lib/workspace/rules.ts';
import { refusingMeeting } from './doors.ts';
import type { CallInput, ChangeInput, ItemInput } from './schema.ts';
import { tellMeeting } from './telling.ts';

/**
 * Calls a group together; who sits there hears of it, with a file for the calendar. Whoever leads the project may, and
 * who chairs or writes for the group. Times are the hub's. @throws Refusal for a time that is over; NotFound
 */
export async function callMeeting(scope: Scope, slug: string, input: CallInput): Promise<void> {
  await refusingMeeting(() =>
    scope.write('seat:sit', async (db, deed) => {
      const project = await projectAt(scope, db, slug);
      if (project.state !== 'READY' && !openToParties.includes(project.state)) {
        throw new Refusal(`projects.refusals.inState.${project.state}`);
      }
      await mustCall(db, input.group);
      const times = timesOf(scope, input);
      const { id, group: groupId, language, title, place, link, agenda } = input;
      const own = { hubId: scope.hub.id, projectId: project.id };
      const meeting = { id, groupId, language, title, place, link, ...times };
      await db.meeting.createMany({ data: { ...own, ...meeting, byId: scope.person.id } });
      await db.meetingItem.createMany({
        data: agenda.map((item, n) => ({
          ...{ hubId: own.hubId, id: crypto.randomUUID(), meetingId: id },
          ...{ position: n + 1, title: item },
        })),
      });
      const told = { ...meeting, revision: 1, state: 'CALLED', words: '' };
      await tellMeeting(scope, db, deed, project, 'meetingCalled', told);
      deed.record('meetingCalled', 'project', project.id, { title });
    }),
  );
}

/** Gives a meeting another time, place or name; who sits there hears of it. Who calls it may, until it is minuted. @throws Refusal, NotFound */
export async function changeMeeting(
  scope: Scope,
  slug: string,
  id: string,
  { revision, title, place, link, ...when }: ChangeInput,
): Promise<void> {
  await arranging(scope, slug, id, async (db, deed, project, meeting) => {
    if (meeting.state !== 'CALLED') throw new Refusal('meetings.refusals.moved');
    const data = { title, place, link, ...timesOf(scope, when), revision: revision + 1 };
    const where = { hubId: scope.hub.id, id, revision, state: 'CALLED' as const };
    const { count } = await db.meeting.updateMany({ where, data });
    if (count === 0) throw new Refusal('meetings.refusals.stale');
    await tellMeeting(scope, db, deed, project, 'meetingChanged', { ...meeting, ...data });
    deed.record('meetingChanged', 'project', project.id, { title });
  });
}

/** Cancels a meeting, with the reason; who sits there hears of it. Who calls it may. @throws Refusal, NotFound */
export async function cancelMeeting(
  scope: Scope,
  slug: string,
  id: string,
  words: string,
): Promise<void> {
  await arranging(scope, slug, id, async (db, deed, project, meeting) => {
    const where = { hubId: scope.hub.id, id, state: 'CALLED' as const };
    const data = { state: 'CANCELLED' as const, words, revision: meeting.revision + 1 };
    const { count } = await db.meeting.updateMany({ where, data });
    if (count === 0) throw new Refusal('meetings.refusals.moved');
    await tellMeeting(scope, db, deed, project, 'meetingCancelled', { ...meeting, ...data });
    deed.record('meetingCancelled', 'project', project.id, { title: meeting.title });
  });
}

/** Puts an item on the agenda, or says anew what it is, in its place among the others. Who calls the meeting may. @throws Refusal, NotFound */
export async function saveItem(
  scope: Scope,
  slug: string,
  meetingId: string,
  input: ItemInput,
): Promise<void> {
  await arranging(scope, slug, meetingId, async (db, deed, project) => {
    const { id, title, words, position } = input;
    const own = { hubId: scope.hub.id, meetingId };
    const others = await db.meetingItem.findMany({
      where: { ...own, NOT: { id } },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { id: true },
    });
    const data = { title, words, position, decisionId: input.decision || null };
    const { count } = await db.meetingItem.updateMany({ where: { ...own, id }, data });
    if (count === 0) await db.meetingItem.createMany({ data: { ...own, id, ...data } });
    const order = others.map((each) => each.id).toSpliced(position - 1, 0, id);
    await place(db, own, order);
    deed.record('agendaChanged', 'project', project.id, { title });
  });
}

/** Takes an item off the agenda. Who calls the meeting may. @throws Refusal, NotFound */
export async function dropItem(
  scope: Scope,
  slug: string,
  meetingId: string,
  id: string,
): Promise<void> {
  if (!isId(id)) throw new NotFound('item');
  await arranging(scope, slug, meetingId, async (db, deed, project) => {
    const own = { hubId: scope.hub.id, meetingId };
    const { count } = await db.meetingItem.deleteMany({ where: { ...own, id, minutes: '' } });
    if (count === 0) throw new NotFound('item');
    const left = await db.meetingItem.findMany({
      where: own,
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    });
    await place(
      db,
      own,
      left.map((each) => each.id),
    );
    deed.record('agendaChanged', 'project', project.id);
  });
}

async function place(db: Handle, own: { hubId: string; meetingId: string }, order: string[]) {
  for (const [n, id] of order.entries()) {
    await db.meetingItem.updateMany({ where: { ...own, id }, data: { position: n + 1 } });
  }
}

type Called = NonNullable<Awaited<ReturnType<Handle['meeting']['findFirst']>>>;

/** A write of who calls a meeting; two of them stand in line. @throws NotFound */
async function arranging(
  scope: Scope,
  slug: string,
  id: string,
  work: (db: Handle, deed: Deed, project: FoundProject, meeting: Called) => Promise<void>,
): Promise<void> {
  if (!isId(id)) throw new NotFound('meeting');
  await refusingMeeting(() =>
    scope.write('seat:sit', async (db, deed) => {
      const project = await projectAt(scope, db, slug);
      const where = { hubId: scope.hub.id, projectId: project.id, id };
      await db.$queryRaw`select id from meeting where hub_id = ${where.hubId}::uuid and id = ${id}::uuid for update`;
      const meeting = await db.meeting.findFirst({ where });
      if (!meeting) throw new NotFound('meeting');
      await mustCall(db, meeting.groupId);
      await work(db, deed, project, meeting);
    }),
  );
}

async function mustCall(db: Handle, group: string): Promise<void> {
  const [row] = await db.$queryRaw<{ calls: boolean }[]>`
    select calls_meetings(${group}::uuid) as calls`;
  if (!row?.calls) throw new NotFound('meeting');
}

function timesOf(scope: Scope, { day, from, to }: { day: string; from: string; to: string }) {
  const startsAt = localInstant(day, from, scope.hub.zone, 'from');
  const endsAt = localInstant(day, to, scope.hub.zone, 'to');
  if (endsAt.epochMilliseconds <= now().epochMilliseconds) {
    throw new Refusal('refusals.invalid', { day: 'meetings.refusals.isOver' });
  }
  return { startsAt: dateOf(startsAt), endsAt: dateOf(endsAt) };
}
