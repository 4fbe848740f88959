import { dateOf, today, todayDate } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { Refusal } from '#lib/platform/errors.ts';
import { logFault } from '#lib/platform/log.ts';
import { enterSystem, type Scope } from '#lib/platform/scope.ts';
import { type Hearer, tellHearers } from '#lib/projects/telling.ts';

/** So long before the day its owner hears that a result is to be looked at again; and once more on the day. */
const days = 30;

/**
 * Tells who publishes a result that it is to be looked at again, thirty days before the day and on it, in the hub's
 * zone, each once. Run every hour; of several at once one tells each.
 */
export async function mindResults(): Promise<void> {
  const system = await enterSystem(null, 'results');
  const hubs = await system.read('system:work', (db) =>
    db.hub.findMany({ select: { slug: true } }),
  );
  for (const { slug } of hubs) {
    try {
      await warnAt(await enterSystem(slug, 'results'));
    } catch (error) {
      // One hub's trouble is not the others'.
      logFault(error, 'results');
    }
  }
}

async function warnAt(scope: Scope): Promise<void> {
  const soon = today(scope.hub.zone).add({ days }).toZonedDateTime('UTC').toInstant();
  const due = await scope.read('system:work', (db) =>
    db.result.findMany({
      where: { hubId: scope.hub.id, state: 'PUBLISHED', reviewBy: { lte: dateOf(soon) } },
      select: {
        ...{ id: true, title: true, reviewBy: true, warnedOn: true, projectId: true },
        project: { select: { slug: true, title: true, lead: { select: { name: true } } } },
      },
    }),
  );
  for (const result of due) if (isDue(scope, result)) await warn(scope, result);
}

type Due = {
  id: string;
  title: string;
  reviewBy: Date | null;
  warnedOn: Date | null;
  projectId: string;
  project: { slug: string; title: unknown; lead: { name: string } };
};

/** Not told yet; or the day has come and it was told before it. */
function isDue(scope: Scope, { reviewBy, warnedOn }: Due): boolean {
  if (!reviewBy) return false;
  if (!warnedOn) return true;
  return reviewBy <= todayDate(scope.hub.zone) && warnedOn < reviewBy;
}

async function warn(scope: Scope, result: Due): Promise<void> {
  const { id, warnedOn, projectId, project } = result;
  try {
    await scope.write('system:work', async (db, deed) => {
      const { count } = await db.result.updateMany({
        where: { hubId: scope.hub.id, id, warnedOn },
        data: { warnedOn: todayDate(scope.hub.zone) },
      });
      if (count === 0) throw new Refusal('refusals.stale');
      const told = { organisation: project.lead.name, words: result.title };
      const about = { id: projectId, slug: project.slug, title: project.title };
      const hearers = await hearersOf(db, id);
      await tellHearers(scope, db, deed, hearers, about, 'resultIsDue', told, '/results');
      deed.record('resultWarned', 'project', projectId, { title: result.title });
    });
  } catch (error) {
    // Another machine was first.
    if (!(error instanceof Refusal)) throw error;
  }
}

function hearersOf(db: Handle, id: string) {
  return db.$queryRaw<Hearer[]>`
    select id::text, email, locale, slug from result_hearers(${id}::uuid)`;
}
