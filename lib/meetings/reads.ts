import { bodyNames } from '#lib/needs/reads.ts';
import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { projectAt } from '#lib/projects/leading.ts';
import { openToParties } from '#lib/projects/moves.ts';
import { isId } from '#lib/projects/schema.ts';
import { namesOf } from '#lib/steering/reads.ts';
import { meetingMovesFrom } from './moves.ts';

const brief = {
  ...{ id: true, groupId: true, state: true, language: true, title: true, startsAt: true },
  ...{ endsAt: true, place: true, link: true, words: true },
} as const;
/** Most that are listed of those that are over. */
const most = 60;

/**
 * The meetings of a project's groups: what lies ahead first, then what was, the newest first; and for which groups one
 * can call. Its bodies of care, who sits in the group and the hub may. @throws NotFound
 */
export async function listMeetings(scope: Scope, slug: string) {
  return scope.read('project:read', async (db) => {
    const project = await projectAt(scope, db, slug);
    const where = { hubId: scope.hub.id, projectId: project.id };
    const at = dateOf(now());
    const ahead = await db.meeting.findMany({
      where: { ...where, state: 'CALLED', endsAt: { gt: at } },
      select: brief,
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    });
    const over = await db.meeting.findMany({
      where: { ...where, OR: [{ state: { not: 'CALLED' } }, { endsAt: { lte: at } }] },
      select: brief,
      orderBy: [{ startsAt: 'desc' }, { id: 'asc' }],
      take: most,
    });
    const groups = await db.projectGroup.findMany({
      where,
      select: { id: true, name: true, language: true, meetingsAYear: true },
      orderBy: [{ kind: 'asc' }, { createdAt: 'asc' }],
    });
    const open = project.state === 'READY' || openToParties.includes(project.state);
    const calls = open ? await callsFor(db, where) : new Set<string>();
    return {
      ...{ title: project.title, slug, ahead, over, groups },
      callable: groups.filter(({ id }) => calls.has(id)),
    };
  });
}

async function callsFor(db: Handle, { hubId, projectId }: { hubId: string; projectId: string }) {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select id::text from project_group where hub_id = ${hubId}::uuid and project_id = ${projectId}::uuid
      and calls_meetings(id)`;
  return new Set(rows.map(({ id }) => id));
}

/**
 * A meeting with its agenda, who comes or was there, and what one can do. Whoever reads the list may. @throws NotFound
 */
export async function findMeeting(scope: Scope, slug: string, id: string) {
  if (!isId(id)) throw new NotFound('meeting');
  return scope.read('project:read', async (db) => {
    const project = await projectAt(scope, db, slug);
    const where = { hubId: scope.hub.id, projectId: project.id };
    const found = await db.meeting.findFirst({
      where: { ...where, id },
      include: {
        items: { orderBy: [{ position: 'asc' }, { id: 'asc' }] },
        ...{ answers: true, attendance: true, group: { select: { name: true, language: true } } },
      },
    });
    if (!found) throw new NotFound('meeting');
    const seats = await seatsOf(scope, db, found);
    const calls = (await callsFor(db, where)).has(found.groupId);
    const wasThere = seats.some((seat) => seat.mine && seat.wasThere);
    const begun = found.startsAt <= dateOf(now());
    const mine = found.minutesById !== null && scope.isSelf(found.minutesById);
    const names = await namesOf(db, project.id);
    return {
      ...{ ...found, seats, calls, begun, over: found.endsAt <= dateOf(now()) },
      project: { title: project.title, slug },
      items: await withDecisions(db, where.hubId, found.items),
      decisions: calls ? await decisionsOf(db, where) : [],
      minutesBy: found.minutesById && (names.get(found.minutesById) ?? null),
      approvedBy: found.approvedById && (names.get(found.approvedById) ?? null),
      moves: meetingMovesFrom({ state: found.state, begun, mine }, { calls, wasThere }),
    };
  });
}
export type MeetingView = Awaited<ReturnType<typeof findMeeting>>;

type Found = {
  groupId: string;
  answers: { seatId: string; answer: 'COMING' | 'NOT_COMING' }[];
  attendance: { seatId: string; wasThere: boolean }[];
};

/** Who sits there now; once it is minuted, whom the minutes name. */
async function seatsOf(scope: Scope, db: Handle, { groupId, answers, attendance }: Found) {
  const noted = attendance.map(({ seatId }) => seatId);
  const rows = await db.groupSeat.findMany({
    where: {
      ...{ hubId: scope.hub.id, groupId },
      ...(noted.length > 0 ? { id: { in: noted } } : { state: 'ACTIVE' }),
    },
    select: { id: true, projectId: true, personId: true, organisationId: true, role: true },
    orderBy: [{ role: 'asc' }, { fromDay: 'asc' }, { id: 'asc' }],
  });
  const names = rows[0] ? await namesOf(db, rows[0].projectId) : new Map<string, string>();
  const bodies = await bodyNames(
    db,
    rows.map(({ organisationId }) => organisationId),
  );
  return rows.map(({ id, personId, organisationId, role }) => ({
    ...{ id, role, person: names.get(personId) ?? null, body: bodies.get(organisationId) ?? null },
    answer: answers.find(({ seatId }) => seatId === id)?.answer ?? null,
    wasThere: attendance.find(({ seatId }) => seatId === id)?.wasThere ?? null,
    mine: scope.isSelf(personId) && organisationId === scope.organisation.id,
  }));
}

async function decisionsOf(db: Handle, where: { hubId: string; projectId: string }) {
  return db.decision.findMany({
    where,
    select: { id: true, number: true, title: true, state: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  });
}

type Item = { decisionId: string | null };

/** The items, each with its decision as far as one may read it. */
async function withDecisions<I extends Item>(db: Handle, hubId: string, items: readonly I[]) {
  const ids = items.flatMap(({ decisionId }) => decisionId ?? []);
  const found = await db.decision.findMany({
    where: { hubId, id: { in: ids } },
    select: { id: true, number: true, title: true, state: true, language: true },
  });
  const by = new Map(found.map((each) => [each.id, each]));
  return items.map((item) => ({ ...item, decision: by.get(item.decisionId ?? '') ?? null }));
}
