import type { Handle } from '#lib/platform/db.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { type NeedCard, needsFor } from './reads.ts';
import { isId } from './schema.ts';

type Asked = { words: string; areas: readonly string[]; demo: string | null };

/** Part of another read: at most five open needs of others that are like this, the likest first. */
export async function alikeTo(
  db: Handle,
  scope: Scope,
  { words, areas, demo }: Asked,
): Promise<NeedCard[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select id::text from needs_alike(${words}, ${[...areas]}::text[], ${demo}::uuid)`;
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const cards = await needsFor(db, scope, { ids });
  return cards.sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
}

/**
 * What the form at a demo begins with: the demo, and open needs of others that are said at it, answered by it or
 * of the same areas. Members of public and voluntary bodies may. @throws NotFound
 */
export async function findNeedStart(scope: Scope, demoId: string) {
  if (!isId(demoId)) throw new NotFound('demo');
  return scope.read('need:say', async (db) => {
    const demo = await db.showroomDemo.findFirst({
      where: { hubId: scope.hub.id, id: demoId, status: 'PUBLISHED' },
      select: { id: true, slug: true, title: true, areas: true },
    });
    if (!demo) throw new NotFound('demo');
    const alike = await alikeTo(db, scope, { words: '', areas: demo.areas, demo: demoId });
    return { demo, alike };
  });
}
