import type { Scope } from '#lib/platform/scope.ts';
import { listFoundIds } from '#lib/showroom/searching.ts';
import { queryOf } from './schema.ts';

export type Matched = { id: string; slug: string; title: unknown; publishedAt: Date | null };

/** The demos that answer a kept question now, in the showroom's own order. Anyone may. */
export async function demosMatching(scope: Scope, query: string): Promise<Matched[]> {
  const ids = await listFoundIds(scope, queryOf(query));
  const rows = await scope.read('showroom:read', (db) =>
    db.showroomDemo.findMany({
      where: { hubId: scope.hub.id, id: { in: ids }, status: 'PUBLISHED' },
      select: { id: true, slug: true, title: true, publishedAt: true },
    }),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** How many there are, and those that were published, anew or for the first time, since a moment. */
export async function matching(scope: Scope, query: string, since: Date) {
  const demos = await demosMatching(scope, query);
  const fresh = demos.filter(({ publishedAt }) => publishedAt !== null && publishedAt > since);
  return { count: demos.length, fresh };
}
