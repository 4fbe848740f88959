import { bodyNames } from '#lib/needs/reads.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { leads, projectAt } from '#lib/projects/leading.ts';
import { openToParties } from '#lib/projects/moves.ts';
import { type SeatMover, seatMovesFrom } from './moves.ts';

const seat = {
  ...{ id: true, organisationId: true, personId: true, role: true, standsFor: true },
  ...{ votes: true, state: true, fromDay: true, toDay: true, interests: true, endedAt: true },
} as const;

/**
 * The groups of a project, who sits there and who did, and what one can do. Anyone who sees the project may; who was
 * only asked is seen by its parties. @throws NotFound
 */
export async function findGroups(scope: Scope, slug: string) {
  return scope.read('project:read', async (db) => {
    const project = await projectAt(scope, db, slug);
    const where = { hubId: scope.hub.id, projectId: project.id };
    const groups = await db.projectGroup.findMany({
      where,
      include: {
        seats: { select: seat, orderBy: [{ role: 'asc' }, { fromDay: 'asc' }, { id: 'asc' }] },
      },
      orderBy: [{ kind: 'asc' }, { createdAt: 'asc' }],
    });
    const names = await namesOf(db, project.id);
    const seats = groups.flatMap((group) => group.seats);
    const bodies = await bodyNames(
      db,
      seats.map(({ organisationId }) => organisationId),
    );
    const leading = leads(scope, project);
    const open = project.state === 'READY' || openToParties.includes(project.state);
    const { chair } = await sitting(db, project.id);
    return {
      ...{ title: project.title, slug, state: project.state, open },
      mayMake: leading && openToParties.includes(project.state),
      mayName: open && scope.may('party:answer') && (await isIn(scope, db, where)),
      groups: groups.map((group) => ({
        ...group,
        seats: group.seats.map((one) => ({
          ...one,
          person: names.get(one.personId) ?? null,
          body: bodies.get(one.organisationId) ?? null,
          moves: open ? seatMovesFrom(one.state, one.role, sidesIn(scope, one, chair)) : [],
          mayGive: open && one.state === 'ACTIVE' && (leading || chair),
          mine: scope.isSelf(one.personId),
        })),
      })),
    };
  });
}
export type GroupsView = Awaited<ReturnType<typeof findGroups>>;

/** The sides one has in a seat; one's own before an administrator's, and that before the chair's. */
export function sidesIn(
  scope: Scope,
  { personId, organisationId }: { personId: string; organisationId: string },
  chair: boolean,
): SeatMover[] {
  const own = organisationId === scope.organisation.id;
  if (own && scope.isSelf(personId)) return ['self'];
  if (own && scope.may('party:answer')) return ['own'];
  return chair ? ['chair'] : [];
}

/** The people one's own body can name: its members. Its administrators may. */
export async function listOwnPeople(scope: Scope) {
  return scope.read('party:answer', async (db) => {
    const rows = await db.membership.findMany({
      where: { organisationId: scope.organisation.id },
      select: { person: { select: { id: true, name: true } } },
      orderBy: { person: { name: 'asc' } },
    });
    return rows.map(({ person }) => person);
  });
}

/** The names of those who sit or sat in a project's groups; for a page's own read. */
export async function namesOf(db: Handle, projectId: string): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ id: string; name: string }[]>`
    select id::text, name from people_of_project(${projectId}::uuid)`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** How one sits in a project's steering group; for a page's own read. */
export async function sitting(db: Handle, projectId: string) {
  const [row] = await db.$queryRaw<{ chair: boolean; closes: boolean; prepares: boolean }[]>`
    select sits(${projectId}::uuid, '{CHAIR}') as chair,
      sits(${projectId}::uuid, '{CHAIR,DEPUTY}') as closes, prepares(${projectId}::uuid) as prepares`;
  return row ?? { chair: false, closes: false, prepares: false };
}

async function isIn(scope: Scope, db: Handle, where: { hubId: string; projectId: string }) {
  const own = { organisationId: scope.organisation.id, state: 'CONFIRMED' as const };
  return (await db.projectParty.count({ where: { ...where, ...own } })) > 0;
}

/**
 * What a project lacks before it can be put to its steering group, empty when nothing does, and what is confirmed for
 * its first phase; null for who does not see inside it. @throws NotFound
 */
export async function findReadiness(scope: Scope, slug: string) {
  return scope.read('project:read', async (db) => {
    const project = await projectAt(scope, db, slug);
    const [row] = await db.$queryRaw<{ lacks: string[]; cost: bigint; confirmed: bigint }[]>`
      select project_lacks(${project.id}::uuid) as lacks, m.cost, m.confirmed
      from first_phase_money(${project.id}::uuid) m where sees_inside(${project.id}::uuid)`;
    if (!row) return null;
    const { chair } = await sitting(db, project.id);
    return { ...row, leading: leads(scope, project), chair, state: project.state };
  });
}
export type Readiness = NonNullable<Awaited<ReturnType<typeof findReadiness>>>;
