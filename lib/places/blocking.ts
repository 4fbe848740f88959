import { Temporal } from 'temporal-polyfill';
import { plain } from '#lib/leases/taking.ts';
import { dateOf, now } from '#lib/platform/clock.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { type Bookable, readBookables } from '#lib/workspace/bookable.ts';
import { type Obstacle, obstaclesOn } from '#lib/workspace/obstacles.ts';
import { letGoOfExpired, lineUp, occupy, type Stretch } from '#lib/workspace/occupying.ts';
import { localInstant } from '#lib/workspace/rules.ts';
import { isId } from '#lib/workspace/schema.ts';
import { clearAway, placesLike } from './clearing.ts';
import type { BlockInput } from './schema.ts';

/**
 * Takes a place out of service for a time, or until further notice. Bookings in the way are named first;
 * then they are moved to another place of the kind, or cancelled with the reason, in the same breath.
 * @throws Refusal `bookingsInTheWay`, `leaseInTheWay`, `nowhereToMove`, each naming `{ obstacles }`
 */
export async function blockPlace(scope: Scope, placeId: string, input: BlockInput): Promise<void> {
  if (!isId(placeId)) throw new NotFound('place');
  try {
    await scope.write('place:block', async (db, deed) => {
      const hubId = scope.hub.id;
      const [place] = (await readBookables(db, hubId, [placeId], true)) as [Bookable];
      const stretch = stretchOf(input, place.site.zone);
      const others = input.way === 'move' ? await placesLike(db, hubId, place) : [];
      const units = [place, ...others].flatMap(({ unitIds }) => unitIds);
      await lineUp(db, units);
      await letGoOfExpired(db, units);
      const obstacles = await obstaclesOn(db, hubId, place.unitIds, stretch);
      refuseForOthers(obstacles, input.way);
      const what = { way: input.way, reason: input.reason, places: others };
      await clearAway(scope, db, deed, obstacles, what);
      const { id } = await db.placeBlock.create({
        data: {
          ...{ hubId, placeId, reason: input.reason, madeById: scope.person.id },
          ...{ startsAt: dateOf(stretch.startsAt), madeAt: dateOf(now()) },
          endsAt: stretch.endsAt && dateOf(stretch.endsAt),
        },
        select: { id: true },
      });
      const occupant = { kind: 'BLOCK' as const, blockId: id, shownOrganisationId: null };
      await occupy(db, hubId, { claim: 'ALL', unitIds: place.unitIds }, stretch, occupant);
      deed.record('placeBlocked', 'place', placeId, { bookings: obstacles.length });
    });
  } catch (error) {
    // Whoever books meanwhile stands in the same line; this is for what no line knows of.
    if (refusedBy(error, 'no_two_in_one_unit')) refuse('bookingsInTheWay', []);
    throw error;
  }
}

/** Takes a place into use again before its time out of service is over. @throws NotFound */
export async function unblockPlace(scope: Scope, id: string): Promise<{ placeId: string }> {
  if (!isId(id)) throw new NotFound('block');
  return scope.write('place:block', async (db, deed) => {
    const hubId = scope.hub.id;
    const block = await db.placeBlock.findFirst({ where: { hubId, id, endedAt: null } });
    if (!block) throw new NotFound('block');
    const at = dateOf(now());
    await db.placeBlock.update({ where: { hubId_id: { hubId, id } }, data: { endedAt: at } });
    await db.occupancy.updateMany({
      where: { hubId, blockId: id, releasedAt: null },
      data: { releasedAt: at, releaseReason: 'CANCELLED' },
    });
    deed.record('placeUnblocked', 'place', block.placeId);
    return { placeId: block.placeId };
  });
}

function stretchOf({ from, fromTime, to, toTime }: BlockInput, zone: string): Stretch {
  const startsAt = localInstant(from, fromTime ?? '00:00', zone, 'from');
  if (to === undefined) return { startsAt, endsAt: null };
  const next = Temporal.PlainDate.from(to).add({ days: 1 }).toString();
  const endsAt = toTime
    ? localInstant(to, toTime, zone, 'to')
    : localInstant(next, '00:00', zone, 'to');
  const code = 'places.refusals.blockEndsFirst';
  if (Temporal.Instant.compare(startsAt, endsAt) >= 0) throw new Refusal(code, { to: code });
  if (Temporal.Instant.compare(endsAt, now()) <= 0) {
    throw new Refusal('places.refusals.blockPassed', { to: 'places.refusals.blockPassed' });
  }
  return { startsAt, endsAt };
}

function refuseForOthers(obstacles: Obstacle[], way: BlockInput['way']): void {
  const fixed = obstacles.filter(({ kind }) => ['LEASE', 'BLOCK', 'GUIDED'].includes(kind));
  if (fixed.length > 0) refuse('leaseInTheWay', fixed);
  const begun = obstacles.filter(
    ({ kind, startsAt }) => kind === 'BOOKING' && Temporal.Instant.compare(startsAt, now()) <= 0,
  );
  if (begun.length > 0) refuse('underWay', begun);
  if (way === 'ask' && obstacles.length > 0) refuse('bookingsInTheWay', obstacles);
}

function refuse(name: string, obstacles: Obstacle[]): never {
  throw new Refusal(`places.refusals.${name}`, {}, { obstacles: obstacles.map(plain) });
}
