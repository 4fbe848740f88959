import { now } from '#lib/platform/clock.ts';
import { type Handle, type Sql, sql } from '#lib/platform/db.ts';
import type { Text } from '#lib/platform/i18n/locales.ts';
import { type BookingStatus, refusalToCancel } from './rules.ts';
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
  /** Null for someone who has left the organisation. */
  bookedBy: string | null;
  /** The code of why it cannot be cancelled now; null when it can. */
  notCancellable: string | null;
};

/** What the readers of more than a row need besides. */
export type KeptBooking = BookingRow & {
  revision: number;
  site: string;
  floorId: string;
  /** Null when it has left the hub. */
  organisation: string | null;
};

type Found = Omit<KeptBooking, 'place' | 'notCancellable'> & {
  placeId: string;
  placeName: Text;
  placeKind: PlaceKind;
};

/**
 * Bookings with their place and booker, in one statement: `which` follows "where" and may go on
 * with an order and a limit, over b (booking), p (place), s (site). Whoever has left the
 * organisation cannot be seen any more, nor an organisation that has left the hub: their names
 * are then null.
 */
export async function findBookings(db: Handle, which: Sql): Promise<KeptBooking[]> {
  const rows = await db.$queryRaw<Found[]>(sql`
    select b.id, b.starts_at as "startsAt", b.ends_at as "endsAt", s.zone, b.status::text,
      b.purpose, b.revision, person.name as "bookedBy", s.slug as site, p.floor_id as "floorId",
      p.id as "placeId", p.name as "placeName", p.kind::text as "placeKind", o.name as organisation
    from booking b
      join place p on p.hub_id = b.hub_id and p.id = b.place_id
      join site s on s.hub_id = p.hub_id and s.id = p.site_id
      left join person on person.id = b.booked_by_id
      left join organisation o on o.id = b.organisation_id
    where ${which}`);
  const at = now();
  return rows.map(({ placeId, placeName, placeKind, ...row }) => ({
    ...row,
    place: { id: placeId, name: placeName, kind: placeKind },
    notCancellable: refusalToCancel(row, at),
  }));
}
