import { dateOf, now } from '#lib/platform/clock.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { nameSuccessor } from './linking.ts';
import { noteNews } from './news.ts';
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
  await scope.write('demo:draft', async (db, deed) => {
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
    deed.pagesChanged('showroom:read');
  });
}
