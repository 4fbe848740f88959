import { Temporal } from 'temporal-polyfill';
import { dateOf, instantOf, now } from '#lib/platform/clock.ts';
import { type Handle, sql } from '#lib/platform/db.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Text } from '#lib/platform/i18n/locales.ts';
import type { Values } from '#lib/platform/i18n/sentence.ts';
import { readAttributes } from './attribute-reads.ts';
import { type Attribute, type Had, hadBy, type Need } from './attributes.ts';
import { type FloorFacts, readFloors } from './floors.ts';
import type { House } from './hours.ts';
import { houseOf, withOpening } from './opening.ts';
import type { PlanShape } from './plan-schema.ts';
import type { Taken, Window } from './rules.ts';
import type { Claim, PlaceKind, PlaceState, Slot } from './schema.ts';
import { takenWithin } from './taken.ts';
import type { ActorClass } from './terms.ts';

export type SiteFacts = House & { id: string; slug: string; name: Text; address: string };
export type { FloorFacts };
export type PlaceFacts = {
  id: string;
  floorId: string;
  code: string;
  kind: PlaceKind;
  name: Text;
  note: Text | null;
  seats: number;
  attributes: Had[];
  /** Where it stands on its floor's plan; null while it does not. */
  shape: PlanShape | null;
  /** Its order in lists. */
  readingOrder: number;
};
/** A place at a wished time. */
export type FoundPlace = PlaceFacts & {
  state: PlaceState;
  /** The wish on the grid of its kind: half days for some, whole days for others. */
  slot: Slot;
  /** Who has taken it, where they let it be seen. */
  by: string | null;
  /** How many of a pool are free. */
  unitsFree: number;
  /** What it lacks of what was needed. */
  lacks: Need[];
  /** The code of what its rules have against the time, and what that sentence names, and of which field. */
  refusal: { code: string; values: Values; field: string } | null;
};
export type KeptPlace = PlaceFacts & {
  outOfService: boolean;
  claim: Claim;
  unitIds: string[];
  /** Its own answers where they differ from those of its kind. */
  approval: boolean | null;
  bookableBy: ActorClass[];
  holders: string[];
};
export type SiteWithPlaces = {
  site: SiteFacts;
  floors: FloorFacts[];
  places: KeptPlace[];
  /** What the hub tells of its places. */
  attributes: Attribute[];
};

/** By its short name, or by a place that it has. */
export type WhichSite = { slug: string } | { placeId: string };

/** By whom: the organisation's name where it is shown; one's own always, which may be an offer not yet signed. */
export type TakenBy = Taken & { own: boolean; offered: boolean; by: string | null };

/** Whose something is that several things stand on, as whoever asks sees it. */
export function whose(those: readonly TakenBy[]): 'mine' | 'offered' | 'taken' {
  if (!those.every(({ own }) => own)) return 'taken';
  return those.every(({ offered }) => offered) ? 'offered' : 'mine';
}
/** A unit's id to the stretches in which it is taken. */
export type TakenUnits = Map<string, TakenBy[]>;

export type SiteName = { id: string; slug: string; name: Text };

/** The hub's sites that have a place to show, the one with most places in use on top: it is shown first. */
export async function listSites(db: Handle, hubId: string): Promise<SiteName[]> {
  return db.$queryRaw<SiteName[]>(sql`
    select s.id, s.slug, s.name
    from site s
      join place p on p.hub_id = s.hub_id and p.site_id = s.id and p.state <> 'HIDDEN'
    where s.hub_id = ${hubId}::uuid
    group by s.hub_id, s.id
    order by count(*) filter (where p.state = 'ACTIVE') desc, s.slug`);
}

/** The same, and the one that is asked for; the first where none is. @throws NotFound for a hub without any */
export async function chooseSite(
  db: Handle,
  hubId: string,
  slug: string | undefined,
): Promise<{ sites: SiteName[]; slug: string }> {
  const sites = await listSites(db, hubId);
  const chosen = slug ?? sites[0]?.slug;
  if (chosen === undefined) throw new NotFound('site');
  return { sites, slug: chosen };
}

