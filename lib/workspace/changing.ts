import { dateOf, instantOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { freezePrice, netOreOf, refuseUnagreed } from '#lib/prices/freezing.ts';
import { listAlternatives } from './alternatives.ts';
import { awaitsAnswer, type Bookable, readBookables, refuseUnfit } from './bookable.ts';
import { takePlace } from './booking.ts';
import { asItStands } from './facts.ts';
import { lateFeeOf } from './fees.ts';
import { seenBy } from './hours.ts';
import { type Kept, keptBooking } from './kept.ts';
import { lineUp, shareSites, vacate } from './occupying.ts';
import { concerning } from './parties.ts';
import { meetTerms } from './place-terms.ts';
import { type Account, lineUpAccounts, refuseOverQuota } from './quotas.ts';
import { asBooked, claimed, lengthOf, slotOf, windowOf } from './rules.ts';
import { type ChangeInput, isId, type Slot } from './schema.ts';
import { tellHolder, tellHouse } from './telling.ts';
import { type Rule, readRules } from './terms.ts';

/**
 * Moves a booking to another time or place, or says something else of it. What was approved is asked for
 * anew where the new time or place needs it. The old time is let go and the new taken in one breath.
 * @throws Refusal `changedMeanwhile` when someone else changed it since it was shown; `taken` carries `{ alternatives }`
 */
export async function changeBooking(scope: Scope, id: string, input: ChangeInput): Promise<void> {
  if (!isId(input.placeId)) throw new NotFound('place');
  try {
    await scope.write('booking:change', (db, deed) => change(scope, db, deed, id, input));
  } catch (error) {
    if (!refusedBy(error, 'no_two_in_one_unit')) throw error;
    const { placeId, date, from, to } = input;
    const alternatives = await listAlternatives(scope, placeId, { date, from, to });
    throw new Refusal('workspace.refusals.taken', {}, { alternatives });
  }
}

/** Part of another write: a closure moves what it meets. */
export async function change(
  scope: Scope,
  db: Handle,
  deed: Deed,
  id: string,
  input: ChangeInput,
  why = '',
): Promise<void> {
  await shareSites(db, scope.hub.id, [input.placeId]);
  const booking = await keptBooking(scope, db, id);
  refuseToChange(booking, input.revision);
  const [place] = (await readBookables(db, scope.hub.id, [input.placeId])) as [Bookable];
  const rule = (await readRules(db, scope.hub.id))[place.kind];
  await lineUpAccounts(db, scope.hub.id, accountOfKept(booking));
  await lineUp(db, [...booking.place.unitIds, ...place.unitIds]);
  const before = await netOreOf(db, scope.hub.id, [id]);
  const { told, moved } = await move(scope, db, deed, booking, place, rule, input);
  if (!moved) return;
  const more = (await netOreOf(db, scope.hub.id, [id])) - before;
  refuseUnagreed('change', more, input.agreedOre);
  const awaits = told.status === 'PENDING';
  await tellHolder(scope, db, deed, told, awaits ? 'asked' : 'moved', why);
  if (!awaits) return;
  await tellHouse(scope, db, deed, { ...told, site: place.site }, booking.party, 'toAnswer');
}

/** The account that limits on this booking are counted on. */
export function accountOfKept({ organisationId, bookedForId, actorClass }: Kept): Account {
  return { organisationId, personId: bookedForId, actorClass };
}

type To = Slot & { purpose?: string; people?: number | undefined };

/** Part of a write that has lined up for the units: a booking at another time or place. Tells nobody. */
export async function move(
  scope: Scope,
  db: Handle,
  deed: Deed,
  booking: Kept,
  place: Bookable,
  rule: Rule,
  to: To,
): Promise<{ told: Kept; moved: boolean }> {
  const { id, party } = booking;
  const people = to.people ?? booking.people;
  refuseUnfit(place, rule, party.actorClass, party.organisation.id, people);
  if (place.id !== booking.placeId) await meetTerms(scope, db, deed, place, party);
  const house = seenBy(place.site, { actor: party.actorClass });
  const was = slotOf(booking, booking.place.site.zone);
  const asItWas = party.house && to.from === was.from && to.to === was.to;
  const window = windowOf(to, house, asItWas ? asBooked(rule) : rule, now());
  const [startsAt, endsAt] = [dateOf(window.startsAt), dateOf(window.endsAt)];
  const moved =
    place.id !== booking.placeId ||
    startsAt.getTime() !== booking.startsAt.getTime() ||
    endsAt.getTime() !== booking.endsAt.getTime();
  if (moved && !party.house) {
    // Moved first and cancelled then, a late cancellation would be free.
    if (lateFeeOf(booking, booking.rule, now()) !== null) {
      refuseLate(booking.rule.cancelNoticeMinutes);
    }
    const wanted = { ...window, kind: place.kind, zone: place.site.zone };
    await refuseOverQuota(db, scope.hub.id, accountOfKept(booking), wanted, id);
  }
  const awaits = moved && awaitsAnswer(place, rule, party.actorClass) && !party.house;
  const status = awaits ? 'PENDING' : booking.status;
  const purpose = to.purpose ?? booking.purpose;
  const data = { placeId: place.id, people, purpose, status, startsAt, endsAt };
  const { revision } = await db.booking.update({
    where: { hubId_id: { hubId: scope.hub.id, id } },
    data: { ...data, revision: { increment: 1 } },
    select: { revision: true },
  });
  if (moved) {
    await vacate(db, scope.hub.id, id, 'MOVED');
    await takePlace(scope, db, place, claimed(window, rule), { ...booking, heldUntil: null });
  }
  const told: Kept = { ...booking, ...data, place, revision };
  const netOre = await netOreOf(db, scope.hub.id, [id]);
  if (moved) await freezePrice(db, scope.hub.id, told, place);
  const detail = differences(
    scope,
    { ...booking, netOre },
    { ...told, netOre: await netOreOf(db, scope.hub.id, [id]) },
  );
  deed.record('bookingChanged', 'booking', id, detail, concerning(party));
  return { told, moved };
}

/** @throws Refusal when it cannot be changed any more, or was changed since it was shown */
export function refuseToChange(booking: Kept, revision: number) {
  if (!['PENDING', 'CONFIRMED'].includes(booking.status)) {
    throw new Refusal('workspace.refusals.notChangeable');
  }
  if (booking.revision !== revision) throw new Refusal('workspace.refusals.changedMeanwhile');
  const left = instantOf(booking.startsAt).since(now()).total('minutes');
  if (left <= 0) throw new Refusal('workspace.refusals.hasStarted');
  const { changeNoticeMinutes } = booking.rule;
  if (booking.party.house || left >= changeNoticeMinutes) return;
  refuseLate(changeNoticeMinutes);
}

function refuseLate(minutes: number): never {
  throw new Refusal('workspace.refusals.tooLateToChange', {}, null, lengthOf(minutes));
}

type Seen = Pick<Kept, 'startsAt' | 'endsAt' | 'place' | 'people' | 'purpose'> & { netOre: number };

/** How it was, and what is otherwise now, as the log tells it; of the purpose only that it was changed. */
function differences(scope: Scope, before: Seen, after: Seen): Record<string, string | string[]> {
  const told = (seen: Seen) => ({
    ...asItStands(seen, seen.place),
    people: String(seen.people),
    price: `${seen.netOre} ${scope.hub.country}`,
  });
  const [was, is] = [told(before), told(after)];
  const changed = (['place', 'time', 'people', 'price'] as const).filter(
    (field) => was[field] !== is[field],
  );
  return {
    ...asItStands(before, before.place),
    ...Object.fromEntries(
      changed.flatMap((field) => [
        [`from.${field}`, was[field]],
        [`to.${field}`, is[field]],
      ]),
    ),
    changed: [...changed, ...(before.purpose === after.purpose ? [] : ['purpose'])],
  };
}
