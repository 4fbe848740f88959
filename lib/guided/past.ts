import { dateOf, instantOf, now } from '#lib/platform/clock.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { isId } from '#lib/workspace/schema.ts';
import type { AttendanceInput } from './schema.ts';

/** Visits a page of the past holds. */
const pageSize = 30;

/** What a month of visits came to: groups and people booked, those who came, and groups of whom nobody did. */
export type MonthOfVisits = {
  month: string;
  groups: number;
  booked: number;
  /** Of the groups that have been ticked. */
  came: number;
  noShows: number;
  unticked: number;
};

/**
 * Sessions that have been, the last on top, thirty a page, with their groups; and figures of the last twelve months
 * with visits, by the hub's zone. The house's hosts may.
 */
export async function listPastSessions(scope: Scope, page: number) {
  const hubId = scope.hub.id;
  const at = dateOf(now());
  return scope.read('guided:arrange', async (db) => {
    const rows = await db.guidedSession.findMany({
      where: { hubId, state: 'OPEN', endsAt: { lte: at } },
      include: {
        demo: { select: { title: true, owner: { select: { name: true } } } },
        place: { select: { name: true, site: { select: { zone: true } } } },
        groups: {
          where: { state: 'OPEN' },
          select: {
            ...{ id: true, size: true, came: true, guestName: true },
            organisation: { select: { name: true } },
          },
        },
      },
      orderBy: [{ startsAt: 'desc' }, { id: 'asc' }],
      skip: (page - 1) * pageSize,
      take: pageSize + 1,
    });
    const months = await db.$queryRaw<MonthOfVisits[]>`
      select to_char(s.starts_at at time zone ${scope.hub.zone}, 'YYYY-MM') as month, count(*)::int as groups,
        sum(g.size)::int as booked, coalesce(sum(g.came), 0)::int as came,
        count(*) filter (where g.came = 0)::int as "noShows", count(*) filter (where g.came is null)::int as unticked
      from guided_session s join guided_group g on g.hub_id = s.hub_id and g.session_id = s.id and g.state = 'OPEN'
      where s.hub_id = ${hubId}::uuid and s.state = 'OPEN' and s.ends_at <= ${at}
      group by 1 order by 1 desc limit 12`;
    return { sessions: rows.slice(0, pageSize), more: rows.length > pageSize, page, months };
  });
}

/** Ticks how many of each group came, once a session has begun. The house's hosts may. @throws NotFound; Refusal before */
export async function tickAttendance(
  scope: Scope,
  id: string,
  { came }: AttendanceInput,
): Promise<void> {
  if (!isId(id)) throw new NotFound('session');
  await scope.write('guided:arrange', async (db, deed) => {
    const hubId = scope.hub.id;
    const session = await db.guidedSession.findFirst({ where: { hubId, id, state: 'OPEN' } });
    if (!session) throw new NotFound('session');
    if (instantOf(session.startsAt).epochMilliseconds > now().epochMilliseconds) {
      throw new Refusal('guided.refusals.notYet');
    }
    for (const [group, count] of Object.entries(came)) {
      if (!isId(group)) throw new NotFound('guided');
      const where = { hubId, id: group, sessionId: id, state: 'OPEN' as const };
      const ticked = await db.guidedGroup.updateMany({ where, data: { came: count } });
      if (ticked.count === 0) throw new NotFound('guided');
    }
    deed.record('guidedTicked', 'session', id);
  });
}
