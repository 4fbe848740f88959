import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import { Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { type Kept, keptBooking } from './kept.ts';
import { refusalToMove } from './moves.ts';
import { vacate } from './occupying.ts';
import { concerning } from './parties.ts';
import { remark } from './remarks.ts';
import { tellHolder } from './telling.ts';

/**
 * Cancels a booking before it starts: one's organisation's, or for the house any, which must say why. The
 * place is free at once. Mail that takes it out of the calendar goes to whom it was for.
 * @throws NotFound for anyone else's booking
 * @throws Refusal when it has started or is cancelled already
 */
export async function cancelBooking(scope: Scope, id: string, reason = ''): Promise<void> {
  await scope.write('booking:cancel', async (db, deed) => {
    const booking = await keptBooking(scope, db, id);
    if (booking.party.house && reason === '') {
      const code = 'workspace.refusals.sayWhy';
      throw new Refusal(code, { reason: code });
    }
    await cancel(scope, db, deed, booking, reason);
  });
}

/** Part of another write: of a series, a range of days, a closure. */
export async function cancel(
  scope: Scope,
  db: Handle,
  deed: Deed,
  booking: Kept,
  reason: string,
): Promise<void> {
  const code = refusalToMove(booking, 'CANCELLED', now());
  if (code) throw new Refusal(code);
  const { id } = booking;
  const hubId = scope.hub.id;
  const { revision } = await db.booking.update({
    where: { hubId_id: { hubId, id } },
    data: {
      status: 'CANCELLED',
      heldUntil: null,
      cancelledAt: dateOf(now()),
      revision: { increment: 1 },
    },
    select: { revision: true },
  });
  await vacate(db, hubId, id, 'CANCELLED');
  if (reason) await remark(scope, db, id, 'CANCELLED', reason);
  deed.record(
    'bookingCancelled',
    'booking',
    id,
    { place: booking.placeId },
    concerning(booking.party),
  );
  if (booking.status === 'HELD') return;
  const { person } = booking.party;
  const own = person !== null && scope.isSelf(person.id);
  const told = { ...booking, revision, status: 'CANCELLED' as const };
  await tellHolder(scope, db, deed, told, own ? 'cancelled' : 'cancelledByOther', reason);
}
