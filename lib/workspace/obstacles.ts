import type { Temporal } from 'temporal-polyfill';
import { dateOf, instantOf, now } from '#lib/platform/clock.ts';
import { type Handle, sql } from '#lib/platform/db.ts';
import type { Text } from '#lib/platform/i18n/locales.ts';
import type { Stretch } from './occupying.ts';
import { takenWithin } from './taken.ts';

/** Something that stands on a unit: a booking or hold, a lease, or a time out of service. */
export type Obstacle = {
  kind: 'BOOKING' | 'HOLD' | 'LEASE' | 'BLOCK' | 'GUIDED';
  /** The booking's, the lease's, the block's, or the guided demo's. */
  id: string;
  place: Text;
  organisation: string | null;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant | null;
  /** IANA zone of the site. */
  zone: string;
  /** A lease's number; 0 for anything else. */
  number: number;
};

type Row = Omit<Obstacle, 'startsAt' | 'endsAt'> & { startsAt: Date; endsAt: Date | null };

/**
 * What stands on some units within a time, the first on top; the names of others' things are there only
 * for whoever may see these. `except` is a lease whose own days are no obstacle to it.
 */
export async function obstaclesOn(
  db: Handle,
  hubId: string,
  unitIds: readonly string[],
  stretch: Stretch,
  except: string | null = null,
): Promise<Obstacle[]> {
  const rows = await db.$queryRaw<Row[]>(sql`
    select c.kind::text,
      coalesce(c.booking_id, c.lease_id, c.block_id, c.session_id) as id, coalesce(p.name, gp.name, to_jsonb(u.code)) as place,
      o.name as organisation, coalesce(b.starts_at, c.starts_at) as "startsAt",
      coalesce(b.ends_at, c.ends_at) as "endsAt", s.zone, coalesce(l.number, 0) as number
    from ${takenWithin(hubId, unitIds, stretch)} c
      join unit u on u.hub_id = c.hub_id and u.id = c.unit_id
      join site s on s.hub_id = u.hub_id and s.id = u.site_id
      left join booking b on b.hub_id = c.hub_id and b.id = c.booking_id
      left join lease l on l.hub_id = c.hub_id and l.id = c.lease_id
      left join place_block k on k.hub_id = c.hub_id and k.id = c.block_id
      left join lease_place lp on lp.hub_id = c.hub_id and lp.lease_id = l.id
        and exists (select from place_unit pu where pu.hub_id = lp.hub_id and pu.place_id = lp.place_id and pu.unit_id = u.id)
      left join place p on p.hub_id = c.hub_id and p.id = coalesce(b.place_id, lp.place_id, k.place_id)
      left join guided_session g on g.hub_id = c.hub_id and g.id = c.session_id
      left join place gp on gp.hub_id = g.hub_id and gp.id = g.place_id
      left join organisation o on o.id = coalesce(b.organisation_id, l.organisation_id)
    where (c.held_until is null or c.held_until > ${dateOf(now())})
      and (c.lease_id is null or c.lease_id is distinct from ${except}::uuid)
    order by coalesce(b.starts_at, c.starts_at), c.id limit 400`);
  const each = new Map(rows.map((row) => [`${row.id} ${row.startsAt.getTime()}`, row]));
  return [...each.values()].map((row) => ({
    ...row,
    startsAt: instantOf(row.startsAt),
    endsAt: row.endsAt && instantOf(row.endsAt),
  }));
}
