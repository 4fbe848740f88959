import { now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
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

/** What a row needs of its place. */
export const withPlace = {
  place: {
    select: {
      id: true,
      name: true,
      kind: true,
      floorId: true,
      site: { select: { slug: true, zone: true } },
    },
  },
} as const;

type KeptBooking = {
  id: string;
  organisationId: string;
  bookedById: string;
  startsAt: Date;
  endsAt: Date;
  status: BookingStatus;
  purpose: string;
  place: { id: string; name: unknown; kind: PlaceKind; site: { zone: string } };
};

// Names are asked for apart: whoever has left cannot be seen any more, and Prisma calls a required
// relation without a row a fault.
export async function asRows(db: Handle, rows: readonly KeptBooking[]): Promise<BookingRow[]> {
  const ids = [...new Set(rows.map(({ bookedById }) => bookedById))];
  const people = await db.person.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map((row) => ({
    id: row.id,
    place: { id: row.place.id, name: row.place.name as Text, kind: row.place.kind },
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    zone: row.place.site.zone,
    status: row.status,
    purpose: row.purpose,
    bookedBy: names.get(row.bookedById) ?? null,
    notCancellable: refusalToCancel(row, now()),
  }));
}

/** The names of the organisations that booked. */
export async function organisationNames(
  db: Handle,
  rows: readonly KeptBooking[],
): Promise<Map<string, string>> {
  const ids = [...new Set(rows.map(({ organisationId }) => organisationId))];
  const found = await db.organisation.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  return new Map(found.map(({ id, name }) => [id, name]));
}
