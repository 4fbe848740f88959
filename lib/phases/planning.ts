import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import {
  type FoundProject,
  leads,
  pagesOf,
  projectAt,
  standInLine,
} from '#lib/projects/leading.ts';
import { openToParties } from '#lib/projects/moves.ts';
import { isId } from '#lib/projects/schema.ts';
import type { MilestoneInput, MilestoneMoveInput, PhaseInput } from './schema.ts';

type Own = { hubId: string; projectId: string };

/** A write of whoever leads a project that still lives. @throws Refusal when it is over; NotFound */
async function planning(
  scope: Scope,
  slug: string,
  work: (db: Handle, deed: Deed, project: FoundProject, own: Own) => Promise<void>,
): Promise<void> {
  try {
    await scope.write('project:lead', async (db, deed) => {
      const project = await projectAt(scope, db, slug);
      if (!leads(scope, project)) throw new NotFound('project');
      if (!openToParties.includes(project.state)) {
        throw new Refusal(`projects.refusals.inState.${project.state}`);
      }
      pagesOf(deed, project);
      await standInLine(db, project);
      await work(db, deed, project, { hubId: scope.hub.id, projectId: project.id });
    });
  } catch (error) {
    if (refusedBy(error, 'no_overlap_in_a_track')) {
      throw new Refusal('refusals.invalid', { startsOn: 'phases.refusals.overlap' });
    }
    if (refusedBy(error, 'deliverables_are_there')) throw new Refusal('phases.refusals.lacks');
    throw error;
  }
}

/**
 * Plans a phase, or plans one anew that has not begun. Whoever leads may; on one track phases do not overlap, and there
 * may be time between them. @throws Refusal when they would, it has begun, or somebody saved before; NotFound
 */
export async function savePhase(scope: Scope, slug: string, input: PhaseInput): Promise<void> {
  await planning(scope, slug, async (db, deed, project, own) => {
    const { id, revision, track, deliverables, startsOn, endsOn, ...said } = input;
    const trackId = await trackAt(db, own, track);
    const days = { startsOn: new Date(startsOn), endsOn: new Date(endsOn) };
    const data = { ...said, ...days, revision: revision + 1 };
    const where = { ...own, id, state: 'PLANNED' as const, revision, trackId };
    const { count } =
      revision === 0
        ? await db.projectPhase.createMany({ data: { ...own, ...data, id, trackId } })
        : await db.projectPhase.updateMany({ where, data });
    if (count === 0) throw new Refusal('phases.refusals.stale');
    const mine = { hubId: own.hubId, phaseId: id };
    await db.phaseDeliverable.deleteMany({ where: mine });
    const rows = deliverables.map((title, n) => ({ ...mine, number: n + 1, title }));
    await db.phaseDeliverable.createMany({ data: rows });
    deed.record('phasePlanned', 'project', project.id, { name: input.name });
  });
}

/** The track of that name; made when there is none. */
async function trackAt(db: Handle, own: Own, name: string): Promise<string> {
  const tracks = await db.projectTrack.findMany({ where: own });
  const found = tracks.find((one) => one.name === name);
  if (found) return found.id;
  const id = crypto.randomUUID();
  await db.projectTrack.createMany({ data: { ...own, id, name, position: tracks.length + 1 } });
  return id;
}

/** Throws a phase away that has not begun. Whoever leads may. @throws NotFound */
export async function dropPhase(scope: Scope, slug: string, id: string): Promise<void> {
  if (!isId(id)) throw new NotFound('phase');
  await planning(scope, slug, async (db, deed, project, own) => {
    const where = { ...own, id, state: 'PLANNED' as const };
    const { count } = await db.projectPhase.deleteMany({ where });
    if (count === 0) throw new NotFound('phase');
    deed.record('phaseDropped', 'project', project.id);
  });
}

/** Says what of a phase is there; the rest is not. Whoever leads may, until it is done. @throws NotFound */
export async function tickDeliverables(
  scope: Scope,
  slug: string,
  phaseId: string,
  done: readonly number[],
): Promise<void> {
  if (!isId(phaseId)) throw new NotFound('phase');
  await planning(scope, slug, async (db, deed, project, own) => {
    const phase = await db.projectPhase.findFirst({ where: { ...own, id: phaseId } });
    if (!phase || phase.state === 'DONE') throw new NotFound('phase');
    const where = { hubId: own.hubId, phaseId };
    const signed = { doneAt: dateOf(now()), doneById: scope.person.id };
    const there = { number: { in: [...done] } };
    await db.phaseDeliverable.updateMany({
      where: { ...where, ...there, doneAt: null },
      data: signed,
    });
    await db.phaseDeliverable.updateMany({
      where: { ...where, NOT: there },
      data: { doneAt: null, doneById: null },
    });
    deed.record('deliverablesTicked', 'project', project.id, { name: phase.name });
  });
}

/** Brings a phase to its gate, where its steering group decides. Whoever leads may. @throws Refusal while something lacks */
export async function bringToGate(scope: Scope, slug: string, id: string): Promise<void> {
  if (!isId(id)) throw new NotFound('phase');
  await planning(scope, slug, async (db, deed, project, own) => {
    const { count } = await db.projectPhase.updateMany({
      where: { ...own, id, state: 'ACTIVE' },
      data: { state: 'GATE', revision: { increment: 1 } },
    });
    if (count === 0) throw new Refusal('phases.refusals.notActive');
    deed.record('phaseAtGate', 'project', project.id);
  });
}

/** Plans a milestone of a party. Whoever leads may. @throws Refusal for a body that is no party */
export async function addMilestone(
  scope: Scope,
  slug: string,
  input: MilestoneInput,
): Promise<void> {
  await planning(scope, slug, async (db, deed, project, own) => {
    const party = { organisationId: input.owner, state: 'CONFIRMED' as const };
    if ((await db.projectParty.count({ where: { ...own, ...party } })) === 0) {
      throw new Refusal('refusals.invalid', { owner: 'phases.refusals.owner' });
    }
    const { id, owner, onDay, ...said } = input;
    const data = { ...own, ...said, id, organisationId: owner, onDay: new Date(onDay) };
    await db.projectMilestone.createMany({ data, skipDuplicates: true });
    deed.record('milestonePlanned', 'project', project.id, { title: input.title });
  });
}

/** Says what becomes of a milestone: it is there, missed, or moved; moved it keeps the day it had and why. Whoever leads may. */
export async function moveMilestone(
  scope: Scope,
  slug: string,
  id: string,
  { what, onDay, reason }: MilestoneMoveInput,
): Promise<void> {
  if (!isId(id)) throw new NotFound('milestone');
  await planning(scope, slug, async (db, deed, project, own) => {
    const found = await db.projectMilestone.findFirst({ where: { ...own, id } });
    if (!found) throw new NotFound('milestone');
    if (found.state !== 'PLANNED') throw new Refusal('phases.refusals.over');
    if (what === 'MOVED') {
      if (found.onDay.toISOString().slice(0, 10) === onDay) {
        throw new Refusal('refusals.invalid', { onDay: 'phases.refusals.sameDay' });
      }
      await db.$queryRaw`select move_milestone(${id}::uuid, ${onDay}::date, ${reason})`;
    } else {
      const data = { state: what, endedAt: dateOf(now()) };
      await db.projectMilestone.updateMany({ where: { ...own, id, state: 'PLANNED' }, data });
    }
    deed.record('milestoneMoved', 'project', project.id, { title: found.title, what });
  });
}
