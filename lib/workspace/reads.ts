import type { Temporal } from 'temporal-polyfill';
import { dateOf, now, today } from '#lib/platform/clock.ts';
import { type Handle, type Sql, sql } from '#lib/platform/db.ts';
import { NotFound, type Refusal } from '#lib/platform/errors.ts';
import type { Text } from '#lib/platform/i18n/locales.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { findLateFee } from '#lib/prices/freezing.ts';
import { type Quote, quote } from '#lib/prices/quotes.ts';
import { type BookingPrice, findBookingPrice } from '#lib/prices/reads.ts';
import { awaitsAnswer, withinReach } from './bookable.ts';
import { type BookingRow, findBookings, type KeptBooking } from './bookings.ts';
import { lateFeeOf } from './fees.ts';
import { type House, seenBy } from './hours.ts';
import {
  type FloorFacts,
  type FoundPlace,
  factsOf,
  type KeptPlace,
  listSites,
  type PlaceFacts,
  readSite,
  type SiteFacts,
  type TakenUnits,
  takenOf,
  takenUnits,
  wholeDay,
} from './house.ts';
import { listRemarks, type Remark } from './remarks.ts';
import { fitted, type TimeRule } from './rules.ts';
import { isId, type PlaceKind, type Slot, type Wish } from './schema.ts';
import { nearestFreeSlots, nextSlot } from './slots.ts';
import { judged, standingOf } from './standing.ts';
import { type ActorClass, actorClassOf, type Rules, readRules } from './terms.ts';
import { minutesOf } from './times.ts';

