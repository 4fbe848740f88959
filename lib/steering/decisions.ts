import { bodyNames } from '#lib/needs/reads.ts';
import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { projectAt } from '#lib/projects/leading.ts';
import { isId } from '#lib/projects/schema.ts';
import { kindsFor } from './moves.ts';
import { namesOf, sitting } from './reads.ts';

const inList = {
  ...{ id: true, number: true, kind: true, state: true, language: true, title: true },
  ...{ wording: true, answerBy: true, closedAt: true, dueOn: true, ownerId: true },
} as const;

/**
 * The decisions of a project: those being answered, drafts one prepares, and what was decided, the newest first. Its
 * bodies of care may, everyone else who sees the project what was adopted. @throws NotFound
 */
export async function listDecisions(scope: Scope, slug: string) {
  return scope.read('project:read', async (db) => {
    const project = await projectAt(scope, db, slug);
    const rows = await db.decision.findMany({
      where: { hubId: scope.hub.id, projectId: project.id },
      select: { ...inList, positions: { select: { position: true, organisationId: true } } },
      orderBy: [{ closedAt: { sort: 'desc', nulls: 'first' } }, { createdAt: 'desc' }],
    });
    const bodies = await bodyNames(
      db,
      rows.flatMap(({ ownerId }) => (ownerId ? [ownerId] : [])),
    );
    const { prepares } = await sitting(db, project.id);
    return {
      ...{ title: project.title, slug, state: project.state },
      mayDraft: prepares && !['COMPLETED', 'STOPPED'].includes(project.state),
      decisions: rows.map(({ positions, ownerId, ...row }) => ({
        ...row,
        owner: ownerId ? (bodies.get(ownerId) ?? null) : null,
        answered: positions.filter(({ position }) => position).length,
        asked: positions.length,
        /** Whether one's own party has still to answer. */
        waits:
          row.state === 'OPEN' &&
          positions.some(
            ({ position, organisationId }) => !position && organisationId === scope.organisation.id,
          ),
      })),
    };
  });
}
export type DecisionsView = Awaited<ReturnType<typeof listDecisions>>;

/** One decision with what each party says to it, as far as one may read it. @throws NotFound */
export async function findDecision(scope: Scope, slug: string, id: string) {
  if (!isId(id)) throw new NotFound('decision');
  return scope.read('project:read', async (db) => {
    const project = await projectAt(scope, db, slug);
    const decision = await db.decision.findFirst({
      where: { hubId: scope.hub.id, projectId: project.id, id },
      include: {
        phase: { select: { name: true, startsOn: true, endsOn: true } },
        pilot: { select: { id: true, place: true } },
        supersedes: { select: { id: true, number: true, title: true } },
        superseded: {
          where: { state: 'ADOPTED' },
          select: { id: true, number: true, title: true },
        },
        positions: { orderBy: { organisationId: 'asc' } },
      },
    });
    if (!decision) throw new NotFound('decision');
    const names = await namesOf(db, project.id);
    const bodies = await bodyNames(db, [
      ...decision.positions.map(({ organisationId }) => organisationId),
      ...(decision.ownerId ? [decision.ownerId] : []),
    ]);
    const { closes, prepares } = await sitting(db, project.id);
    const open = decision.state === 'OPEN';
    const inTime = !decision.answerBy || dateOf(now()) <= decision.answerBy;
    const own = decision.positions.find((one) => one.organisationId === scope.organisation.id);
    return {
      ...decision,
      project: { title: project.title, slug, state: project.state },
      owner: decision.ownerId ? (bodies.get(decision.ownerId) ?? null) : null,
      own: own ?? null,
      mayAnswer: open && inTime && Boolean(own) && (await votes(scope, db, project.id)),
      mayClose: open && closes,
      mayOpen: decision.state === 'DRAFT' && prepares,
      overdue: open && !inTime,
      positions: decision.positions.map((one) => ({
        ...one,
        body: bodies.get(one.organisationId) ?? null,
        person: one.byId ? (names.get(one.byId) ?? null) : null,
      })),
    };
  });
}
export type DecisionView = Awaited<ReturnType<typeof findDecision>>;

async function votes(scope: Scope, db: Handle, projectId: string): Promise<boolean> {
  const where = { hubId: scope.hub.id, projectId, personId: scope.person.id };
  const own = { organisationId: scope.organisation.id, votes: true, state: 'ACTIVE' as const };
  return (await db.groupSeat.count({ where: { ...where, ...own } })) > 0;
}

/** What a decision could be about, for its form. Who prepares decisions may. @throws NotFound */
export async function findChoices(scope: Scope, slug: string) {
  return scope.read('seat:sit', async (db) => {
    const project = await projectAt(scope, db, slug);
    const { prepares } = await sitting(db, project.id);
    if (!prepares) throw new NotFound('project');
    const where = { hubId: scope.hub.id, projectId: project.id };
    const phases = await db.projectPhase.findMany({
      where,
      select: { id: true, name: true, state: true },
      orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
    });
    const parties = await db.projectParty.findMany({ where: { ...where, state: 'CONFIRMED' } });
    const names = await bodyNames(
      db,
      parties.map(({ organisationId }) => organisationId),
    );
    const paused = await db.pilot.findMany({
      where: { ...where, state: 'PAUSED' },
      select: { id: true, place: true, organisationId: true },
      orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
    });
    const sites = await bodyNames(
      db,
      paused.map(({ organisationId }) => organisationId),
    );
    const adopted = await db.decision.findMany({
      where: { ...where, state: 'ADOPTED', kind: { in: ['GENERAL', 'CHARTER'] } },
      select: { id: true, number: true, title: true },
      orderBy: { number: 'desc' },
    });
    return {
      ...{ title: project.title, state: project.state, adopted },
      kinds: kindsFor(project.state, phases, paused.length),
      pilots: paused.map(({ id, place, organisationId }) => ({
        ...{ id, name: `${sites.get(organisationId) ?? ''}, ${place}` },
      })),
      phases: phases.filter(({ state }) => state !== 'ACTIVE'),
      bodies: [...names].map(([id, name]) => ({ id, name })),
    };
  });
}
export type DecisionChoices = Awaited<ReturnType<typeof findChoices>>;
