import { dateOf, now, today } from '#lib/platform/clock.ts';
import { type Handle, type Sql, sql } from '#lib/platform/db.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Text } from '#lib/platform/i18n/locales.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { findLateFee, isReturned } from '#lib/prices/freezing.ts';
import { type BookingPrice, findBookingPrice } from '#lib/prices/reads.ts';
import { withinReach } from './bookable.ts';
import { type BookingRow, findBookings, type KeptBooking } from './bookings.ts';
import { lateFeeOf } from './fees.ts';
import { type Held, heldDetail } from './held.ts';
import type { House } from './hours.ts';
import { type FloorFacts, factsOf, type PlaceFacts, readSite, wholeDay } from './house.ts';
import { standing } from './moves.ts';
import { listRemarks, type Remark } from './remarks.ts';
import { isId } from './schema.ts';
import { type Rules, readRules } from './terms.ts';
import { isOffered } from './waiting.ts';

const pageSize = 20;
/** A page and one more, which says whether there is another. */
const oneMore = sql`21`;

/**
 * The organisation's bookings, twenty a page. Coming ones (also under way), the next first; or past
 * and cancelled ones, the latest first.
 */
export async function listBookings(
  scope: Scope,
  { past = false, page = 1 }: { past?: boolean; page?: number } = {},
): Promise<{ bookings: BookingRow[]; page: number; more: boolean }> {
  const at = dateOf(now());
  // No booking is longer than a month (bookings_end_within_a_month): what is under way is found by its start.
  const coming = sql`b.status in ('HELD', 'PENDING', 'CONFIRMED', 'CHECKED_IN') and b.ends_at > ${at}
    and b.starts_at > ${dateOf(now().subtract({ hours: 31 * 24 }))} and (b.held_until is null or b.held_until > ${at})`;
  const which = past ? sql`not (${coming})` : coming;
  const order = past ? sql`b.starts_at desc, b.id desc` : sql`b.starts_at, b.id`;
  const before = (page - 1) * pageSize;
  // First which, by one index that has their order; then all there is to say of those few. How many is part of
  // the text: of a number given apart the planner would think the worst.
  const ids = sql`select b.id from booking b where ${own(scope)} and ${which} order by ${order}
    ${before > 0 ? sql`offset ${before}` : sql``} limit ${oneMore}`;
  return scope.read('booking:list', async (db) => {
    const rows = await findBookings(
      db,
      sql`b.hub_id = ${scope.hub.id}::uuid and b.id in (${ids}) order by ${order}`,
    );
    return { bookings: rows.slice(0, pageSize), page, more: rows.length > pageSize };
  });
}

export type BookingDetail = Omit<KeptBooking, 'site' | 'organisation'> & {
  site: { slug: string; name: Text; address: string };
  organisation: { name: string; slug: string };
  remarks: Remark[];
  /** The names of the places that were booked in the same breath. */
  together: Text[];
  rules: Rules;
  house: House;
  floor: FloorFacts;
  /** Everything that stands on the floor. */
  places: PlaceFacts[];
  /** As it was agreed; null where it is included. */
  price: BookingPrice | null;
  /** What making a booking of it costs and asks; null where it is not held. */
  held: Held | null;
  /** Whether all that it took of plans and passes has been given back. */
  returned: boolean;
  /** Every day of its series; none where it is no part of one. */
  days: SeriesDay[];
  /** The country of the hub, and so its money. */
  country: Scope['hub']['country'];
  /** Held for who waited for it: it cannot be kept longer, the next one waits. */
  offered: boolean;
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
      together: await namesBookedWith(db, scope.hub.id, booking),
      returned: !standing.includes(booking.status) && (await isReturned(db, scope.hub.id, id)),
      held: booking.status === 'HELD' ? await heldDetail(db, scope.hub.id, booking) : null,
      country: scope.hub.country,
      days: await daysOf(db, scope.hub.id, booking.seriesId),
      offered: booking.status === 'HELD' && (await isOffered(db, scope.hub.id, id)),
      remarks: await listRemarks(db, scope.hub.id, id),
      rules,
      house: site,
      site: { slug: booking.site, name: site.name, address: site.address },
      floor,
      places: onFloor.map(factsOf),
    };
  });
}

export type SeriesDay = Pick<BookingRow, 'id' | 'startsAt' | 'endsAt' | 'status'>;

async function daysOf(db: Handle, hubId: string, seriesId: string | null): Promise<SeriesDay[]> {
  if (!seriesId) return [];
  return db.booking.findMany({
    where: { hubId, seriesId },
    select: { id: true, startsAt: true, endsAt: true, status: true },
    orderBy: { startsAt: 'asc' },
    take: 60,
  });
}

async function namesBookedWith(db: Handle, hubId: string, { id, togetherId }: KeptBooking) {
  if (!togetherId) return [];
  const rows = await db.booking.findMany({
    where: { hubId, togetherId, id: { not: id } },
    select: { place: { select: { name: true, readingOrder: true } } },
    orderBy: { place: { readingOrder: 'asc' } },
  });
  return rows.map(({ place }) => place.name as Text);
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
