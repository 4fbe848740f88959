import { Temporal } from 'temporal-polyfill';
import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { placesOf, type ShownFile } from './rules.ts';
import { store } from './store.ts';

/** A file that no version uses goes after so long. */
const keptDays = 7;
const atOnce = 200;

type Unused = Pick<ShownFile, 'id' | 'widths' | 'avif' | 'type'> & { hubId: string };

/**
 * Removes files that no version of any demo uses and that nobody has sent for a week. For the nightly job.
 * @returns how many
 */
export async function removeUnused(scope: Scope): Promise<number> {
  const before = dateOf(now().subtract(Temporal.Duration.from({ hours: 24 * keptDays })));
  let removed = 0;
  for (;;) {
    const unused = await scope.read('system:work', (db) => findUnused(before, db));
    for (const file of unused) removed += await removeOne(scope, file, before);
    if (unused.length < atOnce) return removed;
  }
}

function findUnused(before: Date, db: Handle): Promise<Unused[]> {
  return db.$queryRaw<Unused[]>`select hub_id as "hubId", id, widths, avif, type from media_file
    where made_at < ${before} and not media_is_used(hub_id, id) order by made_at limit ${atOnce}`;
}

/**
 * Its row is locked first and looked at again, since it may be put to use this moment. The bytes go before the
 * row does: where that fails the row is left, and the next night tries again.
 */
async function removeOne(scope: Scope, file: Unused, before: Date) {
  const { hubId, id } = file;
  return scope.write('system:work', async (db, deed) => {
    await db.$queryRaw`select from media_file where hub_id = ${hubId}::uuid and id = ${id}::uuid for update`;
    const removed = await db.$executeRaw`delete from media_file where hub_id = ${hubId}::uuid
      and id = ${id}::uuid and made_at < ${before} and not media_is_used(hub_id, id)`;
    if (removed > 0) await store().remove(placesOf(hubId, file));
    deed.record('mediaRemoved', 'media', id, { removed }, { hub: hubId });
    return removed;
  });
}
