import { Temporal } from 'temporal-polyfill';
import type { Text } from '#lib/platform/i18n/locales.ts';
import { type House, turnsOf } from './hours.ts';
import type { PlaceKind } from './schema.ts';
import { timeOf } from './times.ts';

export type Coming = {
  from: string;
  to: string;
  why: Text;
  /** Only places of this kind; null is the whole site. */
  kind: PlaceKind | null;
  /** A holiday with hours of its own. */
  open: { from: string; to: string } | null;
};

const daysAhead = 120;
const most = 12;

/** What closes the site, or all its places of a kind, in the months ahead; the next first. */
export function comingClosures(house: House, today: Temporal.PlainDate): Coming[] {
  const last = today.add({ days: daysAhead }).toString();
  const closed = (house.closures ?? [])
    .filter(({ placeId }) => placeId === null)
    .flatMap((closing) =>
      turnsOf(closing, today).map(({ from, to }) => ({
        ...{ from: minute(from), to: minute(to) },
        ...{ why: closing.message, kind: closing.kind, open: null },
      })),
    );
  const holidays = [...(house.specialDays ?? [])].map(([date, { name, hours }]): Coming => {
    const next = Temporal.PlainDate.from(date).add({ days: 1 });
    const open = hours && { from: timeOf(hours.opens), to: timeOf(hours.closes) };
    return { from: `${date}T00:00`, to: `${next}T00:00`, why: name, kind: null, open };
  });
  return [...closed, ...holidays]
    .filter(({ from, to }) => to > today.toString() && from.slice(0, 10) <= last)
    .filter(({ to }) => to !== `${today}T00:00`)
    .sort((one, other) => one.from.localeCompare(other.from))
    .slice(0, most);
}

const minute = (at: Temporal.PlainDateTime) => at.toString({ smallestUnit: 'minute' });
