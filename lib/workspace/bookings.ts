import { now } from '#lib/platform/clock.ts';
import { type Handle, type Sql, sql } from '#lib/platform/db.ts';
import type { Text } from '#lib/platform/i18n/locales.ts';
import { type BookingStatus, refusalToMove } from './moves.ts';
import type { PlaceKind } from './schema.ts';

export type BookingRow = {
  id: string;
  place: { id: string; name: Text; kind: PlaceKind };
  startsAt: Date;
  endsAt: Date;
  /** IANA zone of the site: the times are shown in it. */
  zone: string;
  status: BookingStatus;
  purpose: string;
  people: number;
  /** Null for someone who has left the organisation. */
  bookedBy: string | null;
  bookedFor: string | null;
  /** The code of why it cannot be cancelled now; null when it can. */
  notCancellable: string | null;
  /** The series it is a day of, if it is one. */
  seriesId: string | null;
};

/** What the readers of more than a row need besides. */
export type KeptBooking = BookingRow & {
  revision: number;
  site: string;
  floorId: string;
  /** Null when it has left the hub. */
  organisation: { name: string; slug: string } | null;
  /** What others at the hub see of it. */
  shown: 'ORGANISATION' | 'HIDDEN';
  heldUntil: Date | null;
  checkedInAt: Date | null;
  leftAt: Date | null;
  togetherId: string | null;
  /** What part of the price it still costs, cancelled late. */
  lateFeePercent: number | null;
  /** The unit of a pool that it got; empty where the place says it all. */
  unit: string;
};

type Found = Omit<KeptBooking, 'place' | 'notCancellable' | 'organisation'> & {
  placeId: string;
  placeName: Text;
  placeKind: PlaceKind;
  organisation: string | null;
  slug: string | null;
};

/**
 * Bookings with their place, booker and whom they are for, in one statement: `which` follows "where" and
 * may go on with an order and a limit, over b (booking), p (place), s (site). Whoever has left the
 * organisation cannot be seen any more, nor an organisation that has left the hub: their names
 * are then null. A place and a site are always there: joined from the booking on, so that how many sites the
 * hub has is of no matter to the planner.
 */
export async function findBookings(db: Handle, which: Sql): Promise<KeptBooking[]> {
  const rows = await db.$queryRaw<Found[]>(sql`
    select b.id, b.starts_at as "startsAt", b.ends_at as "endsAt", s.zone, b.status::text, b.people,
      b.purpose, b.revision, booker.name as "bookedBy", guest.name as "bookedFor", s.slug as site,
      p.floor_id as "floorId", p.id as "placeId", p.name as "placeName", p.kind::text as "placeKind",
      o.name as organisation, o.slug, b.shown::text, b.held_until as "heldUntil", b.checked_in_at as "checkedInAt",
      b.left_at as "leftAt", b.together_id as "togetherId", b.series_id as "seriesId",
      b.late_fee_percent as "lateFeePercent", case when p.claim = 'ANY' then coalesce((
        select u.code from occupancy c join unit u on u.hub_id = c.hub_id and u.id = c.unit_id
        where c.hub_id = b.hub_id and c.booking_id = b.id and c.released_at is null limit 1), '') else '' end as unit
    from booking b
      left join place p on p.hub_id = b.hub_id and p.id = b.place_id
      left join site s on s.hub_id = p.hub_id and s.id = p.site_id
      left join person booker on booker.id = b.booked_by_id
      left join person guest on guest.id = b.booked_for_id
      left join organisation o on o.id = b.organisation_id
    where ${which}`);
  const at = now();
  return rows.map(({ placeId, placeName, placeKind, organisation, slug, ...row }) => ({
    ...row,
    place: { id: placeId, name: placeName, kind: placeKind },
    organisation: organisation === null ? null : { name: organisation, slug: slug ?? '' },
    notCancellable: refusalToMove(row, 'CANCELLED', at),
  }));
}
