import { Temporal } from 'temporal-polyfill';
import { instantOf } from '#lib/platform/clock.ts';
import { Refusal } from '#lib/platform/errors.ts';
import type { Values } from '#lib/platform/i18n/sentence.ts';
import { closureMet, type House, hoursOn, reasonOn } from './hours.ts';
import type { Slot } from './schema.ts';
import type { Rule } from './terms.ts';
import { minutesOf, timeOf } from './times.ts';

/** The finest grid of all, minutes. */
export const quarter = 15;

/** A stretch of time, half-open: it ends where the next may begin. */
export type Window = { startsAt: Temporal.Instant; endsAt: Temporal.Instant };
/** A taken stretch; without an end it takes everything after. */
export type Taken = { startsAt: Temporal.Instant; endsAt: Temporal.Instant | null };
/** What a length, a grid and a lead time must be. */
export type TimeRule = Pick<
  Rule,
  'step' | 'minMinutes' | 'maxMinutes' | 'daysAhead' | 'noticeMinutes'
>;

/**
 * The instants of a slot that the rules of the place's kind and the house's hours allow at `at`.
 * @throws Refusal with the field that is wrong and why
 */
export function windowOf(slot: Slot, house: House, rule: TimeRule, at: Temporal.Instant): Window {
  refuseWrongLength(slot, rule);
  refuseWrongDay(slot, house, rule, at);
  const day = Temporal.PlainDate.from(slot.date);
  const hours = hoursOn(house, day);
  const because = hours ? closureMet(house, slot)?.message : reasonOn(house, day);
  if (because) refuse(hours ? 'from' : 'date', 'closedBecause', { because });
  if (!hours) return refuse('date', 'closedDay');
  if (minutesOf(slot.from) < hours.opens) refuse('from', 'outsideHours');
  if (minutesOf(slot.to) > hours.closes) refuse('to', 'outsideHours');
  refuseOffTheGrid(slot, house, rule);
  const startsAt = localInstant(slot.date, slot.from, house.zone, 'from');
  const endsAt = localInstant(slot.date, slot.to, house.zone, 'to');
  refuseTooLate(startsAt, endsAt, house, rule, at);
  return { startsAt, endsAt };
}

function refuseWrongLength({ from, to }: Slot, rule: TimeRule) {
  const length = minutesOf(to) - minutesOf(from);
  if (minutesOf(from) % quarter !== 0) refuse('from', 'notOnTheQuarter');
  if (minutesOf(to) % quarter !== 0) refuse('to', 'notOnTheQuarter');
  if (length < quarter) refuse('to', 'endsBeforeStart');
  if (length < rule.minMinutes) refuse('to', 'tooShort', lengthOf(rule.minMinutes));
  if (length > rule.maxMinutes) refuse('to', 'tooLong', lengthOf(rule.maxMinutes));
}

function refuseWrongDay({ date }: Slot, { zone }: House, rule: TimeRule, at: Temporal.Instant) {
  const day = Temporal.PlainDate.from(date);
  const today = at.toZonedDateTimeISO(zone).toPlainDate();
  if (Temporal.PlainDate.compare(day, today) < 0) refuse('date', 'past');
  if (Temporal.PlainDate.compare(day, today.add({ days: rule.daysAhead })) > 0) {
    refuse('date', 'tooFarAhead', { days: rule.daysAhead });
  }
}

function refuseOffTheGrid(slot: Slot, house: House, rule: TimeRule) {
  const own = fitted(slot, house, rule);
  if (own.from !== slot.from) refuse('from', rule.step === 'DAY' ? 'notADay' : 'notAHalfDay');
  if (own.to !== slot.to) refuse('to', rule.step === 'DAY' ? 'notADay' : 'notAHalfDay');
}

// A half day or a day that is under way can still be had, since what is left of it is what one wants.
function refuseTooLate(
  startsAt: Temporal.Instant,
  endsAt: Temporal.Instant,
  { zone }: House,
  { step, noticeMinutes }: TimeRule,
  at: Temporal.Instant,
) {
  if (noticeMinutes > 0 && startsAt.since(at).total('minutes') < noticeMinutes) {
    refuse('from', 'tooShortNotice', lengthOf(noticeMinutes));
  }
  const last = step === 'QUARTER' ? startsAt : endsAt.subtract({ minutes: quarter });
  if (Temporal.Instant.compare(last, earliestStart(at, zone)) < 0) refuse('from', 'past');
}

