import type { Temporal } from 'temporal-polyfill';
import type { BookingStatus } from './moves.ts';
import type { Rule } from './terms.ts';

type Terms = Pick<Rule, 'cancelNoticeMinutes' | 'lateFeePercent'>;
type Dated = { status: BookingStatus; startsAt: Date };

/**
 * What part of the price, in per cent, letting a booking go now still costs; null when it is free. What the
 * house has not said yes to, and what is only held, costs nothing.
 */
export function lateFeeOf(
  { status, startsAt }: Dated,
  rule: Terms,
  at: Temporal.Instant,
): number | null {
  if (status !== 'CONFIRMED' || rule.lateFeePercent === 0) return null;
  const left = (startsAt.getTime() - at.epochMilliseconds) / 60_000;
  return left < rule.cancelNoticeMinutes ? rule.lateFeePercent : null;
}

/** Until when a booking can be let go free of charge; null where it always can. */
export function freeUntil(startsAt: Temporal.Instant, rule: Terms): Temporal.Instant | null {
  if (rule.lateFeePercent === 0) return null;
  return startsAt.subtract({ minutes: rule.cancelNoticeMinutes });
}
