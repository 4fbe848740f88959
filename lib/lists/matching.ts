import type { Scope } from '#lib/platform/scope.ts';
import { listFoundIds } from '#lib/showroom/searching.ts';
import { queryOf } from './schema.ts';

/** How many demos answer a kept question, and those that were published, anew or first, since a moment. Anyone may. */
export async function matching(scope: Scope, query: string, since: Date) {
  const ids = await listFoundIds(scope, queryOf(query));
  const fresh = await scope.read('showroom:read', (db) =>
    db.showroomDemo.findMany({
      where: { hubId: scope.hub.id, id: { in: ids }, publishedAt: { gt: since } },
      select: { id: true, slug: true, title: true },
      orderBy: [{ publishedAt: 'desc' }, { publicId: 'asc' }],
    }),
  );
  return { count: ids.length, fresh };
}
