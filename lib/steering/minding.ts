import { dateOf, now, todayDate } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import { Refusal } from '#lib/platform/errors.ts';
import { logFault } from '#lib/platform/log.ts';
import { enterSystem, type Scope } from '#lib/platform/scope.ts';

/** How long somebody can think about a seat. */
const days = 30;

/**
 * Lets seats lapse that nobody has answered for in thirty days, and brings phases to their gate whose last day is over
 * in the hub's zone and whose deliverables are all there: the clock proposes, a decision moves on. Run every hour; of
 * several at once one does each.
 */
export async function mindProjects(): Promise<void> {
  const system = await enterSystem(null, 'projects');
  const hubs = await system.read('system:work', (db) =>
    db.hub.findMany({ select: { slug: true } }),
  );
  for (const { slug } of hubs) {
    try {
      const scope = await enterSystem(slug, 'projects');
      await lapseSeats(scope);
      await endPhases(scope);
    } catch (error) {
      // One hub's trouble is not the others'.
      logFault(error, 'projects');
    }
  }
}

async function lapseSeats(scope: Scope): Promise<void> {
  const before = dateOf(now().subtract({ hours: 24 * days }));
  const where = { hubId: scope.hub.id, state: 'INVITED', namedAt: { lt: before } } as const;
  const due = await scope.read('system:work', (db) => db.groupSeat.findMany({ where }));
  for (const { id, projectId, organisationId } of due) {
    await unlessDone(scope, async (db, deed) => {
      const { count } = await db.groupSeat.updateMany({
        where: { ...where, id },
        data: { state: 'EXPIRED', endedAt: dateOf(now()) },
      });
      if (count === 0) throw new Refusal('refusals.stale');
      deed.record('seatLapsed', 'project', projectId, {}, { concerns: organisationId });
    });
  }
}

async function endPhases(scope: Scope): Promise<void> {
  const where = {
    ...({ hubId: scope.hub.id, state: 'ACTIVE' } as const),
    endsOn: { lt: todayDate(scope.hub.zone) },
    project: { state: 'ACTIVE' } as const,
    deliverables: { every: { doneAt: { not: null } } },
  };
  const due = await scope.read('system:work', (db) => db.projectPhase.findMany({ where }));
  for (const { id, projectId } of due) {
    await unlessDone(scope, async (db, deed) => {
      const { count } = await db.projectPhase.updateMany({
        where: { ...where, id },
        data: { state: 'GATE', revision: { increment: 1 } },
      });
      if (count === 0) throw new Refusal('refusals.stale');
      deed.pagesChanged();
      deed.record('phaseAtGate', 'project', projectId);
    });
  }
}

/** A write that another machine, or a person, may have done first. */
async function unlessDone(
  scope: Scope,
  work: (db: Handle, deed: Deed) => Promise<void>,
): Promise<void> {
  try {
    await scope.write('system:work', work);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}