/**
 * A wish on the grid of a kind: half days reach from opening to the middle of the day or from there to
 * closing; days are whole. On a closed day, and on quarters, the wish stays as it is.
 */
export function fitted(slot: Slot, house: House, { step }: Pick<Rule, 'step'>): Slot {
  const hours = hoursOn(house, Temporal.PlainDate.from(slot.date));
  // What ends before it begins is wrong on every grid.
  if (step === 'QUARTER' || !hours || slot.from >= slot.to) return slot;
  const half = Math.min(Math.max(house.halfDayAt, hours.opens), hours.closes);
  const wholeDay = step === 'DAY' || half === hours.opens || half === hours.closes;
  const from = wholeDay || minutesOf(slot.from) < half ? hours.opens : half;
  const to = wholeDay || minutesOf(slot.to) > half ? hours.closes : half;
  return { ...slot, from: timeOf(from), to: timeOf(to) };
}

/**
 * The instant of a local time. On the day the clocks change, an hour is missing or comes twice:
 * such a time is refused, never guessed.
 */
export function localInstant(
  date: string,
  time: string,
  zone: string,
  field: string,
): Temporal.Instant {
  const local = Temporal.PlainDateTime.from(`${date}T${time}`);
  const early = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const late = local.toZonedDateTime(zone, { disambiguation: 'later' });
  if (early.epochMilliseconds === late.epochMilliseconds) return early.toInstant();
  const exists = early.toPlainDateTime().equals(local);
  return refuse(field, exists ? 'timeComesTwice' : 'noSuchTime');
}

/** A stretch of one day as the clock on the wall shows it. */
export function slotOf({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, zone: string): Slot {
  const local = (at: Date) => instantOf(at).toZonedDateTimeISO(zone);
  const clock = (at: Date) => local(at).toPlainTime().toString({ smallestUnit: 'minute' });
  const date = local(startsAt).toPlainDate().toString();
  return { date, from: clock(startsAt), to: clock(endsAt) };
}

// Longer than any hub lets anyone book ahead.
const tenYears = 3652;

/**
 * The rule for what the house moves at its own clock times: its length and grid were right when it was booked,
 * and whoever has it did not ask for another day.
 */
export function asBooked<R extends TimeRule>(rule: R): R {
  const anyLength = { minMinutes: quarter, maxMinutes: 24 * 60 };
  return { ...rule, ...anyLength, step: 'QUARTER', daysAhead: tenYears, noticeMinutes: 0 };
}

/** Whoever stands in the house at 08:05 may still book from 08:00: the quarter under way counts. */
export function earliestStart(at: Temporal.Instant, zone: string): Temporal.Instant {
  const local = at.toZonedDateTimeISO(zone);
  return local
    .round({ smallestUnit: 'minute', roundingIncrement: quarter, roundingMode: 'floor' })
    .toInstant();
}

/** Whether two stretches meet. Touching ones (09–12 and 12–15) do not. */
export function overlaps(window: Window, taken: Taken): boolean {
  const startsBeforeEnd = Temporal.Instant.compare(taken.startsAt, window.endsAt) < 0;
  const endsAfterStart =
    taken.endsAt === null || Temporal.Instant.compare(taken.endsAt, window.startsAt) > 0;
  return startsBeforeEnd && endsAfterStart;
}

/** What a booking takes of its place: its time and what its kind needs before and after. */
export function claimed(window: Window, rule: Pick<Rule, 'bufferBefore' | 'bufferAfter'>): Window {
  return {
    startsAt: window.startsAt.subtract({ minutes: rule.bufferBefore }),
    endsAt: window.endsAt.add({ minutes: rule.bufferAfter }),
  };
}

/** A length as sentences name it. */
export function lengthOf(minutes: number): { hours: number; minutes: number } {
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}

/** `values` go into the sentence. */
function refuse(field: string, name: string, values: Values = {}): never {
  const code = `workspace.refusals.${name}`;
  throw new Refusal(code, { [field]: code }, null, values);
}
