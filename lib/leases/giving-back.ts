import { Temporal } from 'temporal-polyfill';
import { dateOf, now } from '#lib/platform/clock.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { type Kept, keptLease } from './kept.ts';
import { keptDay, lastDayOf } from './rules.ts';
import type { GiveBackInput, ReclaimInput } from './schema.ts';
import { takeDays } from './taking.ts';
import { tellUsers } from './telling.ts';

const mostDays = 366;
const { compare } = Temporal.PlainDate;

/**
 * Gives back days of a leased place: anyone may book them from now on. By an administrator of the
 * organisation or by someone the lease is for. Days given back before stay so.
 * @throws NotFound for a place that is not of the lease
 * @throws Refusal for days that have passed or are not the lease's, or someone it is not for
 */
export async function giveBack(scope: Scope, id: string, input: GiveBackInput): Promise<number> {
  return scope.write('lease:giveBack', async (db, deed) => {
    const hubId = scope.hub.id;
    const lease = await keptLease(scope, db, id);
    refuseStranger(scope, lease);
    if (!lease.places.some((place) => place.id === input.placeId)) throw new NotFound('place');
    const days = daysOf(lease, input);
    const added = days.filter((day) => !isGiven(lease, input.placeId, day));
    if (added.length === 0) throw new Refusal('leases.refusals.givenAlready');
    const given = { hubId, leaseId: id, placeId: input.placeId, givenById: scope.person.id };
    await db.leaseGiveBack.createMany({
      data: added.map((day) => ({ ...given, day: keptDay(day), givenAt: dateOf(now()) })),
    });
    const all = added.map((day) => ({ placeId: input.placeId, day }));
    await takeDays(db, hubId, { ...lease, givenBack: [...lease.givenBack, ...all] });
    deed.record('leaseDaysGivenBack', 'lease', id, { days: added.length });
    await tellUsers(scope, db, deed, lease, 'leaseDaysGivenBack');
    return added.length;
  });
}

/**
 * Takes back days that nobody has booked, until the lease's cut-off before each of them.
 * @throws Refusal `daySold` when one of them is somebody else's by now; then none is taken back; and for
 * days that the lease no longer has
 */
export async function reclaim(scope: Scope, id: string, input: ReclaimInput): Promise<void> {
  try {
    await scope.write('lease:giveBack', async (db, deed) => {
      const hubId = scope.hub.id;
      const lease = await keptLease(scope, db, id);
      refuseStranger(scope, lease);
      const days = input.days.map(([placeId, day]) => ({
        placeId,
        day: Temporal.PlainDate.from(day),
      }));
      for (const one of days) refuseReclaim(lease, one.placeId, one.day);
      await db.leaseGiveBack.deleteMany({
        where: {
          ...{ hubId, leaseId: id },
          OR: days.map(({ placeId, day }) => ({ placeId, day: keptDay(day) })),
        },
      });
      const givenBack = lease.givenBack.filter(
        (one) => !days.some(({ placeId, day }) => placeId === one.placeId && day.equals(one.day)),
      );
      await takeDays(db, hubId, { ...lease, givenBack });
      deed.record('leaseDaysReclaimed', 'lease', id, { days: days.length });
      await tellUsers(scope, db, deed, lease, 'leaseDaysReclaimed');
    });
  } catch (error) {
    if (!refusedBy(error, 'no_two_in_one_unit')) throw error;
    const code = 'leases.refusals.daySold';
    throw new Refusal(code, { days: code });
  }
}

/** The first day that may still be taken back. */
export function firstToReclaim(lease: Pick<Kept, 'today' | 'reclaimDays'>): Temporal.PlainDate {
  return lease.today.add({ days: Math.max(1, lease.reclaimDays) });
}

function refuseStranger(scope: Scope, lease: Kept): void {
  if (!['SIGNED', 'ACTIVE', 'NOTICE'].includes(lease.standing)) {
    throw new Refusal('leases.refusals.notStanding');
  }
  if (scope.may('lease:sign') || lease.userIds.includes(scope.person.id)) return;
  throw new Refusal('leases.refusals.notItsUser');
}

function daysOf({ term, today }: Kept, { from, to }: GiveBackInput): Temporal.PlainDate[] {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
  const end = lastDayOf(term);
  if (compare(first, today) < 0) refuse('from', 'dayPassed');
  if (compare(first, term.validFrom) < 0) refuse('from', 'notItsDay');
  if (end && compare(last, end) > 0) refuse('to', 'notItsDay');
  const count = first.until(last).days + 1;
  if (count > mostDays) refuse('to', 'tooManyDays');
  return Array.from({ length: count }, (_, n) => first.add({ days: n }));
}

function isGiven({ givenBack }: Kept, placeId: string, day: Temporal.PlainDate): boolean {
  return givenBack.some((one) => one.placeId === placeId && one.day.equals(day));
}

function refuseReclaim(lease: Kept, placeId: string, day: Temporal.PlainDate): void {
  const last = lastDayOf(lease.term);
  const within = compare(lease.term.validFrom, day) <= 0 && (!last || compare(day, last) <= 0);
  if (!within) refuse('days', 'notItsDay');
  if (!isGiven(lease, placeId, day)) refuse('days', 'notGiven');
  if (compare(day, firstToReclaim(lease)) < 0) refuse('days', 'tooLateToReclaim');
}

function refuse(field: string, name: string): never {
  const code = `leases.refusals.${name}`;
  throw new Refusal(code, { [field]: code });
}
