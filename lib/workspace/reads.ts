import { dateOf, now, today } from '#lib/platform/clock.ts';
import { type Handle, type Sql, sql } from '#lib/platform/db.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import type { Text } from '#lib/platform/i18n/locales.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { type BookingRow, findBookings, type KeptBooking } from './bookings.ts';
import {
  type FloorFacts,
  type FoundPlace,
  factsOf,
  type KeptPlace,
  listSites,
  type PlaceFacts,
  readSite,
  type SiteFacts,
  stateOf,
  type TakenUnits,
  takenOf,
  takenUnits,
  wholeDay,
} from './house.ts';
import { type House, nearestFreeSlots, nextSlot, type Window, windowOf } from './rules.ts';
import { isId, type PlaceKind, type Slot, type Wish } from './schema.ts';

export type Found = {
  site: SiteFacts;
  floors: FloorFacts[];
  /** The wish with everything filled in that was left out. */
  slot: Slot;
  /** How long that really is, also when the clocks change; null when the rules refuse it. */
  minutes: number | null;
  /** What the house's rules have against the time; every place is then closed. */
  refusal: Refusal | null;
};

/** The house as anyone may see it: hours, floors and places, without any state. @throws NotFound */
export async function findHouse(
  scope: Scope,
): Promise<{ site: SiteFacts; floors: FloorFacts[]; places: PlaceFacts[] }> {
  return scope.read('workspace:read', async (db) => {
    const { site, floors, places } = await readSite(db, scope.hub.id, {});
    return { site, floors, places: places.map(factsOf) };
  });
}

/**
 * Which places of a site are free at the wished time, free ones first and then in reading order,
 * with the floors they stand on. That a place is taken is told, never by whom. What was wished of
 * seats and kind narrows the list; the plan's other places come as `others`.
 * @throws NotFound for an unknown site
 */
export async function findFreePlaces(
  scope: Scope,
  wish: Wish,
): Promise<Found & { sites: SiteName[]; places: FoundPlace[]; others: FoundPlace[] }> {
  return scope.read('place:find', async (db) => {
    const sites = await listSites(db, scope.hub.id);
    const {
      all,
      around: _around,
      ...found
    } = await lookAround(db, scope, wish, {
      slug: wish.site,
    });
    const order = (place: FoundPlace) => (place.state === 'free' ? 0 : 1);
    const places = all
      .filter((place) => fits(place, wish))
      .sort((one, other) => order(one) - order(other));
    return { ...found, sites, places, others: all.filter((place) => !fits(place, wish)) };
  });
}
type SiteName = { slug: string; name: Text };

/**
 * One place at the wished time, with its floor, what else stands there, and what is free instead
 * when it is taken.
 * @throws NotFound for a place that is not there, hidden or another hub's
 */
export async function findPlace(
  scope: Scope,
  placeId: string,
  wish: Wish,
): Promise<Found & { place: FoundPlace; others: FoundPlace[]; alternatives: Alternative[] }> {
  if (!isId(placeId)) throw new NotFound('place');
  return scope.read('place:find', async (db) => {
    const { all, around, ...found } = await lookAround(db, scope, wish, { placeId });
    const place = all.find(({ id }) => id === placeId);
    if (!place) throw new NotFound('place');
    const floors = found.floors.filter(({ id }) => id === place.floorId);
    const others = all.filter(({ id, floorId }) => id !== placeId && floorId === place.floorId);
    const alternatives = place.state === 'taken' ? instead(placeId, found, around) : [];
    return { ...found, floors, place, others, alternatives };
  });
}

export type Alternative = Slot & {
  placeId: string;
  name: Text;
  kind: PlaceKind;
  /** The same kind at the same time, the same place at another time, or something else. */
  way: 'otherPlace' | 'otherTime' | 'otherKind';
};

/** The nearest ways out when a place is taken. They are free when asked; the insert decides. */
export async function listAlternatives(
  scope: Scope,
  placeId: string,
  slot: Slot,
): Promise<Alternative[]> {
  return scope.read('place:find', async (db) => {
    const { around, ...found } = await lookAround(db, scope, slot, { placeId });
    return instead(placeId, found, around);
  });
}

function instead(
  placeId: string,
  { site, slot }: Pick<Found, 'site' | 'slot'>,
  { window, taken, places }: Around,
) {
  const place = places.find(({ id }) => id === placeId);
  if (!place || !window) return [];
  const offer = (way: Alternative['way'], at: Slot, { id, name, kind } = place): Alternative => {
    return { placeId: id, name, kind, way, date: at.date, from: at.from, to: at.to };
  };
  const free = places
    .filter((one) => one.seats >= place.seats && stateOf(one, window, taken) === 'free')
    .sort((one, other) => one.seats - other.seats);
  const alike = free.filter(({ kind }) => kind === place.kind).slice(0, 3);
  const unlike = free.filter(({ kind }) => kind !== place.kind).slice(0, 2);
  const times = nearestFreeSlots(slot, site, takenOf(place, taken), now(), 2);
  return [
    ...alike.map((one) => offer('otherPlace', slot, one)),
    ...times.map((time) => offer('otherTime', time)),
    ...unlike.map((one) => offer('otherKind', slot, one)),
  ];
}

