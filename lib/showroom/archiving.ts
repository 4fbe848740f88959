import { dateOf, now } from '#lib/platform/clock.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { noteNews } from './news.ts';
import { isId } from './schema.ts';

/** Takes one's own demo out of the showroom; what was published stays in its history. Members may. */
export async function archiveDemo(scope: Scope, id: string): Promise<void> {
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
    deed.record('demoArchived', 'demo', id);
    deed.pagesChanged('showroom:read');
  });
}
