import { Temporal } from 'temporal-polyfill';
import { Refusal } from '#lib/platform/errors.ts';
import type { Permission } from '#lib/platform/policy.ts';
import type { Slot } from './schema.ts';

/** The shortest booking and the grid it lies on, minutes. */
export const quarter = 15;
/** How far ahead one may book. */
export const daysAhead = 90;

/** Opening hours of one ISO weekday: minutes after local midnight. */
export type Hours = { weekday: number; opens: number; closes: number };
/** What the rules need to know of a site: its IANA zone and when it is open. */
export type House = { zone: string; hours: readonly Hours[] };
/** A stretch of time, half-open: it ends where the next may begin. */
export type Window = { startsAt: Temporal.Instant; endsAt: Temporal.Instant };
/** A taken stretch; without an end it takes everything after. */
export type Taken = { startsAt: Temporal.Instant; endsAt: Temporal.Instant | null };

/**
 * The instants of a slot that the house's rules allow at `at`.
 * @throws Refusal with the field that is wrong and why
 */
export function windowOf(slot: Slot, house: House, at: Temporal.Instant): Window {
  const from = minutesOf(slot.from);
  const to = minutesOf(slot.to);
  if (from % quarter !== 0) refuse('from', 'notOnTheQuarter');
  if (to % quarter !== 0) refuse('to', 'notOnTheQuarter');
  if (to - from < quarter) refuse('to', 'endsBeforeStart');
  const day = Temporal.PlainDate.from(slot.date);
  const today = at.toZonedDateTimeISO(house.zone).toPlainDate();
  if (Temporal.PlainDate.compare(day, today) < 0) refuse('date', 'past');
  if (Temporal.PlainDate.compare(day, today.add({ days: daysAhead })) > 0) {
    refuse('date', 'tooFarAhead');
  }
  const hours = hoursOn(house, day);
  if (!hours) return refuse('date', 'closedDay');
  if (from < hours.opens) refuse('from', 'outsideHours');
  if (to > hours.closes) refuse('to', 'outsideHours');
  const startsAt = localInstant(slot.date, slot.from, house.zone, 'from');
  const endsAt = localInstant(slot.date, slot.to, house.zone, 'to');
  if (Temporal.Instant.compare(startsAt, earliestStart(at, house.zone)) < 0) refuse('from', 'past');
  return { startsAt, endsAt };
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

/** Whoever stands in the house at 08:05 may still book from 08:00: the quarter under way counts. */
export function earliestStart(at: Temporal.Instant, zone: string): Temporal.Instant {
  const local = at.toZonedDateTimeISO(zone);
  return local
    .round({ smallestUnit: 'minute', roundingIncrement: quarter, roundingMode: 'floor' })
    .toInstant();
}

/** The site's hours on a day; undefined when it is closed. */
export function hoursOn(house: House, day: Temporal.PlainDate): Hours | undefined {
  return house.hours.find(({ weekday }) => weekday === day.dayOfWeek);
}

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
  const opens = Math.min(...house.hours.map((hours) => hours.opens), 24 * 60 - quarter);
  const closes = Math.max(...house.hours.map((hours) => hours.closes), 0);
  const first = Math.ceil(opens / quarter) * quarter;
  const last = Math.min(closes, 24 * 60 - quarter);
  const count = Math.max(0, Math.floor((last - first) / quarter) + 1);
  return Array.from({ length: count }, (_, step) => timeOf(first + step * quarter));
}

/** Whether two stretches meet. Touching ones (09–12 and 12–15) do not. */
export function overlaps(window: Window, taken: Taken): boolean {
  const startsBeforeEnd = Temporal.Instant.compare(taken.startsAt, window.endsAt) < 0;
  const endsAfterStart =
    taken.endsAt === null || Temporal.Instant.compare(taken.endsAt, window.startsAt) > 0;
  return startsBeforeEnd && endsAfterStart;
}

/** Up to `most` free slots of the same length on the same day, the nearest to the wish first. */
export function nearestFreeSlots(
  wish: Slot,
  house: House,
  taken: readonly Taken[],
  at: Temporal.Instant,
  most: number,
): Slot[] {
  const wished = minutesOf(wish.from);
  const length = minutesOf(wish.to) - wished;
  const distance = (slot: Slot) => Math.abs(minutesOf(slot.from) - wished);
  return timesToChoose(house)
    .filter((from) => minutesOf(from) + length < 24 * 60)
    .map((from) => ({ date: wish.date, from, to: timeOf(minutesOf(from) + length) }))
    .filter((slot) => slot.from !== wish.from && isFree(slot, house, taken, at))
    .sort((one, other) => distance(one) - distance(other))
    .slice(0, most);
}

function isFree(slot: Slot, house: House, taken: readonly Taken[], at: Temporal.Instant): boolean {
  try {
    const window = windowOf(slot, house, at);
    return !taken.some((stretch) => overlaps(window, stretch));
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

type Move = {
  from: BookingStatus;
  to: BookingStatus;
  permission: Permission;
  /** The code of what stands in the way, or null. */
  guard: (booking: { startsAt: Date }, at: Temporal.Instant) => string | null;
};
export type BookingStatus = 'CONFIRMED' | 'CANCELLED';

/** Every change of state a booking knows. */
export const bookingMoves: readonly Move[] = [
  {
    from: 'CONFIRMED',
    to: 'CANCELLED',
    permission: 'booking:cancel',
    guard: ({ startsAt }, at) =>
      startsAt.getTime() <= at.epochMilliseconds ? 'workspace.refusals.hasStarted' : null,
  },
];

/** Why a booking cannot be cancelled at `at`; null when it can. */
export function refusalToCancel(
  booking: { status: BookingStatus; startsAt: Date },
  at: Temporal.Instant,
): string | null {
  const move = bookingMoves.find(({ from, to }) => from === booking.status && to === 'CANCELLED');
  return move ? move.guard(booking, at) : 'workspace.refusals.alreadyCancelled';
}

/** Minutes after midnight of HH:MM, and back. */
export function minutesOf(time: string): number {
  const [hours = '', minutes = ''] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

export function timeOf(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function refuse(field: string, name: string): never {
  const code = `workspace.refusals.${name}`;
  throw new Refusal(code, { [field]: code });
}
