import { now } from '#lib/platform/clock.ts';
import { Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { returnCredit } from '#lib/prices/freezing.ts';
import { asItStands } from './facts.ts';
import { type Kept, keptBooking } from './kept.ts';
import { refusalToMove } from './moves.ts';
import { vacate } from './occupying.ts';
import { remark } from './remarks.ts';
import type { Decision } from './schema.ts';
import { tellHolder, tellHouse } from './telling.ts';

/**
 * The house's answer to a booking that awaits it: yes, no with a reason, or a question. Two who answer at
 * once: the first is heard, the other learns it.
 * @throws Refusal without a reason or question, or when it was answered already
 */
export async function decideBooking(scope: Scope, id: string, decision: Decision): Promise<void> {
  const { answer, text } = decision;
  await scope.write('booking:decide', async (db, deed) => {
    const booking = await keptBooking(scope, db, id);
    if (booking.status !== 'PENDING') throw new Refusal('workspace.refusals.alreadyDecided');
    if (answer !== 'approve' && text === '') sayIt(answer === 'ask' ? 'sayIt' : 'sayWhy');
    const concerns = { concerns: booking.organisationId };
    const detail = asItStands(booking, booking.place);
    if (answer === 'ask') {
      await remark(scope, db, id, 'ASKED', text);
      deed.record('bookingQuestioned', 'booking', id, detail, concerns);
      await tellHolder(scope, db, deed, booking, 'question', text);
      return;
    }
    const status = answer === 'approve' ? 'CONFIRMED' : 'DECLINED';
    const code = refusalToMove(booking, status, now());
    if (code) throw new Refusal(code);
    const { revision } = await db.booking.update({
      where: { hubId_id: { hubId: scope.hub.id, id } },
      data: { status, revision: { increment: 1 } },
      select: { revision: true },
    });
    const told: Kept = { ...booking, status, revision };
    if (status === 'DECLINED') await vacate(db, scope.hub.id, id, 'DECLINED');
    if (status === 'DECLINED') await returnCredit(db, id);
    if (text) await remark(scope, db, id, status === 'DECLINED' ? 'DECLINED' : 'APPROVED', text);
    if (status === 'DECLINED') deed.record('bookingDeclined', 'booking', id, detail, concerns);
    else deed.record('bookingApproved', 'booking', id, detail, concerns);
    const letter = status === 'DECLINED' ? 'declined' : 'approved';
    await tellHolder(scope, db, deed, told, letter, text);
  });
}

/** What the organisation says to a question of the house. @throws Refusal once it is answered */
export async function answerHouse(scope: Scope, id: string, text: string): Promise<void> {
  await scope.write('booking:change', async (db, deed) => {
    const booking = await keptBooking(scope, db, id);
    if (booking.status !== 'PENDING') throw new Refusal('workspace.refusals.alreadyDecided');
    await remark(scope, db, id, 'ANSWERED', text);
    deed.record('bookingAnswered', 'booking', id, asItStands(booking, booking.place));
    const told = { ...booking, site: booking.place.site };
    await tellHouse(scope, db, deed, told, booking.party, 'answered', text);
  });
}

function sayIt(name: string): never {
  const code = `workspace.refusals.${name}`;
  throw new Refusal(code, { text: code });
}
