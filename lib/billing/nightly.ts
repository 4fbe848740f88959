import { today } from '#lib/platform/clock.ts';
import { enterSystem } from '#lib/platform/scope.ts';
import { draftMonth } from './drafting.ts';

/** Works out the month under way, and what stands before it unlocked, at every hub that has prices. */
export async function draftEverywhere(): Promise<string[]> {
  const all = await enterSystem(null, 'billing');
  const hubs = await all.read('system:work', (db) =>
    db.hub.findMany({ where: { prices: { some: {} } }, select: { slug: true } }),
  );
  for (const { slug } of hubs) {
    const scope = await enterSystem(slug, 'billing');
    await draftMonth(scope, today(scope.hub.zone).with({ day: 1 }).toString());
  }
  return hubs.map(({ slug }) => slug);
}
