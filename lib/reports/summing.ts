import { Temporal } from 'temporal-polyfill';
import { instantOf, today } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { logFault } from '#lib/platform/log.ts';
import { enterSystem, type Scope } from '#lib/platform/scope.ts';
import { type House, openStretches } from '#lib/workspace/hours.ts';
import { houseOf, withOpening } from '#lib/workspace/opening.ts';
import type { PlaceKind } from '#lib/workspace/schema.ts';

/** How many days one transaction sums up. */
const atOnce = 31;

/** Sums up every site's use, each day once it is over. For the nightly job. */
export async function sumUpEverywhere(): Promise<void> {
  const system = await enterSystem(null, 'use');
  const sites = await system.read('system:work', (db) =>
    db.site.findMany({ select: { id: true, hub: { select: { slug: true } } } }),
  );
  for (const { id, hub } of sites) {
    try {
      await sumUpSite(await enterSystem(hub.slug, 'use'), id);
    } catch (error) {
      // One site's trouble is not the others'.
      logFault(error, 'use');
    }
  }
}

/** Sums up the days of a site that are over and not summed up yet; the first time from its first booking on. */
export async function sumUpSite(scope: Scope, siteId: string): Promise<void> {
  for (;;) {
    const span = await scope.read('system:work', (db) => spanOf(db, scope.hub.id, siteId));
    if (!span || Temporal.PlainDate.compare(span.from, span.to) > 0) return;
    await scope.write('system:work', async (db, deed) => {
      const { from, to } = span;
      for (let day = from; Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 })) {
        await sumUpDay(db, scope.hub.id, siteId, day);
      }
      deed.record('useSummedUp', 'site', siteId, { from: from.toString(), to: to.toString() });
    });
  }
}

type Span = { from: Temporal.PlainDate; to: Temporal.PlainDate };

async function spanOf(db: Handle, hubId: string, siteId: string): Promise<Span | null> {
  const site = await db.site.findFirst({ where: { hubId, id: siteId } });
  if (!site) return null;
  const yesterday = today(site.zone).subtract({ days: 1 });
  const from = site.usedUntil
    ? Temporal.PlainDate.from(site.usedUntil.toISOString().slice(0, 10)).add({ days: 1 })
    : await firstDay(db, hubId, siteId, site.zone);
  if (!from) return null;
  const last = from.add({ days: atOnce - 1 });
  return { from, to: Temporal.PlainDate.compare(last, yesterday) < 0 ? last : yesterday };
}

// What is longer ago than last year has no holidays in the calendar that the rules read.
async function firstDay(db: Handle, hubId: string, siteId: string, zone: string) {
  const [booking, lease] = await Promise.all([
    db.booking.findFirst({
      where: { hubId, place: { siteId } },
      orderBy: { startsAt: 'asc' },
      select: { startsAt: true },
    }),
    db.lease.findFirst({
      where: { hubId, siteId },
      orderBy: { validFrom: 'asc' },
      select: { validFrom: true },
    }),
  ]);
  const days = [booking?.startsAt, lease?.validFrom].flatMap((date) =>
    date ? [instantOf(date).toZonedDateTimeISO(zone).toPlainDate()] : [],
  );
  const first = days.sort(Temporal.PlainDate.compare)[0];
  const earliest = today(zone).with({ month: 1, day: 1 }).subtract({ years: 1 });
  return first && Temporal.PlainDate.compare(first, earliest) < 0 ? earliest : first;
}

/** Sums up one day as the hours, closures and bookings now say; a day that was summed up before is done anew. */
export async function sumUpDay(
  db: Handle,
  hubId: string,
  siteId: string,
  day: Temporal.PlainDate,
): Promise<void> {
  const site = await db.site.findFirst({
    where: { hubId, id: siteId },
    include: {
      ...withOpening,
      places: {
        where: { state: { not: 'HIDDEN' } },
        select: { id: true, kind: true, readingOrder: true, units: { select: { unitId: true } } },
      },
    },
  });
  if (!site) return;
  const house = houseOf(site);
  const open = homesOf(site.places).flatMap((home) => openTimes(house, day, home));
  await db.$queryRaw`select sum_up_use(${hubId}::uuid, ${siteId}::uuid, ${day.toString()}::date,
    ${JSON.stringify(open)}::jsonb) is null`;
}

type Home = { unit: string; kind: PlaceKind; placeId: string };
type PlaceWithUnits = {
  id: string;
  kind: PlaceKind;
  readingOrder: number;
  units: { unitId: string }[];
};

/** Each unit once, as the smallest place it can be had as. */
function homesOf(places: readonly PlaceWithUnits[]): Home[] {
  const homes = new Map<string, Home>();
  const smallest = places.toSorted(
    (a, b) => a.units.length - b.units.length || a.readingOrder - b.readingOrder,
  );
  for (const { id, kind, units } of smallest) {
    for (const { unitId } of units) {
      if (!homes.has(unitId)) homes.set(unitId, { unit: unitId, kind, placeId: id });
    }
  }
  return [...homes.values()];
}

/** When a unit is open on a day: instants, so that a night with a change of the clock is as long as it is. */
function openTimes(house: House, day: Temporal.PlainDate, { unit, kind, placeId }: Home) {
  const midnight = day.toPlainDateTime();
  const instant = (minutes: number) =>
    midnight.add({ minutes }).toZonedDateTime(house.zone).toInstant().toString();
  return openStretches(house, day, { kind, placeId }).map(({ from, to }) => ({
    ...{ unit, kind, from: instant(from), to: instant(to) },
  }));
}
