import { Temporal } from 'temporal-polyfill';
import type { Handle } from '#lib/platform/db.ts';
import { takenUnits } from '#lib/workspace/house.ts';
import { overlaps } from '#lib/workspace/rules.ts';
import type { Kept } from './kept.ts';

const { compare } = Temporal.PlainDate;

/** Which days given back somebody else has by now, as `place day`. */
export async function listSold(
  db: Handle,
  hubId: string,
  { givenBack, places, zone, organisation }: Kept,
): Promise<Set<string>> {
  const days = givenBack.map(({ day }) => day).toSorted(compare);
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return new Set();
  const midnight = (day: Temporal.PlainDate) => day.toZonedDateTime(zone).toInstant();
  const span = { startsAt: midnight(first), endsAt: midnight(last.add({ days: 1 })) };
  const units = places.flatMap(({ unitIds }) => unitIds);
  const taken = await takenUnits(db, { hub: { id: hubId }, organisation }, span, units);
  const sold = givenBack.filter(({ placeId, day }) => {
    const window = { startsAt: midnight(day), endsAt: midnight(day.add({ days: 1 })) };
    const own = places.find(({ id }) => id === placeId)?.unitIds ?? [];
    return own.some((unit) => taken.get(unit)?.some((stretch) => overlaps(window, stretch)));
  });
  return new Set(sold.map(({ placeId, day }) => `${placeId} ${day}`));
}
