import { todayDate } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Scope } from '#lib/platform/scope.ts';
import type { Circle } from './schema.ts';

export type Present = { person: string; organisation: string };
export type OwnPresence = {
  /** What others see of oneself today, and whether it follows from a booking; null is nothing. */
  today: { circle: Circle; derived: boolean } | null;
  /** What one wants on days with a booking. */
  wish: Circle;
  others: Present[];
};

/** Who shares with the acting organisation that they are in today, and what one shares oneself. Any member may. */
export async function findPresence(scope: Scope): Promise<OwnPresence> {
  return scope.read('presence:share', async (db) => {
    const hubId = scope.hub.id;
    const own = { hubId, personId: scope.person.id, organisationId: scope.organisation.id };
    const day = todayDate(scope.hub.zone);
    const today = await db.presence.findFirst({
      where: { ...own, day },
      select: { circle: true, derived: true },
    });
    const wish = await db.presenceWish.findFirst({ where: own, select: { circle: true } });
    return { today, wish: wish?.circle ?? 'NOBODY', others: await whoIsIn(db) };
  });
}

/** How many are checked in, for the house; and by name only those who show everyone that they are in. */
export async function findHousePresence(
  scope: Scope,
): Promise<{ here: number; shared: Present[] }> {
  return scope.read('house:today', async (db) => {
    const [row] = await db.$queryRaw<{ here: number | null }[]>`select count_here() as here`;
    return { here: row?.here ?? 0, shared: await whoIsIn(db) };
  });
}

// The database alone decides who is among them.
async function whoIsIn(db: Handle): Promise<Present[]> {
  return db.$queryRaw<Present[]>`select person, organisation from who_is_in()`;
}
