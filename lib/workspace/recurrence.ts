import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { Refusal } from '#lib/platform/errors.ts';

export const patterns = ['DAY', 'WEEK', 'MONTH_DATE', 'MONTH_WEEKDAY', 'PICKED'] as const;
export type Pattern = (typeof patterns)[number];

/** How something comes again: days are local and know no time; `starts` is the first that may be one. */
export type Recurrence = {
  pattern: Pattern;
  /** Every how many days, weeks or months. */
  interval: number;
  /** ISO weekdays, for WEEK; none means that of `starts`. */
  weekdays: readonly number[];
  starts: string;
  /** The last day it may be (inclusive), or how many; PICKED needs neither. */
  until?: string | undefined;
  count?: number | undefined;
  /** For PICKED: the days themselves. */
  dates: readonly string[];
};

/** No series is longer. */
export const mostDates = 60;

const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** The rule in the words of RFC 5545 §3.3.10, without a start; empty for days picked by hand. */
export function ruleOf(recurrence: Recurrence): string {
  const { pattern, interval, weekdays, until, count } = recurrence;
  if (pattern === 'PICKED') return '';
  const starts = Temporal.PlainDate.from(recurrence.starts);
  const days = weekdays.length > 0 ? weekdays : [starts.dayOfWeek];
  const code = (day: number) => weekdayCodes[day - 1];
  const parts = {
    DAY: ['FREQ=DAILY'],
    WEEK: ['FREQ=WEEKLY', `BYDAY=${days.map(code).join(',')}`],
    MONTH_DATE: ['FREQ=MONTHLY', `BYMONTHDAY=${starts.day}`],
    MONTH_WEEKDAY: ['FREQ=MONTHLY', `BYDAY=${whichInMonth(starts)}${code(starts.dayOfWeek)}`],
  }[pattern];
  const end = until ? [`UNTIL=${until.replaceAll('-', '')}`] : count ? [`COUNT=${count}`] : [];
  return [...parts, `INTERVAL=${interval}`, ...end].join(';');
}

// The fifth of its kind is the last one: a month without a fifth would be left out.
function whichInMonth(day: Temporal.PlainDate): number {
  const which = Math.ceil(day.day / 7);
  return which > 4 ? -1 : which;
}

/**
 * The local days of a recurrence, in order, each once. A month without the 31st is left out, as RFC 5545
 * has it.
 * @throws Refusal for none at all, for more than `mostDates`, or without an end
 */
export function datesOf(recurrence: Recurrence): string[] {
  const { pattern, until, count } = recurrence;
  if (pattern !== 'PICKED' && !until && !count) refuse('until', 'seriesNeedsEnd');
  if (pattern !== 'PICKED' && until && until < recurrence.starts)
    refuse('until', 'seriesEndsFirst');
  const dates =
    pattern === 'PICKED' ? [...new Set(recurrence.dates)].toSorted() : expanded(recurrence);
  if (dates.length === 0) refuse(pattern === 'PICKED' ? 'dates' : 'until', 'seriesEmpty');
  if (dates.length > mostDates) refuse('until', 'seriesTooLong');
  return dates;
}

// In UTC every day has one midnight: the times of day come later, in the zone of the house.
function expanded(recurrence: Recurrence): string[] {
  const dtstart = Temporal.PlainDate.from(recurrence.starts).toZonedDateTime('UTC');
  const rule = new RRuleTemporal({ rruleString: ruleOf(recurrence), dtstart });
  return rule.all((_day, n) => n <= mostDates).map((day) => day.toPlainDate().toString());
}

function refuse(field: string, name: string): never {
  const code = `workspace.refusals.${name}`;
  throw new Refusal(code, { [field]: code }, null, { most: mostDates });
}
