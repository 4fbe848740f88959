import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { refuseUnheard } from './administrators.ts';
import { type Kept, keptLease } from './kept.ts';
import { mayMove, refusalToMove } from './moves.ts';
import { isDropIn, type LeaseStatus, standingOn, type Term } from './rules.ts';
import { namingOthers, takeDays } from './taking.ts';
import { tellHouse, tellOrganisation } from './telling.ts';

/**
 * Offers a draft to its organisation, whose administrators are written to. From now on the places are
 * taken: whoever is offered something must be able to get it by signing, whatever others do meanwhile.
 * @throws Refusal `inTheWay` naming `{ obstacles }` when somebody else has the days, `noAdministrator`
 * where nobody could sign
 */
export async function offerLease(scope: Scope, id: string): Promise<void> {
  let offered: Kept | null = null;
  const write = () =>
    scope.write('lease:manage', async (db, deed) => {
      const lease = await keptLease(scope, db, id);
      refuseMove(scope, lease, 'OFFERED');
      const { validTo } = lease.term;
      if (validTo && lease.today.since(validTo).days > 0) {
        throw new Refusal('leases.refusals.isOver');
      }
      if (lease.places.some(isDropIn)) throw new Refusal('leases.refusals.noDropIn');
      await refuseUnheard(db, lease.organisation.id);
      offered = { ...lease, status: 'OFFERED' };
      await put(db, scope, lease, { status: 'OFFERED', offeredAt: dateOf(now()) });
      await takeDays(db, scope.hub.id, offered);
      deed.record('leaseOffered', 'lease', id, {}, { concerns: lease.organisation.id });
      await tellOrganisation(scope, db, deed, lease, 'offered');
    });
  await namingOthers(scope, () => offered, write);
}

/** The house takes back a draft or an offer; the places of an offer are free at once. */
export async function withdrawLease(scope: Scope, id: string, reason: string): Promise<void> {
  await scope.write('lease:manage', async (db, deed) => {
    const lease = await keptLease(scope, db, id);
    refuseMove(scope, lease, 'WITHDRAWN');
    await put(db, scope, lease, { status: 'WITHDRAWN', answeredAt: dateOf(now()), reason });
    await takeDays(db, scope.hub.id, { ...lease, status: 'WITHDRAWN' });
    const told = lease.status === 'OFFERED';
    const about = told ? { concerns: lease.organisation.id } : {};
    deed.record('leaseWithdrawn', 'lease', id, {}, about);
    if (told) await tellOrganisation(scope, db, deed, lease, 'withdrawn', reason);
  });
}

/** An administrator of the organisation signs, as themselves. @throws Refusal once answered */
export async function signLease(scope: Scope, id: string): Promise<void> {
  await scope.write('lease:sign', async (db, deed) => {
    const lease = await keptLease(scope, db, id);
    refuseMove(scope, lease, 'SIGNED');
    const { id: signedById, name: signedName } = scope.person;
    const signed = { signedAt: dateOf(now()), signedById, signedName };
    await put(db, scope, lease, { status: 'SIGNED', ...signed });
    deed.record('leaseSigned', 'lease', id);
    await tellOrganisation(scope, db, deed, lease, 'signed');
    await tellHouse(scope, db, deed, lease, 'signedToHouse');
  });
}

/** The organisation says no; the places are free at once. @throws Refusal once answered */
export async function declineLease(scope: Scope, id: string, reason: string): Promise<void> {
  await scope.write('lease:sign', async (db, deed) => {
    const lease = await keptLease(scope, db, id);
    refuseMove(scope, lease, 'DECLINED');
    await put(db, scope, lease, { status: 'DECLINED', answeredAt: dateOf(now()), reason });
    await takeDays(db, scope.hub.id, { ...lease, status: 'DECLINED' });
    deed.record('leaseDeclined', 'lease', id);
    await tellHouse(scope, db, deed, lease, 'declinedToHouse', reason);
  });
}

/** @throws Refusal when the table of moves does not know the step, or does not let whoever acts make it */
export function refuseMove(scope: Scope, { standing }: Kept, to: LeaseStatus): void {
  const code = refusalToMove(standing, to);
  if (code) throw new Refusal(code);
  if (!mayMove(standing, to, (permission) => scope.may(permission))) {
    throw new Refusal('leases.refusals.notYours');
  }
}

/** Writes a lease's new state, and tells how it then stands. */
export async function put(
  db: Handle,
  scope: Scope,
  lease: Kept,
  data: Partial<Record<string, unknown>> & { status: LeaseStatus },
  term: Term = lease.term,
): Promise<Kept> {
  const hubId = scope.hub.id;
  await db.lease.update({ where: { hubId_id: { hubId, id: lease.id } }, data });
  const standing = standingOn(data.status, term, lease.today);
  return { ...lease, status: data.status, term, standing };
}
