import { dateOf, now } from '#lib/platform/clock.ts';
import { logFault } from '#lib/platform/log.ts';
import { enterSystem, type Scope } from '#lib/platform/scope.ts';
import { NothingChanged } from './nothing-changed.ts';

/** Shows today's bookings of those who asked for it, to whom they asked, at every hub. For the job of each minute. */
export async function followBookings(): Promise<void> {
  const system = await enterSystem(null, 'presence');
  const hubs = await system.read('system:work', (db) =>
    db.hub.findMany({ where: { presenceWishes: { some: {} } }, select: { slug: true } }),
  );
  for (const { slug } of hubs) {
    try {
      await followAt(await enterSystem(slug, 'presence'));
    } catch (error) {
      // One hub's trouble is not the others'.
      if (!(error instanceof NothingChanged)) logFault(error, 'presence');
    }
  }
}

async function followAt(scope: Scope): Promise<void> {
  await scope.write('system:work', async (db, deed) => {
    const [row] = await db.$queryRaw<{ changed: number }[]>`
      select follow_bookings(${scope.hub.id}::uuid, ${dateOf(now())}) as changed`;
    if (!row?.changed) throw new NothingChanged();
    deed.record('presenceFollowed', 'hub', scope.hub.id);
  });
}
