import type { Temporal } from 'temporal-polyfill';
import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { Refusal, refusedBy } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { type Obstacle, obstaclesOn } from '#lib/workspace/obstacles.ts';
import { letGoOfExpired, lineUp, type Stretch } from '#lib/workspace/occupying.ts';
import { daysTaken, type LeaseStatus, lastDayOf, type Term, taking } from './rules.ts';

/** What of a lease decides which days of which units it takes. */
export type Taking = {
  id: string;
  status: LeaseStatus;
  term: Term;
  zone: string;
  places: readonly { id: string; unitIds: readonly string[] }[];
  givenBack: readonly { placeId: string; day: Temporal.PlainDate }[];
};
type Piece = { unitId: string; startsAt: Date; endsAt: Date | null };

/**
 * Puts what a lease takes in step with what it is, in one breath: days it lets go are free for others,
 * days it adds are taken. The only writer of occupancy for leases; part of another write.
 * @throws the constraint `no_two_in_one_unit` when something stands there already
 */
export async function takeDays(db: Handle, hubId: string, lease: Taking): Promise<void> {
  const unitIds = lease.places.flatMap((place) => place.unitIds);
  await lineUp(db, unitIds);
  await letGoOfExpired(db, unitIds);
  const leaseId = lease.id;
  const live = await db.occupancy.findMany({ where: { hubId, leaseId, releasedAt: null } });
  const wanted = piecesOf(lease);
  const keys = new Set(wanted.map(keyOf));
  const gone = live.filter((row) => !keys.has(keyOf(row))).map(({ id }) => id);
  await db.occupancy.updateMany({
    where: { hubId, id: { in: gone } },
    data: { releasedAt: dateOf(now()), releaseReason: wanted.length > 0 ? 'MOVED' : 'CANCELLED' },
  });
  const there = new Set(live.map(keyOf));
  const added = wanted.filter((piece) => !there.has(keyOf(piece)));
  // Whom others see is filled in by the database: lease_shown_as_chosen.
  const facts = { hubId, leaseId, kind: 'LEASE' as const };
  await db.occupancy.createMany({ data: added.map((piece) => ({ ...piece, ...facts })) });
}

function piecesOf(lease: Taking): Piece[] {
  if (!taking.includes(lease.status)) return [];
  return lease.places.flatMap(({ id, unitIds }) => {
    const given = lease.givenBack.filter(({ placeId }) => placeId === id).map(({ day }) => day);
    const days = daysTaken(lease.term.validFrom, lastDayOf(lease.term), given);
    const midnight = (day: Temporal.PlainDate) =>
      dateOf(day.toZonedDateTime(lease.zone).toInstant());
    return days.flatMap(({ from, until }) =>
      unitIds.map((unitId) => ({
        unitId,
        startsAt: midnight(from),
        endsAt: until && midnight(until),
      })),
    );
  });
}

function keyOf({ unitId, startsAt, endsAt }: Piece): string {
  return [unitId, startsAt.getTime(), endsAt?.getTime()].join(' ');
}

/** All a lease may take, from its first day on. */
function reachOf({ term, zone }: Taking): Stretch {
  const last = lastDayOf(term);
  return {
    startsAt: term.validFrom.toZonedDateTime(zone).toInstant(),
    endsAt: last?.add({ days: 1 }).toZonedDateTime(zone).toInstant() ?? null,
  };
}

/** What an offer or a change would run into, for the house to see before and after it tries. */
export async function inTheWayOf(db: Handle, hubId: string, lease: Taking): Promise<Obstacle[]> {
  const unitIds = lease.places.flatMap((place) => place.unitIds);
  return obstaclesOn(db, hubId, unitIds, reachOf(lease), lease.id);
}

/** Runs a write of the house; when others have the days, the refusal names them in `{ obstacles }`. */
export async function namingOthers(
  scope: Scope,
  wanted: () => Taking | null,
  write: () => Promise<void>,
): Promise<void> {
  try {
    await write();
  } catch (error) {
    const lease = wanted();
    if (!refusedBy(error, 'no_two_in_one_unit') || !lease) throw error;
    const obstacles = await scope.read('lease:manage', (db) => inTheWayOf(db, scope.hub.id, lease));
    throw new Refusal('leases.refusals.inTheWay', {}, { obstacles: obstacles.map(plain) });
  }
}

/** As it travels to a page. */
export type PlainObstacle = Omit<Obstacle, 'startsAt' | 'endsAt'> & {
  startsAt: string;
  endsAt: string | null;
};
export function plain({ startsAt, endsAt, ...rest }: Obstacle): PlainObstacle {
  return { ...rest, startsAt: startsAt.toString(), endsAt: endsAt?.toString() ?? null };
}
