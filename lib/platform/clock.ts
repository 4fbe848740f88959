import { Temporal } from 'temporal-polyfill';

/** Now. The one place that asks the machine, so that a test can set it. */
export function now(): Temporal.Instant {
  return fixed ?? Temporal.Now.instant();
}

let fixed: Temporal.Instant | null = null;

/** For tests: stops the clock at an instant, or (null) lets it run again. */
export function stopClock(at: Temporal.Instant | null): void {
  fixed = at;
}

/** Between the database's Date and Temporal. */
export function instantOf(date: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime());
}

export function dateOf(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds);
}

/** Today in a zone. */
export function today(zone: string): Temporal.PlainDate {
  return now().toZonedDateTimeISO(zone).toPlainDate();
}

/** Today in a zone as the database keeps a day; the same all day, so that a kept page is, too. */
export function todayDate(zone: string): Date {
  return dateOf(today(zone).toZonedDateTime('UTC').toInstant());
}

/** The last moment of a day in a zone, to the millisecond. */
export function endOfDay(zone: string, day: string): Temporal.Instant {
  const next = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone);
  return next.toInstant().subtract({ milliseconds: 1 });
}
