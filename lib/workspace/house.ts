import { Temporal } from 'temporal-polyfill';
import { dateOf, instantOf } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Text } from '#lib/platform/i18n/locales.ts';
import { type House, overlaps, type Taken, type Window } from './rules.ts';
import { type PlaceKind, type PlaceState, type Plan, planSchema } from './schema.ts';

export type SiteFacts = House & { id: string; slug: string; name: Text; address: string };
export type FloorFacts = { id: string; name: Text; widthM: number; heightM: number; plan: Plan };
export type PlaceFacts = {
  id: string;
  floorId: string;
  code: string;
  kind: PlaceKind;
  name: Text;
  note: Text | null;
  seats: number;
  stepFree: boolean;
  screens: number;
  heightAdjustable: boolean;
  hearingLoop: boolean;
  videoMeeting: boolean;
  /** Metres from the floor's top left; degrees around the middle. */
  x: number;
  y: number;
  w: number;
  h: number;
  rotation: number;
  readingOrder: number;
};
export type FoundPlace = PlaceFacts & { state: PlaceState };
export type KeptPlace = PlaceFacts & { outOfService: boolean; unitIds: string[] };
export type SiteWithPlaces = { site: SiteFacts; floors: FloorFacts[]; places: KeptPlace[] };

/** A unit's id to the stretches in which it is taken. */
export type TakenUnits = Map<string, Taken[]>;

/** The hub's sites, the one shown first on top. */
export async function listSites(
  db: Handle,
  hubId: string,
): Promise<{ slug: string; name: Text }[]> {
  const rows = await db.site.findMany({
    where: { hubId },
    select: { slug: true, name: true },
    orderBy: { slug: 'asc' },
  });
  return rows.map(({ slug, name }) => ({ slug, name: name as Text }));
}

/**
 * A site with its hours, floors and every place that is not hidden, in reading order.
 * @throws NotFound when the hub has no such site
 */
export async function readSite(
  db: Handle,
  hubId: string,
  which: { slug?: string | undefined; placeId?: string },
): Promise<SiteWithPlaces> {
  const { slug, placeId } = which;
  const shown = { not: 'HIDDEN' as const };
  const row = await db.site.findFirst({
    where: {
      hubId,
      ...(slug && { slug }),
      ...(placeId && { places: { some: { id: placeId, state: shown } } }),
    },
    orderBy: { slug: 'asc' },
    include: {
      openingHours: { select: { weekday: true, opens: true, closes: true } },
      floors: { orderBy: { level: 'asc' } },
      places: {
        where: { state: shown },
        orderBy: { readingOrder: 'asc' },
        include: { desk: true, room: true, units: { select: { unitId: true } } },
      },
    },
  });
  if (!row) throw new NotFound('site');
  const { id, zone, name, address, openingHours } = row;
  return {
    site: { id, slug: row.slug, name: name as Text, address, zone, hours: openingHours },
    floors: row.floors.map((floor) => ({
      id: floor.id,
      name: floor.name as Text,
      widthM: floor.widthM,
      heightM: floor.heightM,
      plan: planSchema.parse(floor.plan),
    })),
    places: row.places.map(({ desk, room, units, state, name, note, kind, ...place }) => ({
      id: place.id,
      floorId: place.floorId,
      code: place.code,
      kind,
      name: name as Text,
      note: note as Text | null,
      seats: place.seats,
      stepFree: place.stepFree,
      screens: desk?.screens ?? room?.screens ?? 0,
      heightAdjustable: desk?.heightAdjustable ?? false,
      hearingLoop: room?.hearingLoop ?? false,
      videoMeeting: room?.videoMeeting ?? false,
      x: place.x,
      y: place.y,
      w: place.w,
      h: place.h,
      rotation: place.rotation,
      readingOrder: place.readingOrder,
      outOfService: state === 'OUT_OF_SERVICE',
      unitIds: units.map(({ unitId }) => unitId),
    })),
  };
}

/** What is taken in a window, whoever took it and for whatever: bookings, leases, blocks. */
export async function takenUnits(db: Handle, hubId: string, window: Window): Promise<TakenUnits> {
  const rows = await db.occupancy.findMany({
    where: {
      hubId,
      releasedAt: null,
      startsAt: { lt: dateOf(window.endsAt) },
      OR: [{ endsAt: null }, { endsAt: { gt: dateOf(window.startsAt) } }],
    },
    select: { unitId: true, startsAt: true, endsAt: true },
  });
  const taken: TakenUnits = new Map();
  for (const { unitId, startsAt, endsAt } of rows) {
    const stretch = { startsAt: instantOf(startsAt), endsAt: endsAt && instantOf(endsAt) };
    taken.set(unitId, [...(taken.get(unitId) ?? []), stretch]);
  }
  return taken;
}

/** When a place's units are taken. */
export function takenOf(place: KeptPlace, taken: TakenUnits): Taken[] {
  return place.unitIds.flatMap((unitId) => taken.get(unitId) ?? []);
}

/** How a place stands in a window; without one (the rules refused the time) it is closed. */
export function stateOf(place: KeptPlace, window: Window | null, taken: TakenUnits): PlaceState {
  if (!window || place.outOfService || place.unitIds.length === 0) return 'closed';
  return takenOf(place, taken).some((stretch) => overlaps(window, stretch)) ? 'taken' : 'free';
}

/** A place as pages show it: its units stay inside. */
export function factsOf({
  unitIds: _units,
  outOfService: _service,
  ...facts
}: KeptPlace): PlaceFacts {
  return facts;
}

/** From local midnight to the next one, which on two days a year is not 24 hours. */
export function wholeDay(date: string, zone: string): Window {
  const day = Temporal.PlainDate.from(date);
  return {
    startsAt: day.toZonedDateTime(zone).toInstant(),
    endsAt: day.add({ days: 1 }).toZonedDateTime(zone).toInstant(),
  };
}
