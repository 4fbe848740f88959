import { now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { Refusal, refusedBy } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { freezePrice, netOreOf, refuseUnagreed } from '#lib/prices/freezing.ts';
import { listAlternatives } from './alternatives.ts';
import { awaitsAnswer, refuseUnfit } from './bookable.ts';
import { takePlace } from './booking.ts';
import { accountOfKept } from './changing.ts';
import { asItStands } from './facts.ts';
import { seenBy } from './hours.ts';
import { type Kept, keptBooking } from './kept.ts';
import { refusalToMove } from './moves.ts';
import { lineUp, shareSites } from './occupying.ts';
import { concerning } from './parties.ts';
import { lineUpAccounts, refuseOverQuota } from './quotas.ts';
import { claimed, slotOf, windowOf } from './rules.ts';
import { tellBooked, tellHolder } from './telling.ts';

/**
 * Takes a cancellation back, before the booking's time begins: it goes through the same door as a new one
 * (hours, closures, limits, approval, who is there by now), but for how long beforehand one must book. What it
 * costs is agreed anew where that is more than before; a late fee is owed no more.
 * @throws Refusal `taken` with `{ alternatives }` when someone was faster
 */
export async function restoreBooking(scope: Scope, id: string): Promise<void> {
  let kept: Kept | null = null;
  const work = scope.write('booking:create', async (db, deed) => {
    kept = await keptBooking(scope, db, id);
    await shareSites(db, scope.hub.id, [kept.placeId]);
    await lineUpAccounts(db, scope.hub.id, accountOfKept(kept));
    await lineUp(db, kept.place.unitIds);
    const status = await restore(scope, db, kept);
    deed.record(
      'bookingRestored',
      'booking',
      id,
      asItStands(kept, kept.place),
      concerning(kept.party),
    );
    const told = { ...kept, status, revision: kept.revision + 1 };
    if (status === 'CONFIRMED') await tellHolder(scope, db, deed, told, 'restored');
    else await tellBooked(scope, db, deed, { ...told, site: kept.place.site }, kept.party);
  });
  await work.catch(async (error) => {
    if (!kept || !refusedBy(error, 'no_two_in_one_unit')) throw error;
    const alternatives = await listAlternatives(
      scope,
      kept.placeId,
      slotOf(kept, kept.place.site.zone),
    );
    throw new Refusal('workspace.refusals.taken', {}, { alternatives });
  });
}

async function restore(scope: Scope, db: Handle, booking: Kept) {
  const { id, place, party, people } = booking;
  const rule = { ...booking.rule, noticeMinutes: 0 };
  const awaits = awaitsAnswer(place, rule, party.actorClass) && !party.house;
  const status = awaits ? ('PENDING' as const) : ('CONFIRMED' as const);
  const code = (await wasHeld(db, scope.hub.id, id))
    ? 'workspace.refusals.holdExpired'
    : refusalToMove(booking, status, now());
  if (code) throw new Refusal(code);
  refuseUnfit(place, rule, party.actorClass, party.organisation.id, people);
  const house = seenBy(place.site, { actor: party.actorClass });
  const window = windowOf(slotOf(booking, place.site.zone), house, rule, now());
  const wanted = { ...window, kind: place.kind, zone: place.site.zone };
  if (!party.house) await refuseOverQuota(db, scope.hub.id, accountOfKept(booking), wanted, id);
  await db.booking.update({
    where: { hubId_id: { hubId: scope.hub.id, id } },
    data: { status, cancelledAt: null, lateFeePercent: null, revision: { increment: 1 } },
  });
  await takePlace(scope, db, place, claimed(window, rule), { ...booking, heldUntil: null });
  const before = await netOreOf(db, scope.hub.id, [id]);
  await freezePrice(db, scope.hub.id, booking, place);
  refuseUnagreed('dearer', await netOreOf(db, scope.hub.id, [id]), before);
  return status;
}

/** What was only held, nobody had booked. */
async function wasHeld(db: Handle, hubId: string, bookingId: string): Promise<boolean> {
  const last = await db.occupancy.findFirst({
    where: { hubId, bookingId },
    orderBy: { releasedAt: 'desc' },
    select: { kind: true },
  });
  return last?.kind === 'HOLD';
}
