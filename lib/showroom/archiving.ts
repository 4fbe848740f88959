import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { takenDownLetter } from './letters.ts';
import { nameSuccessor } from './linking.ts';
import { noteNews } from './news.ts';
import { findShown, tellOwners } from './owners.ts';
import { isId } from './schema.ts';

/**
 * Takes one's own demo out of the showroom; what was published stays in its history, and its address says
 * what came instead. Members may. `successor`: the number of what takes its place, or null.
 * @throws Refusal when it is not shown, or nothing has that number; NotFound for anyone else's
 */
export async function archiveDemo(
  scope: Scope,
  id: string,
  successor: string | null = null,
): Promise<void> {
  if (!isId(id)) throw new NotFound('demo');
  await unlessGroupsCome(scope, 'demo:draft', async (db, deed) => {
    const where = { hubId: scope.hub.id, id, ownerId: scope.organisation.id };
    const { count } = await db.showroomDemo.updateMany({
      where: { ...where, status: 'PUBLISHED' },
      data: { status: 'ARCHIVED', archivedAt: dateOf(now()) },
    });
    if (count === 0) {
      if ((await db.showroomDemo.count({ where })) === 0) throw new NotFound('demo');
      throw new Refusal('showroom.refusals.notShown');
    }
    await noteNews(db, scope, id, { kind: 'ARCHIVED' });
    if (successor) await nameSuccessor(db, scope.hub.id, id, successor);
    deed.record('demoArchived', 'demo', id);
    deed.pagesChanged('showroom:read', 'hub:read');
  });
}

/**
 * Takes a demo out for the house, with a reason that its owner is told and that is kept for the next reader.
 * Followers hear that it is gone, not why. Who reads for the hub may.
 * @throws Refusal without a reason, or while groups come to it; NotFound when it is not shown
 */
export async function takeDown(scope: Scope, id: string, reason: string): Promise<void> {
  if (!isId(id)) throw new NotFound('demo');
  if (!reason) throw new Refusal('refusals.invalid', { reason: 'showroom.refusals.reasonMissing' });
  await unlessGroupsCome(scope, 'demo:review', async (db, deed) => {
    const demo = await findShown(db, scope.hub.id, id);
    if (!demo) throw new NotFound('demo');
    await db.showroomDemo.updateMany({
      where: { hubId: scope.hub.id, id, status: 'PUBLISHED' },
      data: { status: 'ARCHIVED', archivedAt: dateOf(now()) },
    });
    const removal = { hubId: scope.hub.id, demoId: id, at: dateOf(now()), byId: scope.person.id };
    await db.demoRemoval.createMany({ data: { ...removal, reason } });
    await noteNews(db, scope, id, { kind: 'ARCHIVED' });
    deed.record('demoTakenDown', 'demo', id, {}, { concerns: demo.ownerId });
    deed.pagesChanged('showroom:read', 'hub:read');
    await tellOwners(scope, db, deed, demo, 'demoTakenDown', (to, told) =>
      takenDownLetter(scope, to, { ...told, reason }),
    );
  });
}

async function unlessGroupsCome(
  scope: Scope,
  permission: 'demo:draft' | 'demo:review',
  work: (db: Handle, deed: Deed) => Promise<void>,
): Promise<void> {
  try {
    await scope.write(permission, work);
  } catch (error) {
    if (refusedBy(error, 'nobody_comes_to_it')) throw new Refusal('showroom.refusals.groupsCome');
    throw error;
  }
}
