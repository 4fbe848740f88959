import { Temporal } from 'temporal-polyfill';
import { now } from '#lib/platform/clock.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import type { Alternative } from './alternatives.ts';
import { isFor } from './bookable.ts';
import { type House, seenBy } from './hours.ts';
import { readSite, takenOf, takenUnits, unitsOf } from './house.ts';
import { fitted } from './rules.ts';
import { isId, type Slot, type Wish } from './schema.ts';
import { isFree, nearestFreeSlots, nextSlot } from './slots.ts';
import { actorClassOf, type Rule, readRules } from './terms.ts';

const daysToLook = 14;
const most = 4;

/**
 * When a place can be had nearest to a wish that cannot be: that day, then the days around it, at the time that
 * was wished if there is one. Whoever may look for a place. @throws NotFound
 */
export async function listFreeTimes(
  scope: Scope,
  placeId: string,
  wish: Pick<Wish, 'date' | 'from' | 'to'>,
): Promise<Alternative[]> {
  if (!isId(placeId)) throw new NotFound('place');
  return scope.read('place:find', async (db) => {
    const { site, places } = await readSite(db, scope.hub.id, { placeId });
    const place = places.find(({ id }) => id === placeId);
    if (!place) throw new NotFound('place');
    const rule = (await readRules(db, scope.hub.id))[place.kind];
    const actor = await actorClassOf(db, scope.hub.id, scope.organisation.id);
    const fit = isFor(place, rule, actor, scope.organisation.id);
    if (!fit || place.outOfService || place.unitIds.length === 0) return [];
    const house = seenBy(site, { kind: place.kind, placeId, actor });
    const days = daysAround(house, rule, wish.date);
    const [first, last] = [days.toSorted()[0] ?? '', days.toSorted().at(-1) ?? ''];
    const span = {
      startsAt: Temporal.PlainDate.from(first).toZonedDateTime(site.zone).toInstant(),
      endsAt: Temporal.PlainDate.from(last).add({ days: 1 }).toZonedDateTime(site.zone).toInstant(),
    };
    const taken = takenOf(place, await takenUnits(db, scope, span, unitsOf([place])));
    const free: Slot[] = [];
    for (const date of days) {
      if (free.length >= most) break;
      const own = fitted({ ...timeWished(house, wish, date), date }, house, rule);
      if (isFree(own, house, rule, taken, now())) free.push(own);
      else free.push(...nearestFreeSlots(own, house, rule, taken, now(), 2));
    }
    const { name, kind } = place;
    return free
      .slice(0, most)
      .map((slot) => ({ ...slot, placeId, name, kind, way: 'otherDay' as const }));
  });
}

/** Two times that stand the wrong way round are meant the other way; without both it is the next half day. */
function timeWished(house: House, { from, to }: Pick<Wish, 'from' | 'to'>, date: string) {
  const next = nextSlot(house, now(), date);
  if (!from || !to || from === to) return next;
  return from < to ? { from, to } : { from: to, to: from };
}

/** Days on which one may book, the nearest to the wished one first. */
function daysAround({ zone }: House, { daysAhead }: Rule, wished?: string): string[] {
  const today = now().toZonedDateTimeISO(zone).toPlainDate();
  const end = today.add({ days: daysAhead });
  const earliest = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
    Temporal.PlainDate.compare(one, other) < 0 ? one : other;
  const asked = wished ? Temporal.PlainDate.from(wished) : today;
  const near = earliest(Temporal.PlainDate.compare(asked, today) < 0 ? today : asked, end);
  const steps = Array.from({ length: daysToLook }, (_, n) => [n, -n - 1]).flat();
  return steps
    .map((days) => near.add({ days }))
    .filter((day) => Temporal.PlainDate.compare(day, today) >= 0)
    .filter((day) => Temporal.PlainDate.compare(day, end) <= 0)
    .map(String);
}
