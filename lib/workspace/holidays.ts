import { gregorianEaster } from 'date-easter';
import { Temporal } from 'temporal-polyfill';
import { locales, type Text } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

export type Country = 'SE' | 'NO';
export type Holiday = { date: string; key: HolidayKey };

/** A day of the year, so many days from Easter Sunday, or the first such weekday from a day on. */
type When = { on: string } | { easter: number } | { weekday: number; from: string };
type Row = { when: When; in: readonly Country[] };
const both = ['SE', 'NO'] as const;
const [friday, saturday] = [5, 6];

/**
 * Free days in the order of the year. Sweden: lagen (1989:253) om allmänna helgdagar, and the three eves
 * that agreements treat as free; Norway: lov om helligdager og helligdagsfred, 1 and 17 May, and the
 * eves that a house is usually shut.
 */
const rows = {
  newYear: { when: { on: '01-01' }, in: both },
  epiphany: { when: { on: '01-06' }, in: ['SE'] },
  maundyThursday: { when: { easter: -3 }, in: ['NO'] },
  goodFriday: { when: { easter: -2 }, in: both },
  easterSunday: { when: { easter: 0 }, in: both },
  easterMonday: { when: { easter: 1 }, in: both },
  mayDay: { when: { on: '05-01' }, in: both },
  constitutionDay: { when: { on: '05-17' }, in: ['NO'] },
  ascension: { when: { easter: 39 }, in: both },
  whitSunday: { when: { easter: 49 }, in: both },
  whitMonday: { when: { easter: 50 }, in: ['NO'] },
  nationalDay: { when: { on: '06-06' }, in: ['SE'] },
  midsummerEve: { when: { weekday: friday, from: '06-19' }, in: ['SE'] },
  midsummerDay: { when: { weekday: saturday, from: '06-20' }, in: ['SE'] },
  allSaints: { when: { weekday: saturday, from: '10-31' }, in: ['SE'] },
  christmasEve: { when: { on: '12-24' }, in: both },
  christmasDay: { when: { on: '12-25' }, in: both },
  boxingDay: { when: { on: '12-26' }, in: both },
  newYearsEve: { when: { on: '12-31' }, in: both },
} as const satisfies Record<string, Row>;

export type HolidayKey = keyof typeof rows;
export const holidayKeys = Object.keys(rows) as HolidayKey[];
/** Free by custom, not by law. */
export const eves: readonly HolidayKey[] = ['midsummerEve', 'christmasEve', 'newYearsEve'];

const kept = new Map<string, readonly Holiday[]>();

/** A country's free days of a year, by date. Two may meet: 17 May and Whit Monday in 2027. */
export function holidaysOf(country: Country, year: number): readonly Holiday[] {
  const known = kept.get(`${country} ${year}`);
  if (known) return known;
  const easter = Temporal.PlainDate.from(gregorianEaster(year));
  const here = Object.entries(rows as Record<string, Row>).filter(([, row]) =>
    row.in.includes(country),
  );
  const days = here
    .map(([key, { when }]) => ({ key: key as HolidayKey, date: dayOf(when, easter).toString() }))
    .sort((one, other) => one.date.localeCompare(other.date));
  kept.set(`${country} ${year}`, days);
  return days;
}

function dayOf(when: When, easter: Temporal.PlainDate): Temporal.PlainDate {
  if ('easter' in when) return easter.add({ days: when.easter });
  const [month = 1, day = 1] = ('on' in when ? when.on : when.from).split('-').map(Number);
  const from = easter.with({ month, day });
  return 'on' in when ? from : from.add({ days: (when.weekday - from.dayOfWeek + 7) % 7 });
}

/** Its name in every language. */
export function holidayName(key: HolidayKey): Text {
  const names = locales.map((one) => [one, translator(one, 'hours')(`holidays.${key}`)] as const);
  return Object.fromEntries(names) as Text;
}
