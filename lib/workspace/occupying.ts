import type { Temporal } from 'temporal-polyfill';
import { dateOf, now } from '#lib/platform/clock.ts';
import { type Handle, sql } from '#lib/platform/db.ts';
import type { Claim } from './schema.ts';
import { takenWithin } from './taken.ts';

/** What takes a place: whose, until when, and whether others see for whom. */
export type Occupant = (
  | { kind: 'BOOKING' | 'HOLD'; bookingId: string }
  | { kind: 'BLOCK'; blockId: string }
) & {
  heldUntil?: Date | null;
  shownOrganisationId: string | null;
};
/** A time that may have no end yet. */
export type Stretch = { startsAt: Temporal.Instant; endsAt: Temporal.Instant | null };
export type Units = { claim: Claim; unitIds: readonly string[] };

/**
 * Takes the units of a place for a time: all of them, or of a pool the first that is free. Holds that
 * have run out are let go first. Part of the transaction that writes the booking.
 * @throws the constraint `no_two_in_one_unit` when something stands there already
 */
export async function occupy(
  db: Handle,
  hubId: string,
  place: Units,
  { startsAt, endsAt }: Stretch,
  occupant: Occupant,
): Promise<string[]> {
  await lineUp(db, place.unitIds);
  await letGoOfExpired(db, place.unitIds);
  const stretch = { startsAt: dateOf(startsAt), endsAt: endsAt && dateOf(endsAt) };
  const unitIds = await chosenUnits(db, hubId, place, { startsAt, endsAt });
  const { heldUntil = null, ...rest } = occupant;
  const data = unitIds.map((unitId) => ({ hubId, unitId, ...stretch, ...rest, heldUntil }));
  await db.occupancy.createMany({ data });
  return unitIds;
}

/** Holds on these units that have run out take nothing any more. */
export async function letGoOfExpired(db: Handle, unitIds: readonly string[]): Promise<void> {
  await db.$executeRaw`select release_expired_holds(${unitIds}::text[]::uuid[], ${dateOf(now())})`;
}

/**
 * The constraint decides, and alone would be enough. But two inserts that wait for each other there end
 * in a deadlock, found only after a second; in a line, the second one learns it at once.
 */
export async function lineUp(db: Handle, unitIds: readonly string[]): Promise<void> {
  await db.$queryRaw`select pg_advisory_xact_lock(place) is null from (
    select distinct hashtextextended(unit, 0) as place from unnest(${unitIds}::text[]) as unit order by 1
  ) as line`;
}

/**
 * Whoever books holds the hours of the sites as they read them: publishing a closure takes the same lock for
 * itself, so that it either sees the booking or is seen by it. Before anything of the sites is read.
 */
export async function shareSites(
  db: Handle,
  hubId: string,
  placeIds: readonly string[],
): Promise<void> {
  await db.$queryRaw`select pg_advisory_xact_lock_shared(site) is null from (
    select distinct hashtextextended('hours of ' || site_id, 0) as site from place
    where hub_id = ${hubId}::uuid and id = any (${placeIds}::text[]::uuid[]) order by 1) as line`;
}

/** Nobody books at the site until this transaction has ended. */
export async function claimSite(db: Handle, siteId: string): Promise<void> {
  await db.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`hours of ${siteId}`}, 0)) is null`;
}

// A full pool claims its first unit all the same: the constraint says no, as it does for any place.
async function chosenUnits(
  db: Handle,
  hubId: string,
  { claim, unitIds }: Units,
  stretch: Stretch,
): Promise<string[]> {
  const all = unitIds.toSorted();
  if (claim === 'ALL') return all;
  const [free] = await db.$queryRaw<{ id: string }[]>(sql`
    select u.id from unit u
    where u.hub_id = ${hubId}::uuid and u.id = any (${unitIds}::text[]::uuid[])
      and u.id not in (select c.unit_id from ${takenWithin(hubId, unitIds, stretch)} c)
    order by u.code, u.id limit 1`);
  return [free?.id ?? (all[0] as string)];
}

/** Lets a booking's place go from now on; the row stays with its reason. */
export async function vacate(
  db: Handle,
  hubId: string,
  bookingId: string,
  releaseReason: 'CANCELLED' | 'NO_SHOW' | 'EARLY' | 'DECLINED' | 'MOVED' | 'EXPIRED',
): Promise<void> {
  await db.occupancy.updateMany({
    where: { hubId, bookingId, releasedAt: null },
    data: { releasedAt: dateOf(now()), releaseReason },
  });
}
