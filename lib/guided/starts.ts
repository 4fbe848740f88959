import { Temporal } from 'temporal-polyfill';
import { type House, openStretches } from '#lib/workspace/hours.ts';
import { overlaps, type Taken } from '#lib/workspace/rules.ts';
import { timeOf } from '#lib/workspace/times.ts';

/** Starts lie this many minutes apart. */
const step = 30;

/** What a presentation takes: all of `needed`, and one of each of `oneOf`; by the units' ids. */
export type Asked = {
  placeId: string;
  minutes: number;
  needed: readonly string[];
  oneOf: readonly (readonly string[])[];
};
export type Starts = { date: string; times: string[] };

/**
 * The starts at which everything is free, day by day, within the opening hours of the zone; local times of the
 * site. A time that the clock skips or shows twice is left out.
 */
export function freeStarts(
  house: House,
  asked: Asked,
  taken: ReadonlyMap<string, readonly Taken[]>,
  days: readonly string[],
  earliest: Temporal.Instant,
): Starts[] {
  return days.map((date) => {
    const day = Temporal.PlainDate.from(date);
    const open = openStretches(house, day, { kind: 'SHOWROOM', placeId: asked.placeId });
    const times = open.flatMap(({ from, to }) => startsWithin(from, to, asked.minutes));
    return {
      date,
      times: times.filter((time) => isFree(house.zone, asked, taken, { date, time }, earliest)),
    };
  });
}

function startsWithin(from: number, to: number, minutes: number): string[] {
  const first = Math.ceil(from / step) * step;
  const count = Math.max(0, Math.floor((to - minutes - first) / step) + 1);
  return Array.from({ length: count }, (_, n) => timeOf(first + n * step));
}

/** The instant of a local start; null where the clock has none or two. */
export function startOf(zone: string, date: string, time: string): Temporal.Instant | null {
  const local = Temporal.PlainDateTime.from(`${date}T${time}`);
  const early = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const late = local.toZonedDateTime(zone, { disambiguation: 'later' });
  return early.equals(late) ? early.toInstant() : null;
}

type At = { date: string; time: string };

function isFree(
  zone: string,
  asked: Asked,
  taken: ReadonlyMap<string, readonly Taken[]>,
  { date, time }: At,
  earliest: Temporal.Instant,
): boolean {
  const startsAt = startOf(zone, date, time);
  if (!startsAt || Temporal.Instant.compare(startsAt, earliest) < 0) return false;
  const window = { startsAt, endsAt: startsAt.add({ minutes: asked.minutes }) };
  const free = (unit: string) =>
    !(taken.get(unit) ?? []).some((stretch) => overlaps(window, stretch));
  return asked.needed.every(free) && asked.oneOf.every((units) => units.some(free));
}
