import { Temporal } from 'temporal-polyfill';
import { instantOf, now } from '#lib/platform/clock.ts';
import type { Text } from '#lib/platform/i18n/locales.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { isFor } from './bookable.ts';
import type { KeptBooking } from './bookings.ts';
import type { NewTime } from './closing-forms.ts';
import { affectedBy, type Closure, readClosure } from './closures.ts';
import { type House, seenBy } from './hours.ts';
import {
  type KeptPlace,
  readSite,
  type TakenUnits,
  takenOf,
  takenUnits,
  unitsOf,
} from './house.ts';
import { asBooked, claimed, overlaps, slotOf } from './rules.ts';
import type { Slot } from './schema.ts';
import { judged } from './standing.ts';
import { type ActorClass, type Rules, readRules } from './terms.ts';

export type WayOut = NewTime & { place: Text };
/** A booking that a closure meets, and where it could go instead. */
export type Met = { booking: KeptBooking; ways: WayOut[] };
type Around = { house: House; places: KeptPlace[]; rules: Rules; taken: TakenUnits };
type Whose = { actorClass: ActorClass; organisationId: string };

const daysToLook = 14;
const waysEach = 3;

/** What a closure meets with the nearest ways out of each: another place of the kind, or the same another day. */
export async function findMet(
  scope: Scope,
  id: string,
): Promise<{ closure: Closure; met: Met[]; leased: Text[] }> {
  return scope.read('closure:publish', async (db) => {
    const hubId = scope.hub.id;
    const closure = await readClosure(db, hubId, id);
    const { bookings, leased } = await affectedBy(db, hubId, closure);
    const [first, last] = [bookings[0], bookings.at(-1)];
    if (!first || !last) return { closure, met: [], leased };
    const { site, places } = await readSite(db, hubId, { slug: closure.site.slug });
    const span = {
      startsAt: instantOf(first.startsAt).subtract({ hours: 24 }),
      endsAt: instantOf(last.endsAt).add({ hours: 24 * (daysToLook + 1) }),
    };
    const taken = await takenUnits(db, scope, span, unitsOf(places));
    const house = { ...site, closures: [...(site.closures ?? []), closure] };
    const around = { house, places, rules: await readRules(db, hubId), taken };
    const whose = new Map(
      (
        await db.booking.findMany({
          where: { hubId, id: { in: bookings.map((booking) => booking.id) } },
          select: { id: true, actorClass: true, organisationId: true },
        })
      ).map(({ id: booking, ...rest }) => [booking, rest]),
    );
    const offered = new Set<string>();
    const met = bookings.map((booking) => {
      const of = whose.get(booking.id);
      const ways = of ? waysOut(booking, of, around, offered) : [];
      // Nobody else is shown what this one is shown: both could not have it.
      for (const way of ways) offered.add(`${way.placeId} ${way.date}`);
      return { booking, ways };
    });
    return { closure, met, leased };
  });
}

function waysOut(
  booking: KeptBooking,
  whose: Whose,
  around: Around,
  offered: ReadonlySet<string>,
): WayOut[] {
  const own = around.places.find(({ id }) => id === booking.place.id);
  if (!own) return [];
  const slot = slotOf(booking, around.house.zone);
  const unlike = ({ seats }: KeptPlace) => Math.abs(seats - own.seats);
  const elsewhere = around.places
    .filter(({ kind, id, seats }) => kind === own.kind && id !== own.id && seats >= booking.people)
    .sort((one, other) => unlike(one) - unlike(other))
    .map((place) => ({ place, ...slot }));
  const day = Temporal.PlainDate.from(slot.date);
  const later = Array.from({ length: daysToLook }, (_, n) => ({
    ...{ place: own, ...slot, date: day.add({ days: n + 1 }).toString() },
  }));
  const free = (wishes: Wish[]) =>
    wishes.filter(
      ({ place, ...wish }) =>
        !offered.has(`${place.id} ${wish.date}`) && isFree(place, wish, whose, around),
    );
  // The same time first; another day is kept for whoever would rather stay where they were.
  return [...free(elsewhere).slice(0, waysEach - 1), ...free(later)]
    .slice(0, waysEach)
    .map(({ place, ...wish }) => ({ placeId: place.id, place: place.name, ...wish }));
}

type Wish = Slot & { place: KeptPlace };

function isFree(
  place: KeptPlace,
  slot: Slot,
  { actorClass, organisationId }: Whose,
  { house, rules, taken }: Around,
): boolean {
  const rule = rules[place.kind];
  if (place.outOfService || place.unitIds.length === 0) return false;
  if (!isFor(place, rule, actorClass, organisationId)) return false;
  const seen = seenBy(house, { kind: place.kind, placeId: place.id, actor: actorClass });
  const { window } = judged(slot, seen, asBooked(rule), now());
  if (!window) return false;
  const wanted = claimed(window, rule);
  if (place.claim === 'ALL') return !takenOf(place, taken).some((one) => overlaps(wanted, one));
  return place.unitIds.some((id) => !(taken.get(id) ?? []).some((one) => overlaps(wanted, one)));
}