export type Found = {
  site: SiteFacts;
  floors: FloorFacts[];
  /** The wish with everything filled in that was left out. */
  slot: Slot;
  /** What each kind of place asks of a booking. */
  rules: Rules;
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
    const { around, ...found } = await lookAround(db, scope, wish, { slug: wish.site });
    const { all } = around;
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
export async function findPlace(scope: Scope, placeId: string, wish: Wish): Promise<FoundOne> {
  if (!isId(placeId)) throw new NotFound('place');
  return scope.read('place:find', async (db) => {
    const { around, ...found } = await lookAround(db, scope, wish, { placeId });
    const { all } = around;
    const place = all.find(({ id }) => id === placeId);
    if (!place) throw new NotFound('place');
    const floors = found.floors.filter(({ id }) => id === place.floorId);
    const others = all.filter(({ id, floorId }) => id !== placeId && floorId === place.floorId);
    const taken = ['taken', 'partly', 'mine'].includes(place.state);
    const alternatives = taken ? instead(placeId, found, around) : [];
    const house = seenBy(found.site, { kind: place.kind, placeId });
    const minutes = lengthOf(place.slot, house, found.rules[place.kind]);
    const kept = around.places.find(({ id }) => id === placeId);
    const rule = found.rules[place.kind];
    const awaits = kept !== undefined && awaitsAnswer(kept, rule, around.actor);
    const colleagues = await listColleagues(db, scope);
    const price = await quoteOf(db, scope, place, found.site, around.actor);
    return { ...found, floors, place, others, alternatives, minutes, awaits, colleagues, price };
  });
}

export type FoundOne = Found & {
  place: FoundPlace;
  others: FoundPlace[];
  alternatives: Alternative[];
  /** How long its time really is, also when the clocks change; null when the rules refuse it. */
  minutes: number | null;
  /** Whether the house answers before it holds. */
  awaits: boolean;
  /** For whom one may book: everyone of one's own organisation, oneself among them. */
  colleagues: { id: string; name: string }[];
  /** What it would cost; null where it is included. */
  price: Quote | null;
};

async function quoteOf(
  db: Handle,
  scope: Scope,
  { kind, slot }: FoundPlace,
  site: House,
  actor: ActorClass,
): Promise<Quote | null> {
  const { zone, halfDayAt } = site;
  const time = { from: minutesOf(slot.from), to: minutesOf(slot.to), halfDayAt, date: slot.date };
  const where = { kind, site: { zone, halfDayAt } };
  if (time.to <= time.from) return null;
  return quote(db, scope.hub.id, scope.organisation.id, actor, where, time);
}

async function listColleagues(db: Handle, scope: Scope): Promise<FoundOne['colleagues']> {
  if (!scope.may('booking:create')) return [];
  const members = await db.membership.findMany({
    where: { organisationId: scope.organisation.id, person: { withdrawnAt: null } },
    select: { person: { select: { id: true, name: true } } },
    orderBy: { person: { name: 'asc' } },
    take: 200,
  });
  return members.map(({ person }) => person);
}

function lengthOf(slot: Slot, house: House, rule: TimeRule): number | null {
  const { window } = judged(slot, house, rule, now());
  return window?.endsAt.since(window.startsAt).total('minutes') ?? null;
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
  { site, slot, rules }: Pick<Found, 'site' | 'slot' | 'rules'>,
  { taken, places, all }: Around,
): Alternative[] {
  const place = places.find(({ id }) => id === placeId);
  if (!place) return [];
  const offer = (way: Alternative['way'], one: { id: string } & Named, at: Slot): Alternative => {
    const { id, name, kind } = one;
    return { placeId: id, name, kind, way, date: at.date, from: at.from, to: at.to };
  };
  const free = all
    .filter((one) => one.seats >= place.seats && one.state === 'free' && one.id !== placeId)
    .sort((one, other) => one.seats - other.seats);
  const alike = free.filter(({ kind }) => kind === place.kind).slice(0, 3);
  const unlike = free.filter(({ kind }) => kind !== place.kind).slice(0, 2);
  const rule = rules[place.kind];
  const house = seenBy(site, { kind: place.kind, placeId });
  const own = fitted(slot, house, rule);
  const times = nearestFreeSlots(own, house, rule, takenOf(place, taken), now(), 2);
  return [
    ...alike.map((one) => offer('otherPlace', one, one.slot)),
    ...times.map((time) => offer('otherTime', place, time)),
    ...unlike.map((one) => offer('otherKind', one, one.slot)),
  ];
}
type Named = { name: Text; kind: PlaceKind };

const pageSize = 20;

/**
 * The organisation's bookings, twenty a page. Coming ones (also under way), the next first; or past
 * and cancelled ones, the latest first.
 */
export async function listBookings(
  scope: Scope,
  { past = false, page = 1 }: { past?: boolean; page?: number } = {},
): Promise<{ bookings: BookingRow[]; page: number; more: boolean }> {
  const at = dateOf(now());
  const coming = sql`b.status in ('HELD', 'PENDING', 'CONFIRMED', 'CHECKED_IN') and b.ends_at > ${at}
    and (b.held_until is null or b.held_until > ${at})`;
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

export type BookingDetail = Omit<KeptBooking, 'site' | 'organisation'> & {
  site: { slug: string; name: Text; address: string };
  organisation: { name: string; slug: string };
  remarks: Remark[];
  rules: Rules;
  house: House;
  floor: FloorFacts;
  /** Everything that stands on the floor. */
  places: PlaceFacts[];
  /** As it was agreed; null where it is included. */
  price: BookingPrice | null;
  /** What it costs to cancel now, öre without VAT. */
  lateFeeOre: number;
};

/** One of the organisation's bookings, for the house any. @throws NotFound for anyone else's */
export async function findBooking(scope: Scope, id: string): Promise<BookingDetail> {
  if (!isId(id)) throw new NotFound('booking');
  const house = scope.may('booking:decide');
  return scope.read(house ? 'booking:decide' : 'booking:list', async (db) => {
    const [booking] = await findBookings(db, sql`${withinReach(scope)} and b.id = ${id}::uuid`);
    if (!booking) throw new NotFound('booking');
    const { site, floors, places } = await readSite(db, scope.hub.id, { slug: booking.site });
    const floor = floors.find((one) => one.id === booking.floorId);
    if (!floor) throw new NotFound('booking');
    const onFloor = places.filter(({ floorId }) => floorId === floor.id);
    const rules = await readRules(db, scope.hub.id);
    const percent = house ? null : lateFeeOf(booking, rules[booking.place.kind], now());
    return {
      ...booking,
      price: await findBookingPrice(db, scope.hub.id, id),
      lateFeeOre: await findLateFee(db, scope.hub.id, id, percent),
      organisation: booking.organisation ?? { name: '', slug: scope.organisation.slug },
      remarks: await listRemarks(db, scope.hub.id, id),
      rules,
      house: site,
      site: { slug: booking.site, name: site.name, address: site.address },
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
      sql`b.hub_id = ${scope.hub.id}::uuid and b.status in ('PENDING', 'CONFIRMED', 'CHECKED_IN', 'NO_SHOW')
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

/** Bookings of the house that await its answer, those that begin first on top. For whoever may answer. */
export async function listToAnswer(scope: Scope): Promise<KeptBooking[]> {
  return scope.read('booking:decide', (db) =>
    findBookings(
      db,
      sql`b.hub_id = ${scope.hub.id}::uuid and b.status = 'PENDING' and b.ends_at > ${dateOf(now())}
        order by b.starts_at, b.id limit 100`,
    ),
  );
}

type Around = { taken: TakenUnits; places: KeptPlace[]; all: FoundPlace[]; actor: ActorClass };

async function lookAround(
  db: Handle,
  scope: Scope,
  wish: Wish,
  which: { slug?: string | undefined; placeId?: string },
): Promise<Found & { around: Around }> {
  const { site: kept, floors, places } = await readSite(db, scope.hub.id, which);
  const rules = await readRules(db, scope.hub.id);
  const actor = await actorClassOf(db, scope.hub.id, scope.organisation.id);
  const site = seenBy(kept, { actor });
  const at = now();
  const slot = { ...nextSlot(site, at, wish.date), ...stated(wish) };
  const { window, refusal } = judged(slot, site, widest(rules), at);
  const open = window !== null || opensForSome(places, slot, site, rules, at);
  const day = open && wholeDay(slot.date, site.zone);
  const taken: TakenUnits = day ? await takenUnits(db, scope, day) : new Map();
  const organisationId = scope.organisation.id;
  const asked = { slot, house: site, rules, taken, actor, organisationId, at };
  const all = places.map((place) => standingOf(place, asked));
  return {
    site,
    floors,
    slot,
    rules,
    refusal: open ? null : refusal,
    around: { taken, places, all, actor },
  };
}

/** Whether some kind of place has hours of its own in which the wish lies. */
function opensForSome(
  places: readonly KeptPlace[],
  slot: Slot,
  site: House,
  rules: Rules,
  at: Temporal.Instant,
): boolean {
  const kinds = [...new Set(places.map(({ kind }) => kind))];
  return kinds.some((kind) => {
    const house = seenBy(site, { kind });
    const rule = rules[kind];
    return judged(fitted(slot, house, rule), house, rule, at).window !== null;
  });
}

/** What no kind of place in the house would allow is wrong for all of them. */
function widest(rules: Rules): TimeRule {
  const most = (which: 'daysAhead' | 'maxMinutes') =>
    Math.max(...Object.values(rules).map((rule) => rule[which]));
  return {
    step: 'QUARTER',
    minMinutes: 15,
    maxMinutes: most('maxMinutes'),
    daysAhead: most('daysAhead'),
    noticeMinutes: 0,
  };
}

function stated({ date, from, to }: Wish): Partial<Slot> {
  return { ...(date && { date }), ...(from && { from }), ...(to && { to }) };
}

function fits(place: FoundPlace, { seats, kind }: Wish): boolean {
  return place.seats >= (seats ?? 1) && (kind === undefined || place.kind === kind);
}
