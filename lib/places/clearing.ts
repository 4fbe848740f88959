import { plain } from '#lib/leases/taking.ts';
import { instantOf } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import { Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { type Bookable, readBookables } from '#lib/workspace/bookable.ts';
import { cancel } from '#lib/workspace/cancelling.ts';
import { move } from '#lib/workspace/changing.ts';
import { takenUnits } from '#lib/workspace/house.ts';
import { type Kept, keptBooking } from '#lib/workspace/kept.ts';
import type { Obstacle } from '#lib/workspace/obstacles.ts';
import { claimed, slotOf } from '#lib/workspace/rules.ts';
import { tellHolder } from '#lib/workspace/telling.ts';

/** Other places of the same kind in the same house that are in use. */
export async function placesLike(
  db: Handle,
  hubId: string,
  { id, kind, site }: Bookable,
): Promise<Bookable[]> {
  const rows = await db.place.findMany({
    where: { hubId, siteId: site.id, kind, state: 'ACTIVE', id: { not: id } },
    select: { id: true },
    orderBy: { readingOrder: 'asc' },
  });
  return readBookables(
    db,
    hubId,
    rows.map((row) => row.id),
  );
}

type How = { way: 'ask' | 'move' | 'cancel'; reason: string; places: Bookable[] };

/** Part of a write that stands in line for the units: moves or cancels bookings, and tells whom they are for. */
export async function clearAway(
  scope: Scope,
  db: Handle,
  deed: Deed,
  obstacles: readonly Obstacle[],
  { way, reason, places }: How,
): Promise<void> {
  const stuck: Obstacle[] = [];
  for (const obstacle of obstacles) {
    const booking = await keptBooking(scope, db, obstacle.id);
    if (way === 'cancel' || booking.status === 'HELD') {
      await cancel(scope, db, deed, booking, reason);
    } else if (!(await moveAway(scope, db, deed, booking, places))) {
      stuck.push(obstacle);
    }
  }
  if (stuck.length === 0) return;
  throw new Refusal('places.refusals.nowhereToMove', {}, { obstacles: stuck.map(plain) });
}

async function moveAway(scope: Scope, db: Handle, deed: Deed, booking: Kept, places: Bookable[]) {
  const slot = slotOf(booking, booking.place.site.zone);
  const time = { startsAt: instantOf(booking.startsAt), endsAt: instantOf(booking.endsAt) };
  for (const place of places) {
    const taken = await takenUnits(db, scope, claimed(time, booking.rule), place.unitIds);
    const free = place.unitIds.filter((unit) => !taken.has(unit));
    const room = place.claim === 'ANY' ? free.length > 0 : free.length === place.unitIds.length;
    if (!room) continue;
    try {
      const { told } = await move(scope, db, deed, booking, place, booking.rule, slot);
      await tellHolder(scope, db, deed, told, 'moved');
      return true;
    } catch (error) {
      // Not for this organisation, too few seats, or closed by now: the next one may do.
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return false;
}
