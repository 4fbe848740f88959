import { Temporal } from 'temporal-polyfill';
import { dateOf, now } from '#lib/platform/clock.ts';
import { type Sql, sql } from '#lib/platform/db.ts';
import { Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { refuseUnagreed } from '#lib/prices/freezing.ts';
import { type BookingRow, findBookings } from './bookings.ts';
import { cancel, lateFeesOf } from './cancelling.ts';
import { type Kept, keptBooking } from './kept.ts';
import type { AbsenceInput } from './series-schema.ts';
import { tellSeries } from './telling-series.ts';
import { readRules } from './terms.ts';

/**
 * One's own bookings in a range of days that could be let go in one breath, the first on top, and what that
 * costs now, öre without VAT.
 */
export async function listForAbsence(
  scope: Scope,
  range: AbsenceInput,
): Promise<{ bookings: BookingRow[]; lateFeeOre: number }> {
  return scope.read('booking:cancel', async (db) => {
    const bookings = await findBookings(db, within(scope, range));
    const rules = await readRules(db, scope.hub.id);
    const owing = bookings.map((row) => ({
      ...row,
      rule: rules[row.place.kind],
      party: { house: false },
    }));
    return { bookings, lateFeeOre: await lateFeesOf(db, scope.hub.id, owing) };
  });
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
    const all: Kept[] = [];
    for (const id of ids) all.push(await keptBooking(scope, db, id));
    refuseUnagreed('fee', await lateFeesOf(db, scope.hub.id, all), range.agreedOre);
    for (const booking of all) await cancel(scope, db, deed, booking, '', true);
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
