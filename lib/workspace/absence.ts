import { Temporal } from 'temporal-polyfill';
import { dateOf, now } from '#lib/platform/clock.ts';
import { type Sql, sql } from '#lib/platform/db.ts';
import { Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { type BookingRow, findBookings } from './bookings.ts';
import { cancel } from './cancelling.ts';
import { keptBooking } from './kept.ts';
import type { AbsenceInput } from './series-schema.ts';
import { tellSeries } from './telling-series.ts';

/** One's own bookings in a range of days that could be let go in one breath, the first on top. */
export async function listForAbsence(scope: Scope, range: AbsenceInput): Promise<BookingRow[]> {
  return scope.read('booking:cancel', (db) => findBookings(db, within(scope, range)));
}

/**
 * Lets go of all one's own bookings in a range of days, for leave or illness; one letter tells of them.
 * @throws Refusal when there are none
 */
export async function cancelForAbsence(scope: Scope, range: AbsenceInput): Promise<number> {
  return scope.write('booking:cancel', async (db, deed) => {
    const rows = await findBookings(db, within(scope, range));
    if (rows.length === 0) throw new Refusal('workspace.refusals.nothingToCancel');
    const ids = rows.map(({ id }) => id);
    for (const id of ids) {
      await cancel(scope, db, deed, await keptBooking(scope, db, id), '', true);
    }
    const party = { organisation: scope.organisation, person: scope.person };
    await tellSeries(scope, db, deed, ids, party, 'manyCancelled');
    return ids.length;
  });
}

// Days of the hub's own zone; what has begun stays.
function within(scope: Scope, { from, to }: AbsenceInput): Sql {
  const midnight = (day: Temporal.PlainDate) =>
    dateOf(day.toZonedDateTime(scope.hub.zone).toInstant());
  const begins = midnight(Temporal.PlainDate.from(from));
  const ends = midnight(Temporal.PlainDate.from(to).add({ days: 1 }));
  return sql`b.hub_id = ${scope.hub.id}::uuid and b.organisation_id = ${scope.organisation.id}::uuid
    and b.booked_for_id = ${scope.person.id}::uuid and b.status in ('PENDING', 'CONFIRMED')
    and b.starts_at >= ${begins} and b.starts_at < ${ends} and b.starts_at > ${dateOf(now())}
    order by b.starts_at, b.id limit 200`;
}
