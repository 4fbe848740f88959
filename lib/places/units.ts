import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { Refusal } from '#lib/platform/errors.ts';

type Place = { id: string; siteId: string; code: string };

/**
 * Gives a place as many units as it should have: new ones are added; of those too many, the ones that
 * nobody has ahead of them leave the place and stay in its history.
 * @throws Refusal `unitsInUse` when too many of them are booked
 */
export async function fitUnits(db: Handle, hubId: string, place: Place, wanted: number) {
  const placeId = place.id;
  const own = await db.placeUnit.findMany({
    where: { hubId, placeId },
    include: { unit: { select: { code: true } } },
  });
  if (own.length < wanted) await addUnits(db, hubId, place, wanted - own.length);
  if (own.length > wanted) {
    await dropUnits(
      db,
      hubId,
      placeId,
      own.map(({ unitId }) => unitId),
      own.length - wanted,
    );
  }
}

async function addUnits(db: Handle, hubId: string, place: Place, count: number) {
  const { siteId, code } = place;
  const known = await db.unit.findMany({
    where: { hubId, siteId, code: { startsWith: code } },
    select: { code: true },
  });
  const used = new Set(known.map((unit) => unit.code));
  const codes = [code, ...Array.from({ length: 1000 }, (_, n) => `${code}-${n + 1}`)];
  const units = codes
    .filter((one) => !used.has(one))
    .slice(0, count)
    .map((one) => ({ hubId, siteId, id: crypto.randomUUID(), code: one }));
  await db.unit.createMany({ data: units });
  await db.placeUnit.createMany({
    data: units.map(({ id: unitId }) => ({ hubId, placeId: place.id, unitId })),
  });
}

async function dropUnits(
  db: Handle,
  hubId: string,
  placeId: string,
  unitIds: string[],
  count: number,
) {
  const busy = await db.occupancy.findMany({
    where: {
      ...{ hubId, unitId: { in: unitIds }, releasedAt: null },
      OR: [{ endsAt: null }, { endsAt: { gt: dateOf(now()) } }],
    },
    select: { unitId: true },
  });
  const inUse = new Set(busy.map(({ unitId }) => unitId));
  const free = unitIds.filter((unitId) => !inUse.has(unitId)).slice(0, count);
  const code = 'places.refusals.unitsInUse';
  if (free.length < count) throw new Refusal(code, { units: code });
  await db.placeUnit.deleteMany({ where: { hubId, placeId, unitId: { in: free } } });
}
