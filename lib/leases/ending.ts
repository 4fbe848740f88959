import { dateOf, now } from '#lib/platform/clock.ts';
import { Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { put, refuseMove } from './answering.ts';
import { keptLease } from './kept.ts';
import { keptDay, lastDayByNotice, said } from './rules.ts';
import { takeDays } from './taking.ts';
import { tellHouse, tellOrganisation } from './telling.ts';

/**
 * Gives notice, by an administrator of the organisation or by the house: the lease ends after the notice
 * period in calendar months, and the days after it are free for others at once.
 * @throws Refusal for a fixed term, and for what has ended or was never signed
 */
export async function giveNotice(scope: Scope, id: string, reason: string): Promise<void> {
  const house = scope.may('lease:manage');
  await scope.write(house ? 'lease:manage' : 'lease:sign', async (db, deed) => {
    const lease = await keptLease(scope, db, id);
    refuseMove(scope, lease, 'NOTICE');
    const endsOn = lastDayByNotice(lease.term, lease.noticeMonths, lease.today);
    if (!endsOn) throw new Refusal('leases.refusals.fixedTerm');
    const given = { noticeAt: dateOf(now()), noticeByHouse: house, reason };
    const data = { status: 'NOTICE' as const, endsOn: keptDay(endsOn), ...given };
    const after = await put(db, scope, lease, data, { ...lease.term, endsOn });
    await takeDays(db, scope.hub.id, after);
    const about = house ? { concerns: lease.organisation.id } : {};
    deed.record(
      'leaseNoticeGiven',
      'lease',
      id,
      { 'from.lastDay': said(lease.term), 'to.lastDay': `${endsOn}` },
      about,
    );
    await tellOrganisation(scope, db, deed, after, 'noticeGiven', reason);
    if (!house) await tellHouse(scope, db, deed, after, 'noticeToHouse', reason);
  });
}
