import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { dateOf, instantOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { freezePrice, netOreOf, refuseUnagreed } from '#lib/prices/freezing.ts';
import { awaitsAnswer } from './bookable.ts';
import { asItStands } from './facts.ts';
import { type Kept, keptBooking } from './kept.ts';
import { bookingEvents, refusalToMove } from './moves.ts';
import { concerning } from './parties.ts';
import { meetTerms } from './place-terms.ts';
import { type Account, refuseOverQuota } from './quotas.ts';
import { agreedOre, termsAccepted } from './schema.ts';
import { tellBooked } from './telling.ts';
import { tellSeries } from './telling-series.ts';
import { isOffered } from './waiting.ts';

/** How long a place is kept for whoever is making up their mind, and how often that can be had again. */
export const holdMinutes = 15;
const longestHold = { hours: 2 } as const;
const mostHolds = 3;

/** A hold ends after a quarter of an hour, or when its time begins. */
export function holdUntil(at: Temporal.Instant, startsAt: Temporal.Instant): Temporal.Instant {
  const end = at.add({ minutes: holdMinutes });
  return Temporal.Instant.compare(end, startsAt) > 0 && Temporal.Instant.compare(startsAt, at) > 0
    ? startsAt
    : end;
}

/** @throws Refusal for someone who keeps several places already */
export async function refuseTooManyHolds(db: Handle, hubId: string, personId: string) {
  await db.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`holds ${personId}`}, 0)) is null`;
  const held = await db.booking.count({
    where: { hubId, bookedById: personId, status: 'HELD', heldUntil: { gt: dateOf(now()) } },
  });
  if (held >= mostHolds) {
    throw new Refusal('workspace.refusals.tooManyHolds', {}, null, { most: mostHolds });
  }
}

/** The form that makes a booking of a hold: what it was said to cost, and what is agreed to with it. */
export const confirmSchema = z.object({ agreedOre, termsAccepted });
type Agreed = Partial<z.output<typeof confirmSchema>>;

/**
 * Makes a booking of what was held, and of everything held with it.
 * @throws Refusal when the hold has run out, when it costs more than was shown, or before terms are agreed to
 */
export async function confirmHold(scope: Scope, id: string, agreed: Agreed = {}): Promise<void> {
  await scope.write('booking:create', async (db, deed) => {
    const all = await heldTogether(scope, db, id);
    for (const booking of all) {
      const { place, rule, party } = booking;
      await meetTerms(scope, db, deed, place, party, agreed.termsAccepted);
      await refuseOverQuota(
        db,
        scope.hub.id,
        accountOfKept(booking),
        windowOfKept(booking),
        booking.id,
      );
      const awaits = awaitsAnswer(place, rule, booking.actorClass) && !scope.may('booking:decide');
      const status = awaits ? 'PENDING' : 'CONFIRMED';
      await db.booking.update({
        where: { hubId_id: { hubId: scope.hub.id, id: booking.id } },
        data: { status, heldUntil: null },
      });
      await db.occupancy.updateMany({
        where: { hubId: scope.hub.id, bookingId: booking.id, releasedAt: null },
        data: { kind: 'BOOKING', heldUntil: null },
      });
      await freezePrice(db, scope.hub.id, booking, place);
      const detail = asItStands(booking, place);
      deed.record(bookingEvents[status], 'booking', booking.id, detail, concerning(party));
      if (all.length > 1) continue;
      await tellBooked(scope, db, deed, { ...booking, status, site: place.site }, party);
    }
    const ids = all.map((booking) => booking.id);
    const [first] = all;
    if (first && all.length > 1) {
      await tellSeries(scope, db, deed, ids, first.party, 'togetherBooked');
    }
    refuseUnagreed('dearer', await netOreOf(db, scope.hub.id, ids), agreed.agreedOre);
  });
}

const accountOfKept = ({ organisationId, bookedForId, actorClass }: Kept): Account => ({
  ...{ organisationId, personId: bookedForId, actorClass },
});

const windowOfKept = ({ startsAt, endsAt, place }: Kept) => ({
  ...{ startsAt: instantOf(startsAt), endsAt: instantOf(endsAt) },
  ...{ kind: place.kind, zone: place.site.zone },
});

/** Keeps what is held for another quarter of an hour, for two hours in all. */
export async function extendHold(scope: Scope, id: string): Promise<void> {
  await scope.write('booking:create', async (db, deed) => {
    for (const booking of await heldTogether(scope, db, id)) {
      if (await isOffered(db, scope.hub.id, booking.id)) {
        throw new Refusal('hours.refusals.offerEnds');
      }
      const last = booking.createdAt.getTime() + longestHold.hours * 3_600_000;
      const until = Math.min(now().epochMilliseconds + holdMinutes * 60_000, last);
      if (until <= (booking.heldUntil?.getTime() ?? 0)) {
        throw new Refusal('workspace.refusals.heldLongEnough');
      }
      const data = { heldUntil: new Date(until) };
      const which = { hubId: scope.hub.id };
      await db.booking.update({ where: { hubId_id: { ...which, id: booking.id } }, data });
      await db.occupancy.updateMany({
        where: { ...which, bookingId: booking.id, releasedAt: null },
        data,
      });
      const detail = asItStands(booking, booking.place);
      deed.record('holdExtended', 'booking', booking.id, detail, concerning(booking.party));
    }
  });
}

async function heldTogether(scope: Scope, db: Handle, id: string): Promise<Kept[]> {
  const first = await keptBooking(scope, db, id);
  const others = first.togetherId
    ? await db.booking.findMany({
        where: { hubId: scope.hub.id, togetherId: first.togetherId, status: 'HELD' },
        select: { id: true },
      })
    : [];
  const all = [first];
  for (const other of others) {
    if (other.id !== id) all.push(await keptBooking(scope, db, other.id));
  }
  for (const booking of all) {
    const held = booking.status === 'HELD';
    const lapsed = (booking.heldUntil?.getTime() ?? 0) <= now().epochMilliseconds;
    if (booking.status === 'EXPIRED' || (held && lapsed)) {
      throw new Refusal('workspace.refusals.holdExpired');
    }
    const code = held ? refusalToMove(booking, 'CONFIRMED', now()) : 'workspace.refusals.notHeld';
    if (code) throw new Refusal(code);
  }
  return all;
}
