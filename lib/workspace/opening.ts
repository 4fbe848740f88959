import { now } from '#lib/platform/clock.ts';
import type { Text } from '#lib/platform/i18n/locales.ts';
import { type Country, type HolidayKey, holidayName, holidaysOf } from './holidays.ts';
import type { Closing, Hours, House, Schedule, SpecialDay } from './hours.ts';
import type { PlaceKind } from './schema.ts';
import type { ActorClass } from './terms.ts';
import { timeOf } from './times.ts';

/** What of a site its hours are made of: goes into the `include` of whoever reads sites. */
export const withOpening = {
  hub: { select: { country: true } },
  openingHours: { where: { scheduleId: null }, orderBy: { weekday: 'asc' } },
  schedules: { include: { hours: { orderBy: { weekday: 'asc' } } } },
  closures: { where: { state: 'PUBLISHED' } },
  holidays: true,
} as const;

export type ClosureRow = {
  kind: PlaceKind | null;
  placeId: string | null;
  fromDay: Date;
  fromMinute: number;
  toDay: Date;
  toMinute: number;
  yearly: boolean;
  exempt: ActorClass[];
  message: unknown;
};
export type HolidayChoice = {
  holiday: string;
  open: boolean;
  opens: number | null;
  closes: number | null;
};
type Row = {
  zone: string;
  halfDayAt: number;
  hub: { country: Country };
  openingHours: readonly Hours[];
  schedules: readonly {
    kind: PlaceKind | null;
    actorClass: ActorClass | null;
    validFrom: Date | null;
    validTo: Date | null;
    hours: readonly Hours[];
  }[];
  closures: readonly ClosureRow[];
  holidays: readonly HolidayChoice[];
};

/** A site's hours with everything that changes them. */
export function houseOf(site: Row): House {
  const { zone, halfDayAt } = site;
  return {
    ...{ zone, halfDayAt, hours: site.openingHours.map(hoursOf) },
    schedules: site.schedules.map(
      ({ kind, actorClass, validFrom, validTo, hours }): Schedule => ({
        ...{ kind, actor: actorClass, hours: hours.map(hoursOf) },
        ...{ from: dayOf(validFrom), to: dayOf(validTo) },
      }),
    ),
    closures: site.closures.map(closingOf),
    specialDays: specialDaysOf(site.hub.country, site.holidays, zone),
  };
}

const hoursOf = ({ weekday, opens, closes }: Hours): Hours => ({ weekday, opens, closes });

/** A closure as the rules read it. */
export function closingOf({
  fromDay,
  fromMinute,
  toDay,
  toMinute,
  message,
  ...row
}: ClosureRow): Closing {
  const { kind, placeId, yearly, exempt } = row;
  return {
    ...{ kind, placeId, yearly, exempt, message: message as Text },
    from: localTime(fromDay, fromMinute),
    to: localTime(toDay, toMinute),
  };
}

// Until midnight is until the next day begins.
function localTime(day: Date, minute: number): string {
  if (minute < 24 * 60) return `${dayOf(day)}T${timeOf(minute)}`;
  return `${dayOf(new Date(day.getTime() + 86_400_000))}T00:00`;
}

/** The days that differ, over as far as anyone can book: holidays are closed unless the site says otherwise. */
function specialDaysOf(
  country: Country,
  choices: readonly HolidayChoice[],
  zone: string,
): ReadonlyMap<string, SpecialDay> {
  const { year } = now().toZonedDateTimeISO(zone);
  const days = new Map<string, SpecialDay>();
  for (const { date, key } of [0, 1, 2, 3].flatMap((n) => holidaysOf(country, year + n - 1))) {
    const hours = hoursChosen(key, choices);
    // Of two on one day, the closed one counts.
    if (hours !== 'usual' && days.get(date)?.hours !== null) {
      days.set(date, { name: holidayName(key), hours });
    }
  }
  return days;
}

function hoursChosen(key: HolidayKey, choices: readonly HolidayChoice[]) {
  const choice = choices.find(({ holiday }) => holiday === key);
  if (!choice?.open) return null;
  const { opens, closes } = choice;
  return opens === null || closes === null ? ('usual' as const) : { opens, closes };
}

/** A day as the database keeps it. */
export function dayOf(date: Date): string;
export function dayOf(date: Date | null): string | null;
export function dayOf(date: Date | null): string | null {
  return date?.toISOString().slice(0, 10) ?? null;
}
