import { Temporal } from 'temporal-polyfill';
import { dateOf, now } from '#lib/platform/clock.ts';
import { Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { put, refuseMove } from './answering.ts';
import { type Kept, keptLease } from './kept.ts';
import { keptDay, lastDayByNotice, lastDayOf, type Term } from './rules.ts';
import { namingOthers, takeDays } from './taking.ts';
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

/**
 * Another last day, as the house and the organisation have agreed: longer, shorter, or none (which takes
 * back a notice). What grows must be free.
 * @throws Refusal `inTheWay` naming `{ obstacles }` when others have the days, `endsInThePast`
 */
export async function changeLastDay(scope: Scope, id: string, lastDay?: string): Promise<void> {
  let wanted: Kept | null = null;
  const write = () =>
    scope.write('lease:manage', async (db, deed) => {
      const lease = await keptLease(scope, db, id);
      const last = lastDay === undefined ? null : Temporal.PlainDate.from(lastDay);
      refuseLastDay(lease, last);
      const term = termUntil(lease.term, lease.status === 'NOTICE', last);
      const status = term.endsOn ? ('NOTICE' as const) : ('SIGNED' as const);
      const { validTo, endsOn } = term;
      wanted = { ...lease, status, term };
      const days = { validTo: validTo && keptDay(validTo), endsOn: endsOn && keptDay(endsOn) };
      const noticeAt = term.endsOn ? (lease.noticeAt ?? dateOf(now())) : null;
      const after = await put(db, scope, lease, { status, noticeAt, ...days }, term);
      await takeDays(db, scope.hub.id, after);
      const detail = { 'from.lastDay': said(lease.term), 'to.lastDay': said(term) };
      deed.record('leaseLastDayChanged', 'lease', id, detail, { concerns: lease.organisation.id });
      await tellOrganisation(scope, db, deed, after, 'lastDayChanged');
    });
  await namingOthers(scope, () => wanted, write);
}

function refuseLastDay({ standing, term, today }: Kept, last: Temporal.PlainDate | null): void {
  if (!['SIGNED', 'ACTIVE', 'NOTICE'].includes(standing)) {
    throw new Refusal('leases.refusals.notStanding');
  }
  if (!last) return;
  const code = 'leases.refusals.endsInThePast';
  const first = Temporal.PlainDate.compare(term.validFrom, today) < 0 ? today : term.validFrom;
  if (Temporal.PlainDate.compare(last, first) < 0) throw new Refusal(code, { lastDay: code });
}

/** Under notice, or where a term would go on by itself, it is the notice that has a day; otherwise the term. */
function termUntil(term: Term, noticed: boolean, last: Temporal.PlainDate | null): Term {
  if (last === null) {
    // What renews goes on as before; what had an end runs until notice.
    return { ...term, endsOn: null, validTo: term.renewalMonths > 0 ? term.validTo : null };
  }
  if (noticed || term.renewalMonths > 0) return { ...term, endsOn: last };
  return { ...term, validTo: last };
}

function said(term: Term): string {
  return lastDayOf(term)?.toString() ?? '';
}
