import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import { Refusal } from '#lib/platform/errors.ts';
import { defaultLocale, isLocale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { findLateFee, refuseUnagreed, settleCancelled } from '#lib/prices/freezing.ts';
import { asItStands } from './facts.ts';
import { lateFeeOf } from './fees.ts';
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
export async function cancelBooking(
  scope: Scope,
  id: string,
  reason = '',
  /** The late fee that was shown, öre without VAT; a higher one is shown first. */
  agreedOre?: number,
): Promise<void> {
  const hubId = scope.hub.id;
  await scope.write('booking:cancel', async (db, deed) => {
    const booking = await keptBooking(scope, db, id);
    if (booking.party.house && reason === '') {
      const code = 'workspace.refusals.sayWhy';
      throw new Refusal(code, { reason: code });
    }
    refuseUnagreed('fee', await lateFeesOf(db, hubId, [booking]), agreedOre);
    await cancel(scope, db, deed, booking, reason);
  });
}

type Owing = Pick<Kept, 'id' | 'status' | 'startsAt' | 'rule'> & { party: { house: boolean } };

/** What letting these go now costs together, öre without VAT; nothing for the house. */
export async function lateFeesOf(
  db: Handle,
  hubId: string,
  bookings: readonly Owing[],
): Promise<number> {
  let sum = 0;
  for (const { id, party, rule, ...booking } of bookings) {
    const percent = party.house ? null : lateFeeOf(booking, rule, now());
    sum += await findLateFee(db, hubId, id, percent);
  }
  return sum;
}

/** Part of another write: of a series, a range of days, a closure; `quiet` where one letter tells of many. */
export async function cancel(
  scope: Scope,
  db: Handle,
  deed: Deed,
  booking: Kept,
  reason: string,
  quiet = false,
): Promise<void> {
  const code = refusalToMove(booking, 'CANCELLED', now());
  if (code) throw new Refusal(code);
  const { id } = booking;
  const hubId = scope.hub.id;
  // The house cancels for its own reasons.
  const lateFeePercent = booking.party.house ? null : lateFeeOf(booking, booking.rule, now());
  const { revision } = await db.booking.update({
    where: { hubId_id: { hubId, id } },
    data: {
      status: 'CANCELLED',
      heldUntil: null,
      cancelledAt: dateOf(now()),
      lateFeePercent,
      revision: { increment: 1 },
    },
    select: { revision: true },
  });
  await vacate(db, hubId, id, 'CANCELLED');
  await settleCancelled(db, hubId, id, lateFeePercent);
  if (reason) await remark(scope, db, id, 'CANCELLED', reason);
  deed.record(
    'bookingCancelled',
    'booking',
    id,
    { ...asItStands(booking, booking.place), ...(lateFeePercent && { fee: lateFeePercent }) },
    concerning(booking.party),
  );
  if (booking.status === 'HELD' || quiet) return;
  const { person } = booking.party;
  const own = person !== null && scope.isSelf(person.id);
  const told = { ...booking, revision, status: 'CANCELLED' as const };
  const text = [reason, feeWords(person?.locale ?? '', lateFeePercent)]
    .filter(Boolean)
    .join('\n\n');
  await tellHolder(scope, db, deed, told, own ? 'cancelled' : 'cancelledByOther', text);
}

function feeWords(locale: string, percent: number | null): string {
  if (percent === null) return '';
  const t = translator(isLocale(locale) ? locale : defaultLocale, 'hours');
  return t('fee.kept', { percent });
}