/**
 * A site with its hours, floors and every place that is not hidden, in reading order.
 * @throws NotFound when the hub has no such site
 */
export async function readSite(
  db: Handle,
  hubId: string,
  which: WhichSite,
): Promise<SiteWithPlaces> {
  const shown = { not: 'HIDDEN' as const };
  const row = await db.site.findFirst({
    where: {
      hubId,
      ...('slug' in which
        ? { slug: which.slug }
        : { places: { some: { id: which.placeId, state: shown } } }),
    },
    include: {
      ...withOpening,
      places: {
        where: { state: shown },
        orderBy: { readingOrder: 'asc' },
        include: { attributes: true, units: { select: { unitId: true } }, holders: true },
      },
    },
  });
  if (!row) throw new NotFound('site');
  const { id, name, address } = row;
  const attributes = await readAttributes(db, hubId);
  const { floors, shapes } = await readFloors(db, hubId, id);
  return {
    site: {
      ...{ id, slug: row.slug, name: name as Text, address },
      ...houseOf(row),
    },
    floors,
    attributes,
    places: row.places.map(({ units, holders, state, name, note, kind, ...place }) => ({
      id: place.id,
      floorId: place.floorId,
      code: place.code,
      kind,
      name: name as Text,
      note: note as Text | null,
      seats: place.seats,
      attributes: hadBy(attributes, kind, place.attributes),
      shape: shapes.get(place.id) ?? null,
      readingOrder: place.readingOrder,
      outOfService: state === 'OUT_OF_SERVICE',
      claim: place.claim,
      approval: place.approval,
      bookableBy: place.bookableBy,
      unitIds: units.map(({ unitId }) => unitId),
      holders: holders.map(({ organisationId }) => organisationId),
    })),
  };
}

/** What is taken of these units in a window, whoever took it and for whatever: bookings, leases, blocks. */
export async function takenUnits(
  db: Handle,
  scope: { hub: { id: string }; organisation: { id: string } },
  window: Window,
  unitIds: readonly string[],
): Promise<TakenUnits> {
  const rows = await db.$queryRaw<Row[]>(sql`
    select c.unit_id as "unitId", c.starts_at as "startsAt", c.ends_at as "endsAt",
      b.id is not null or l.id is not null as own,
      coalesce(l.status = 'OFFERED', false) as offered, o.name as by
    from ${takenWithin(scope.hub.id, unitIds, window)} c
      left join booking b on b.hub_id = c.hub_id and b.id = c.booking_id
        and b.organisation_id = ${scope.organisation.id}::uuid
      left join lease l on l.hub_id = c.hub_id and l.id = c.lease_id
        and l.organisation_id = ${scope.organisation.id}::uuid
      left join organisation o on o.id = c.shown_organisation_id
    where c.held_until is null or c.held_until > ${dateOf(now())}`);
  const taken: TakenUnits = new Map();
  for (const { unitId, startsAt: from, endsAt: to, own, offered, by } of rows) {
    const stretch = { startsAt: instantOf(from), endsAt: to && instantOf(to), own, offered, by };
    taken.set(unitId, [...(taken.get(unitId) ?? []), stretch]);
  }
  return taken;
}
type Row = {
  unitId: string;
  startsAt: Date;
  endsAt: Date | null;
  own: boolean;
  offered: boolean;
  by: string | null;
};

/** The units that places claim. */
export function unitsOf(places: readonly KeptPlace[]): string[] {
  return [...new Set(places.flatMap(({ unitIds }) => unitIds))];
}

/** When a place's units are taken. */
export function takenOf(place: KeptPlace, taken: TakenUnits): TakenBy[] {
  return place.unitIds.flatMap((unitId) => taken.get(unitId) ?? []);
}

/** A place as pages show it: its units and permissions stay inside. */
export function factsOf({
  unitIds: _units,
  outOfService: _service,
  claim: _claim,
  approval: _approval,
  bookableBy: _classes,
  holders: _holders,
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
