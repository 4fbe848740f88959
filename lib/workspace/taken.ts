import { dateOf } from '#lib/platform/clock.ts';
import { type Sql, sql } from '#lib/platform/db.ts';
import type { Stretch } from './occupying.ts';

/**
 * What stands on these units within a time, as rows of occupancy to select from. Two on one unit never
 * overlap (no_two_in_one_unit): of what began before, only the last can reach into it. Behind the wall an
 * index answers that, however long the house has been in use; it does not answer what overlaps.
 */
export function takenWithin(
  hubId: string,
  unitIds: readonly string[],
  { startsAt, endsAt }: Stretch,
): Sql {
  const [from, to] = [dateOf(startsAt), endsAt && dateOf(endsAt)];
  return sql`(select c.* from unnest(${unitIds}::text[]::uuid[]) as wanted (unit) cross join lateral (
      (select * from occupancy where hub_id = ${hubId}::uuid and unit_id = wanted.unit and released_at is null
        and starts_at >= ${from}::timestamptz and starts_at < coalesce(${to}::timestamptz, 'infinity'))
      union all
      (select * from occupancy where hub_id = ${hubId}::uuid and unit_id = wanted.unit and released_at is null
        and starts_at < ${from}::timestamptz order by starts_at desc limit 1)
    ) c where c.ends_at is null or c.ends_at > ${from}::timestamptz)`;
}
