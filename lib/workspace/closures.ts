import { Temporal } from 'temporal-polyfill';
import { dateOf, instantOf, now } from '#lib/platform/clock.ts';
import { type Handle, sql } from '#lib/platform/db.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Text } from '#lib/platform/i18n/locales.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { findBookings, type KeptBooking } from './bookings.ts';
import { type Closing, concerns, turnsOf } from './hours.ts';
import { closingOf } from './opening.ts';
import { isId, type PlaceKind } from './schema.ts';
import type { ActorClass } from './terms.ts';

export type Closure = Closing & {
  id: string;
  site: { id: string; slug: string; name: Text; zone: string };
  /** The one place it is of, where it is of one. */
  place: Text | null;
  state: 'DRAFT' | 'PUBLISHED' | 'WITHDRAWN';
};
/** A booking that a closure meets, or a leased place behind its doors. */
export type Affected = {
  bookings: KeptBooking[];
  leased: Text[];
  /** How many guided demos stand then; these are called off one by one, each with its reason. */
  guided: number;
};

const included = {
  site: { select: { id: true, slug: true, name: true, zone: true } },
  place: { select: { name: true } },
} as const;

/** The closures of a hub, those to come first; withdrawn ones are history and left out. For whoever may publish. */
export async function listClosures(scope: Scope): Promise<Closure[]> {
  return scope.read('closure:publish', async (db) => {
    const rows = await db.closure.findMany({
      where: { hubId: scope.hub.id, state: { not: 'WITHDRAWN' } },
      include: included,
      orderBy: [{ fromDay: 'asc' }, { id: 'asc' }],
      take: 300,
    });
    return rows.map(told);
  });
}

/** @throws NotFound for another hub's, or none */
export async function readClosure(db: Handle, hubId: string, id: string): Promise<Closure> {
  if (!isId(id)) throw new NotFound('closure');
  const row = await db.closure.findFirst({ where: { hubId, id }, include: included });
  if (!row) throw new NotFound('closure');
  return told(row);
}

type Row = Parameters<typeof closingOf>[0] & {
  id: string;
  state: Closure['state'];
  site: { id: string; slug: string; name: unknown; zone: string };
  place: { name: unknown } | null;
};

function told(row: Row): Closure {
  const { id, state, site, place } = row;
  const named = { ...site, name: site.name as Text };
  return { ...closingOf(row), id, state, site: named, place: place && (place.name as Text) };
}

/** Whom it meets: bookings that have not begun, and places that are let. */
export async function affectedBy(db: Handle, hubId: string, closure: Closure): Promise<Affected> {
  const at = dateOf(now());
  const bookings: KeptBooking[] = [];
  const leased = new Map<string, Text>();
  let guided = 0;
  for (const { startsAt, endsAt } of timesOf(closure)) {
    const found = await findBookings(
      db,
      sql`b.hub_id = ${hubId}::uuid and s.id = ${closure.site.id}::uuid and b.starts_at > ${at}
        and b.status in ('HELD', 'PENDING', 'CONFIRMED')
        and (b.held_until is null or b.held_until > ${at})
        and b.starts_at < ${endsAt} and b.ends_at > ${startsAt}
        and (${closure.kind}::text is null or p.kind::text = ${closure.kind}::text)
        and (${closure.placeId}::text is null or p.id = ${closure.placeId}::uuid)
        and not b.actor_class::text = any (${[...closure.exempt]}::text[])
        order by b.starts_at, p.reading_order, b.id`,
    );
    bookings.push(...found);
    guided += await db.guidedSession.count({
      where: {
        ...{ hubId, state: 'OPEN', startsAt: { gt: at, lt: endsAt }, endsAt: { gt: startsAt } },
        place: {
          siteId: closure.site.id,
          ...(closure.kind && { kind: closure.kind }),
          ...(closure.placeId && { id: closure.placeId }),
        },
      },
    });
    const window = { hubId, startsAt, endsAt };
    for (const place of await leasedPlaces(db, window, closure)) leased.set(place.id, place.name);
  }
  return { bookings, leased: [...leased.values()], guided };
}

/** Nobody waits for what is closed. Gives how many did. */
export async function lapseWaiting(db: Handle, hubId: string, closure: Closure): Promise<number> {
  let lapsed = 0;
  for (const { startsAt, endsAt } of timesOf(closure)) {
    lapsed += await db.$executeRaw(sql`
      update waiting w set state = 'LAPSED' where w.hub_id = ${hubId}::uuid and w.state = 'WAITING'
        and w.site_id = ${closure.site.id}::uuid and w.starts_at < ${endsAt} and w.ends_at > ${startsAt}
        and not actor_class(w.hub_id, w.organisation_id)::text = any (${[...closure.exempt]}::text[])
        and exists (select from place p where p.hub_id = w.hub_id and p.id = any (w.place_ids)
          and (${closure.kind}::text is null or p.kind::text = ${closure.kind}::text)
          and (${closure.placeId}::text is null or w.place_ids = array[${closure.placeId}::uuid]))`);
  }
  return lapsed;
}

/** Its times that are not over, over as far as anyone can book. */
function timesOf(closure: Closure): { startsAt: Date; endsAt: Date }[] {
  const { zone } = closure.site;
  const today = now().toZonedDateTimeISO(zone).toPlainDate();
  const turns = closure.yearly
    ? [...turnsOf(closure, today), ...turnsOf(closure, today.add({ years: 2 }))]
    : turnsOf(closure, today);
  const unique = new Map(turns.map((turn) => [turn.from.toString(), turn]));
  const instant = (local: Temporal.PlainDateTime) => local.toZonedDateTime(zone).toInstant();
  return [...unique.values()]
    .filter(({ to }) => Temporal.Instant.compare(instant(to), now()) > 0)
    .map(({ from, to }) => ({ startsAt: dateOf(instant(from)), endsAt: dateOf(instant(to)) }));
}

type Found = { id: string; name: Text; kind: PlaceKind; actor: ActorClass | null };

async function leasedPlaces(
  db: Handle,
  { hubId, startsAt, endsAt }: { hubId: string; startsAt: Date; endsAt: Date },
  closure: Closure,
): Promise<Found[]> {
  const rows = await db.$queryRaw<Found[]>(sql`
    select distinct on (p.id) p.id, p.name, p.kind::text, actor_class(l.hub_id, l.organisation_id)::text as actor
    from occupancy c
      join lease l on l.hub_id = c.hub_id and l.id = c.lease_id
      join place_unit u on u.hub_id = c.hub_id and u.unit_id = c.unit_id
      join place p on p.hub_id = u.hub_id and p.id = u.place_id and p.claim = 'ALL'
    where c.hub_id = ${hubId}::uuid and p.site_id = ${closure.site.id}::uuid and c.released_at is null
      and c.kind = 'LEASE' and tstzrange(c.starts_at, c.ends_at, '[)') && tstzrange(${startsAt}, ${endsAt}, '[)')
    order by p.id`);
  return rows.filter(({ id, kind, actor }) =>
    concerns(closure, { placeId: id, kind, ...(actor && { actor }) }),
  );
}

/** Whether it is over, in the zone of its site. */
export function isOver(closure: Closure): boolean {
  if (closure.yearly) return false;
  const ends = Temporal.PlainDateTime.from(closure.to).toZonedDateTime(closure.site.zone);
  return Temporal.Instant.compare(ends.toInstant(), instantOf(dateOf(now()))) <= 0;
}
