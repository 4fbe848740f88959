import { Temporal } from 'temporal-polyfill';
import { dateOf } from '#lib/platform/clock.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import type { Closure } from '#lib/workspace/closures.ts';
import { freeUntil } from '#lib/workspace/fees.ts';
import type { Closing, Hours, Schedule } from '#lib/workspace/hours.ts';
import type { ActorClass, Rule } from '#lib/workspace/terms.ts';
import { timeOf } from '#lib/workspace/times.ts';

/** A day (YYYY-MM-DD) as people write it. */
export function dayWords(
  locale: Locale,
  date: string,
  style: 'long' | 'medium' = 'medium',
): string {
  return formatter(locale, 'UTC').dateTime(new Date(`${date}T00:00:00Z`), { dateStyle: style });
}

/** When something is closed: whole days by their names, otherwise with the time. */
export function whenClosed(locale: Locale, { from, to }: Pick<Closing, 'from' | 'to'>): string {
  const [begins, ends] = [Temporal.PlainDateTime.from(from), Temporal.PlainDateTime.from(to)];
  const whole = [begins, ends].every((time) => time.hour === 0 && time.minute === 0);
  const day = (time: Temporal.PlainDateTime) => dayWords(locale, time.toPlainDate().toString());
  const clock = (time: Temporal.PlainDateTime) =>
    time.toPlainTime().toString({ smallestUnit: 'minute' });
  if (whole) {
    const last = ends.subtract({ days: 1 });
    return last.equals(begins) ? day(begins) : `${day(begins)} – ${day(last)}`;
  }
  const sameDay = begins.toPlainDate().equals(ends.toPlainDate());
  if (sameDay) return `${day(begins)} ${clock(begins)}–${clock(ends)}`;
  return `${day(begins)} ${clock(begins)} – ${day(ends)} ${clock(ends)}`;
}

/** What is closed: the house, a kind of place, or one. */
export function whatClosed(locale: Locale, closure: Closure): string {
  if (closure.place) return inLocale(closure.place, locale);
  const kinds = translator(locale, 'workspace');
  if (closure.kind) return kinds(`groups.${closure.kind}`);
  return translator(locale, 'hours')('closures.allSite');
}

/** A length of time: 2 days, 1 hour 30 minutes. */
export function lengthWords(locale: Locale, minutes: number): string {
  const t = translator(locale, 'workspace');
  const hours = translator(locale, 'hours');
  const days = minutes % 1440 === 0 ? minutes / 1440 : 0;
  const rest = minutes - days * 1440;
  const parts = [
    days > 0 && hours('days', { count: days }),
    rest >= 60 && t('duration.hours', { count: Math.floor(rest / 60) }),
    rest % 60 > 0 && t('duration.minutes', { count: rest % 60 }),
  ].filter(Boolean);
  return parts.join(' ') || hours('never');
}

/** For whom a schedule is, for what, and from when to when. */
export function scheduleWords(locale: Locale, { kind, actor, from, to }: Schedule): string {
  const t = translator(locale, 'hours');
  const day = (date: string) => dayWords(locale, date);
  const range =
    from && to
      ? t('opening.between', { from: day(from), to: day(to) })
      : from
        ? t('opening.since', { date: day(from) })
        : to && t('opening.until', { date: day(to) });
  const parts = [
    kind && translator(locale, 'workspace')(`groups.${kind}`),
    actor && translator(locale, 'prices')(`actors.${actor}`),
    range,
  ];
  return parts.filter(Boolean).join(', ');
}

/** A day's name after another: English keeps its capital. */
function inMidst(locale: Locale, day: string): string {
  return locale === 'en' ? day : day.toLowerCase();
}

/** The week in lines: days with the same hours together. */
export function weekWords(
  locale: Locale,
  hours: readonly Hours[],
): { days: string; time: string }[] {
  const t = translator(locale, 'hours');
  const timeOn = (weekday: number) => {
    const open = hours.find((one) => one.weekday === weekday);
    return open ? `${timeOf(open.opens)}–${timeOf(open.closes)}` : t('closed').toLowerCase();
  };
  const lines: { first: number; last: number; time: string }[] = [];
  for (const weekday of [1, 2, 3, 4, 5, 6, 7]) {
    const line = lines.at(-1);
    if (line?.time === timeOn(weekday)) line.last = weekday;
    else lines.push({ first: weekday, last: weekday, time: timeOn(weekday) });
  }
  const name = (weekday: number) => t(`weekdays.d${weekday}`);
  return lines.map(({ first, last, time }) => ({
    days: first === last ? name(first) : `${name(first)}–${inMidst(locale, name(last))}`,
    time,
  }));
}

/** Several actor classes in a sentence; all of them are everyone. */
export function actorWords(locale: Locale, actors: readonly ActorClass[], all: number): string {
  const t = translator(locale, 'hours');
  if (actors.length === all) return t('anyone').toLowerCase();
  return actors.map((actor) => translator(locale, 'prices')(`actors.${actor}`)).join(', ');
}

/** A day and a time of day at a house. */
export function momentWords(locale: Locale, at: Date, zone: string): string {
  const format = formatter(locale, zone);
  const day = format.dateTime(at, { weekday: 'long', day: 'numeric', month: 'long' });
  return `${day} ${format.dateTime(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}`;
}

/** Until when a booking can be cancelled free of charge, and what it costs after that. */
export function feeTerms(
  locale: Locale,
  startsAt: Temporal.Instant,
  zone: string,
  rule: Pick<Rule, 'cancelNoticeMinutes' | 'lateFeePercent'>,
): string {
  const t = translator(locale, 'hours');
  const free = freeUntil(startsAt, rule);
  if (free === null) return t('fee.free');
  const until = momentWords(locale, dateOf(free), zone);
  return t('fee.terms', { until, percent: rule.lateFeePercent });
}
