import { dateOf, now } from '#lib/platform/clock.ts';
import { Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { asItStands } from './facts.ts';
import { keptBooking } from './kept.ts';
import { refusalToMove } from './moves.ts';
import { vacate } from './occupying.ts';
import { concerning } from './parties.ts';

/** Says that whoever booked is here. @throws Refusal too early, once over, or in any other state */
export async function checkIn(scope: Scope, id: string): Promise<void> {
  await scope.write('booking:attend', async (db, deed) => {
    const booking = await keptBooking(scope, db, id);
    if (booking.status === 'CHECKED_IN') throw new Refusal('workspace.refusals.alreadyHere');
    const code = refusalToMove(booking, 'CHECKED_IN', now(), booking.rule);
    if (code) throw new Refusal(code);
    await db.booking.update({
      where: { hubId_id: { hubId: scope.hub.id, id } },
      data: { status: 'CHECKED_IN', checkedInAt: dateOf(now()) },
    });
    deed.record(
      'bookingCheckedIn',
      'booking',
      id,
      asItStands(booking, booking.place),
      concerning(booking.party),
    );
  });
}

/**
 * Leaves before the end: what is left of the time is free for others at once. The booked time stands, since
 * it is what was agreed.
 * @throws Refusal for someone who has not come
 */
export async function leaveEarly(scope: Scope, id: string): Promise<void> {
  await scope.write('booking:attend', async (db, deed) => {
    const booking = await keptBooking(scope, db, id);
    const at = dateOf(now());
    const here = booking.status === 'CHECKED_IN' || booking.status === 'CONFIRMED';
    const begun = booking.startsAt <= at && at < booking.endsAt;
    if (!here || !begun || booking.leftAt) throw new Refusal('workspace.refusals.notHere');
    const hubId = scope.hub.id;
    await db.booking.update({
      where: { hubId_id: { hubId, id } },
      data: { status: 'CHECKED_IN', checkedInAt: booking.checkedInAt ?? at, leftAt: at },
    });
    await vacate(db, hubId, id, 'EARLY');
    deed.record(
      'bookingLeftEarly',
      'booking',
      id,
      asItStands(booking, booking.place),
      concerning(booking.party),
    );
  });
}
