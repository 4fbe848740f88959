import { now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { type Bookable, isFor } from './bookable.ts';
import { seenBy } from './hours.ts';
import { type TakenUnits, takenUnits, wholeDay } from './house.ts';
import { claimed, fitted, overlaps, type Window } from './rules.ts';
import type { Slot } from './schema.ts';
import { judged } from './standing.ts';
import { actorClassOf, type Rules } from './terms.ts';

/** A day of a series: its time on the grid of its kind, and what stands in the way; null when nothing does. */
export type DayVerdict = {
  date: string;
  slot: Slot;
  refusal: { code: string; values: Record<string, string | number> } | null;
};

/** Judges every day of a series for one place, in one query. */
export async function verdictsOn(
  db: Handle,
  scope: Scope,
  place: Bookable,
  rules: Rules,
  dates: readonly string[],
  time: { from: string; to: string },
): Promise<DayVerdict[]> {
  const rule = rules[place.kind];
  const actor = await actorClassOf(db, scope.hub.id, scope.organisation.id);
  const closed = place.outOfService
    ? 'outOfService'
    : isFor(place, rule, actor, scope.organisation.id)
      ? null
      : 'notForYou';
  const house = seenBy(place.site, { actor });
  const taken = await takenUnits(db, scope, spanOf(dates, place.site.zone), place.unitIds);
  return dates.map((date) => {
    const slot = fitted({ date, from: time.from, to: time.to }, house, rule);
    if (closed) return { date, slot, refusal: because(closed) };
    const { window, refusal } = judged(slot, house, rule, now());
    if (refusal) return { date, slot, refusal: { code: refusal.code, values: refusal.values } };
    const free = window && isFree(place, claimed(window, rule), taken);
    return { date, slot, refusal: free ? null : because('takenThen') };
  });
}

function because(name: string) {
  return { code: `workspace.refusals.${name}`, values: {} };
}

function isFree({ claim, unitIds }: Bookable, window: Window, taken: TakenUnits): boolean {
  const free = unitIds.map(
    (unitId) => !(taken.get(unitId) ?? []).some((stretch) => overlaps(window, stretch)),
  );
  return claim === 'ANY' ? free.some(Boolean) : free.every(Boolean);
}

function spanOf(dates: readonly string[], zone: string): Window {
  const { startsAt } = wholeDay(dates[0] as string, zone);
  const { endsAt } = wholeDay(dates.at(-1) as string, zone);
  // What a kind needs before and after may reach into the next day.
  return { startsAt: startsAt.subtract({ hours: 8 }), endsAt: endsAt.add({ hours: 8 }) };
}