const pageSize = 20;

/**
 * The organisation's bookings, twenty a page. Coming ones (also under way), the next first; or past
 * and cancelled ones, the latest first.
 */
export async function listBookings(
  scope: Scope,
  { past = false, page = 1 }: { past?: boolean; page?: number } = {},
): Promise<{ bookings: BookingRow[]; page: number; more: boolean }> {
  const coming = sql`b.status = 'CONFIRMED' and b.ends_at > ${dateOf(now())}`;
  const which = past
    ? sql`not (${coming}) order by b.starts_at desc, b.id`
    : sql`${coming} order by b.starts_at, b.id`;
  return scope.read('booking:list', async (db) => {
    const rows = await findBookings(
      db,
      sql`${own(scope)} and ${which} limit ${pageSize + 1} offset ${(page - 1) * pageSize}`,
    );
    return { bookings: rows.slice(0, pageSize), page, more: rows.length > pageSize };
  });
}

export type BookingDetail = BookingRow & {
  revision: number;
  site: { name: Text; address: string };
  floor: FloorFacts;
  /** Everything that stands on the floor. */
  places: PlaceFacts[];
};

/** One of the organisation's bookings. @throws NotFound for anyone else's */
export async function findBooking(scope: Scope, id: string): Promise<BookingDetail> {
  if (!isId(id)) throw new NotFound('booking');
  return scope.read('booking:list', async (db) => {
    const [booking] = await findBookings(db, sql`${own(scope)} and b.id = ${id}::uuid`);
    if (!booking) throw new NotFound('booking');
    const { site, floors, places } = await readSite(db, scope.hub.id, { slug: booking.site });
    const floor = floors.find((one) => one.id === booking.floorId);
    if (!floor) throw new NotFound('booking');
    const onFloor = places.filter(({ floorId }) => floorId === floor.id);
    return {
      ...booking,
      site: { name: site.name, address: site.address },
      floor,
      places: onFloor.map(factsOf),
    };
  });
}

/**
 * Every booking of the house on a day (YYYY-MM-DD, the hub's zone; null is today), by time. For the
 * host: the one reader who sees all organisations' bookings.
 */
export async function listHouseToday(
  scope: Scope,
  date: string | null = null,
): Promise<{ date: string; bookings: KeptBooking[] }> {
  const day = date ?? today(scope.hub.zone).toString();
  const window = wholeDay(day, scope.hub.zone);
  return scope.read('house:today', async (db) => {
    const bookings = await findBookings(
      db,
      sql`b.hub_id = ${scope.hub.id}::uuid and b.status = 'CONFIRMED'
        and b.starts_at < ${dateOf(window.endsAt)} and b.ends_at > ${dateOf(window.startsAt)}
        order by b.starts_at, p.reading_order`,
    );
    return { date: day, bookings };
  });
}

/** The hub's host may select others' bookings, too: "own" is said here, not left to the wall. */
function own(scope: Scope): Sql {
  return sql`b.hub_id = ${scope.hub.id}::uuid and b.organisation_id = ${scope.organisation.id}::uuid`;
}

type Around = { window: Window | null; taken: TakenUnits; places: KeptPlace[] };

async function lookAround(
  db: Handle,
  scope: Scope,
  wish: Wish,
  which: { slug?: string | undefined; placeId?: string },
): Promise<Found & { all: FoundPlace[]; around: Around }> {
  const { site, floors, places } = await readSite(db, scope.hub.id, which);
  const slot = { ...nextSlot(site, now(), wish.date), ...stated(wish) };
  const { window, refusal } = judged(slot, site);
  const day = window && wholeDay(slot.date, site.zone);
  const taken: TakenUnits = day ? await takenUnits(db, scope.hub.id, day) : new Map();
  const all = places.map((place) => ({ ...factsOf(place), state: stateOf(place, window, taken) }));
  const minutes = window?.endsAt.since(window.startsAt).total('minutes') ?? null;
  return { site, floors, slot, minutes, refusal, all, around: { window, taken, places } };
}

function stated({ date, from, to }: Wish): Partial<Slot> {
  return { ...(date && { date }), ...(from && { from }), ...(to && { to }) };
}

function judged(slot: Slot, house: House): { window: Window | null; refusal: Refusal | null } {
  try {
    return { window: windowOf(slot, house, now()), refusal: null };
  } catch (error) {
    if (error instanceof Refusal) return { window: null, refusal: error };
    throw error;
  }
}

function fits(place: FoundPlace, { seats, kind }: Wish): boolean {
  return place.seats >= (seats ?? 1) && (kind === undefined || place.kind === kind);
}
