import { Temporal } from 'temporal-polyfill';
import { Refusal } from '#lib/platform/errors.ts';
import { type House, hoursOn } from './hours.ts';
import {
  claimed,
  earliestStart,
  fitted,
  overlaps,
  quarter,
  type Taken,
  windowOf,
} from './rules.ts';
import type { Slot } from './schema.ts';
import type { Rule } from './terms.ts';
import { minutesOf, timeOf } from './times.ts';

export type QuickChoice = { key: 'morning' | 'afternoon' | 'day'; from: string; to: string };

const halves = [
  { key: 'morning', from: 8 * 60, to: 12 * 60 },
  { key: 'afternoon', from: 12 * 60, to: 17 * 60 },
  { key: 'day', from: 8 * 60, to: 17 * 60 },
] as const;

/** Morning, afternoon and whole day, cut to the opening hours; none on a closed day. */
export function quickChoices(house: House, date: string): QuickChoice[] {
  const hours = hoursOn(house, Temporal.PlainDate.from(date));
  if (!hours) return [];
  return halves
    .map(({ key, from, to }) => ({
      key,
      from: Math.max(from, hours.opens),
      to: Math.min(to, hours.closes),
    }))
    .filter(({ from, to }) => to - from >= 60)
    .map(({ key, from, to }) => ({ key, from: timeOf(from), to: timeOf(to) }));
}

/**
 * The next half day nobody has begun, on the wished day or from today on. A day that is closed or
 * long gone gets office hours, so that the rules can say what is wrong with it.
 */
export function nextSlot(house: House, at: Temporal.Instant, date?: string): Slot {
  const today = at.toZonedDateTimeISO(house.zone).toPlainDate();
  const days = date
    ? [Temporal.PlainDate.from(date)]
    : Array.from({ length: 14 }, (_, ahead) => today.add({ days: ahead }));
  for (const day of days) {
    const choice = quickChoices(house, day.toString()).find(({ key, from }) => {
      const start = day.toZonedDateTime({ timeZone: house.zone, plainTime: from }).toInstant();
      return key !== 'day' && Temporal.Instant.compare(start, earliestStart(at, house.zone)) >= 0;
    });
    if (choice) return { date: day.toString(), from: choice.from, to: choice.to };
  }
  return { date: date ?? today.toString(), from: '08:00', to: '12:00' };
}

/** Every quarter hour between the first opening and the last closing of the week, HH:MM. */
export function timesToChoose(house: House): string[] {
  const all = [house.hours, ...(house.schedules ?? []).map(({ hours }) => hours)].flat();
  const opens = Math.min(...all.map((hours) => hours.opens), 24 * 60 - quarter);
  const closes = Math.max(...all.map((hours) => hours.closes), 0);
  const first = Math.ceil(opens / quarter) * quarter;
  const last = Math.min(closes, 24 * 60 - quarter);
  const count = Math.max(0, Math.floor((last - first) / quarter) + 1);
  return Array.from({ length: count }, (_, step) => timeOf(first + step * quarter));
}

/** Up to `most` free slots of the same length on the same day, the nearest to the wish first. */
export function nearestFreeSlots(
  wish: Slot,
  house: House,
  rule: Rule,
  taken: readonly Taken[],
  at: Temporal.Instant,
  most: number,
): Slot[] {
  const wished = minutesOf(wish.from);
  const length = minutesOf(wish.to) - wished;
  const distance = (slot: Slot) => Math.abs(minutesOf(slot.from) - wished);
  const slots = timesToChoose(house)
    .filter((from) => minutesOf(from) + length < 24 * 60)
    .map((from) => ({ date: wish.date, from, to: timeOf(minutesOf(from) + length) }))
    .map((slot) => fitted(slot, house, rule));
  return [...new Map(slots.map((slot) => [slot.from, slot])).values()]
    .filter((slot) => slot.from !== wish.from && isFree(slot, house, rule, taken, at))
    .sort((one, other) => distance(one) - distance(other))
    .slice(0, most);
}

/** Whether a slot can be had by the rules and nobody has it. */
export function isFree(
  slot: Slot,
  house: House,
  rule: Rule,
  taken: readonly Taken[],
  at: Temporal.Instant,
): boolean {
  try {
    const window = claimed(windowOf(slot, house, rule, at), rule);
    return !taken.some((stretch) => overlaps(window, stretch));
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
