import { Temporal } from 'temporal-polyfill';
import { type House, hoursOn } from '#lib/workspace/hours.ts';
import type { PlaceKind } from '#lib/workspace/schema.ts';

type Which = { kind: PlaceKind; placeId: string };

/** When a place opens next after a moment, within two weeks; null where it does not. */
export function nextOpening(
  house: House,
  at: Temporal.Instant,
  which: Which,
): Temporal.Instant | null {
  const today = at.toZonedDateTimeISO(house.zone).toPlainDate();
  for (const ahead of Array(14).keys()) {
    const day = today.add({ days: ahead });
    const hours = hoursOn(house, day, which);
    if (!hours) continue;
    const local = day.toPlainDateTime().add({ minutes: hours.opens });
    const opens = local.toZonedDateTime(house.zone).toInstant();
    if (Temporal.Instant.compare(opens, at) > 0) return opens;
  }
  return null;
}

/** Whether something lasts beyond its day: then no time of that day is its end. */
export function lastsOn(until: Temporal.Instant, at: Temporal.Instant, zone: string): boolean {
  const midnight = at.toZonedDateTimeISO(zone).startOfDay().add({ days: 1 }).toInstant();
  return Temporal.Instant.compare(until, midnight) >= 0;
}
