import { dateOf, now, today } from '#lib/platform/clock.ts';
import { type Handle, type Sql, sql } from '#lib/platform/db.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Text } from '#lib/platform/i18n/locales.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { wholeDay } from '#lib/workspace/house.ts';
import { isId } from '#lib/workspace/schema.ts';

export type VisitState = 'EXPECTED' | 'HERE' | 'LEFT' | 'CANCELLED';
export type VisitRow = {
  id: string;
  guest: string;
  company: string;
  email: string;
  note: string;
  greeting: string;
  locale: string;
  code: string;
  startsAt: Date;
  endsAt: Date;
  arrivedAt: Date | null;
  leftAt: Date | null;
  cancelledAt: Date | null;
  zone: string;
  site: Text;
  address: string;
  /** Null for someone who has left. */
  host: string | null;
  hostId: string;
  organisation: string | null;
  organisationId: string;
  place: Text | null;
};

/** How a visit stands. */
export function stateOf({ arrivedAt, leftAt, cancelledAt }: VisitRow): VisitState {
  if (cancelledAt) return 'CANCELLED';
  if (leftAt) return 'LEFT';
  return arrivedAt ? 'HERE' : 'EXPECTED';
}

/** The organisation's guests from today on, for the house all of a day's, by time. */
export async function listVisits(scope: Scope, date: string | null = null): Promise<VisitRow[]> {
  const day = date ?? today(scope.hub.zone).toString();
  const { startsAt, endsAt } = wholeDay(day, scope.hub.zone);
  const from = sql`v.starts_at >= ${dateOf(startsAt)}`;
  const which = scope.may('booking:decide')
    ? sql`${from} and v.starts_at < ${dateOf(endsAt)}`
    : sql`${from} and v.organisation_id = ${scope.organisation.id}::uuid`;
  return scope.read('visit:receive', (db) =>
    findRows(
      db,
      sql`v.hub_id = ${scope.hub.id}::uuid and ${which} order by v.starts_at, v.id limit 200`,
    ),
  );
}

/** Who is a guest in the house now, by name; for the house, which counts them when it must be left. */
export async function listGuestsHere(scope: Scope): Promise<VisitRow[]> {
  const since = dateOf(now().subtract({ hours: 24 }));
  return scope.read('house:today', (db) =>
    findRows(
      db,
      sql`v.hub_id = ${scope.hub.id}::uuid and v.starts_at >= ${since} and v.starts_at < ${dateOf(now().add({ hours: 24 }))}
        and v.arrived_at is not null and v.left_at is null and v.cancelled_at is null order by v.guest limit 500`,
    ),
  );
}

/** One of the organisation's visits, for the house any. @throws NotFound for anyone else's */
export async function findVisit(scope: Scope, id: string): Promise<VisitRow> {
  return scope.read('visit:receive', (db) => visitWithin(db, scope, id));
}

/** Part of another read or write. @throws NotFound for a visit out of reach */
export async function visitWithin(db: Handle, scope: Scope, id: string): Promise<VisitRow> {
  if (!isId(id)) throw new NotFound('visit');
  const own = scope.may('booking:decide')
    ? sql`true`
    : sql`v.organisation_id = ${scope.organisation.id}::uuid`;
  const [row] = await findRows(
    db,
    sql`v.hub_id = ${scope.hub.id}::uuid and v.id = ${id}::uuid and ${own}`,
  );
  if (!row) throw new NotFound('visit');
  return row;
}

/** The visit a code lets in just now: on its day, from two hours before. For the arrival page's system. */
export async function visitByCode(db: Handle, hubId: string, code: string): Promise<VisitRow> {
  const at = now();
  const [row] = await findRows(
    db,
    sql`v.hub_id = ${hubId}::uuid and v.code = ${code} and v.cancelled_at is null
      and v.starts_at < ${dateOf(at.add({ hours: 2 }))} and v.ends_at > ${dateOf(at.subtract({ hours: 12 }))}`,
  );
  if (!row) throw new NotFound('visit');
  return row;
}

async function findRows(db: Handle, which: Sql): Promise<VisitRow[]> {
  return db.$queryRaw<VisitRow[]>(sql`
    select v.id, v.guest, v.company, v.email, v.note, v.greeting, v.locale, v.code, v.starts_at as "startsAt", v.ends_at as "endsAt",
      v.arrived_at as "arrivedAt", v.left_at as "leftAt", v.cancelled_at as "cancelledAt", s.zone, s.name as site,
      s.address, h.name as host, v.host_id as "hostId", o.name as organisation,
      v.organisation_id as "organisationId", p.name as place
    from visit v
      join site s on s.hub_id = v.hub_id and s.id = v.site_id
      left join person h on h.id = v.host_id
      left join organisation o on o.id = v.organisation_id
      left join booking b on b.hub_id = v.hub_id and b.id = v.booking_id
      left join place p on p.hub_id = b.hub_id and p.id = b.place_id
    where ${which}`);
}
