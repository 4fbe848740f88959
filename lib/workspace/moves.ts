import type { Temporal } from 'temporal-polyfill';
import type { Permission } from '#lib/platform/policy.ts';
import type { Rule } from './terms.ts';

export const bookingStatuses = [
  'HELD',
  'PENDING',
  'CONFIRMED',
  'CHECKED_IN',
  'CANCELLED',
  'DECLINED',
  'NO_SHOW',
  'EXPIRED',
] as const;
export type BookingStatus = (typeof bookingStatuses)[number];
/** Those that take their place. */
export const standing: readonly BookingStatus[] = ['HELD', 'PENDING', 'CONFIRMED', 'CHECKED_IN'];

type Dated = { startsAt: Date; endsAt: Date };
/** The code of what stands in the way, or null. */
type Guard = (booking: Dated, rule: CheckIn, at: Temporal.Instant) => string | null;
type CheckIn = Pick<Rule, 'checkIn' | 'checkInBefore' | 'checkInGrace'>;
type Move = {
  from: BookingStatus;
  to: BookingStatus;
  permission: Permission;
  guard?: Guard;
};

/** Every change of state that a booking knows: from, to, who, and what must hold. */
export const bookingMoves: readonly Move[] = [
  { from: 'HELD', to: 'CONFIRMED', permission: 'booking:create', guard: notBegun('past') },
  { from: 'HELD', to: 'PENDING', permission: 'booking:create', guard: notBegun('past') },
  { from: 'HELD', to: 'CANCELLED', permission: 'booking:cancel' },
  { from: 'HELD', to: 'EXPIRED', permission: 'system:work' },
  { from: 'PENDING', to: 'CONFIRMED', permission: 'booking:decide', guard: notOver },
  { from: 'PENDING', to: 'DECLINED', permission: 'booking:decide' },
  { from: 'PENDING', to: 'CANCELLED', permission: 'booking:cancel' },
  {
    from: 'CONFIRMED',
    to: 'CANCELLED',
    permission: 'booking:cancel',
    guard: notBegun('hasStarted'),
  },
  { from: 'CANCELLED', to: 'CONFIRMED', permission: 'booking:create', guard: notBegun('past') },
  { from: 'CANCELLED', to: 'PENDING', permission: 'booking:create', guard: notBegun('past') },
  { from: 'CONFIRMED', to: 'PENDING', permission: 'booking:change', guard: notBegun('hasStarted') },
  { from: 'CONFIRMED', to: 'CHECKED_IN', permission: 'booking:attend', guard: mayEnter },
  { from: 'CONFIRMED', to: 'NO_SHOW', permission: 'system:work', guard: missed },
];

/** What the log calls the beginning of a booking, by how it then stands. */
export const bookingEvents = {
  HELD: 'bookingHeld',
  PENDING: 'bookingAsked',
  CONFIRMED: 'bookingMade',
} as const;

/** The table's row of a move. */
export function moveOf(from: BookingStatus, to: BookingStatus): Move | undefined {
  return bookingMoves.find((move) => move.from === from && move.to === to);
}

/** Why a booking cannot go on to `to`; null when it can. */
export function refusalToMove(
  booking: Dated & { status: BookingStatus },
  to: BookingStatus,
  at: Temporal.Instant,
  rule: CheckIn = { checkIn: false, checkInBefore: 0, checkInGrace: 0 },
): string | null {
  const move = moveOf(booking.status, to);
  if (!move) return `workspace.refusals.${already[booking.status]}`;
  const name = move.guard?.(booking, rule, at);
  return name ? `workspace.refusals.${name}` : null;
}

const already: Record<BookingStatus, string> = {
  HELD: 'isHeld',
  PENDING: 'isPending',
  CONFIRMED: 'alreadyDecided',
  CHECKED_IN: 'hasStarted',
  CANCELLED: 'alreadyCancelled',
  DECLINED: 'alreadyDecided',
  NO_SHOW: 'wasMissed',
  EXPIRED: 'holdExpired',
};

function notBegun(name: string): Guard {
  return ({ startsAt }, _rule, at) => (startsAt.getTime() <= at.epochMilliseconds ? name : null);
}

function notOver({ endsAt }: Dated, _rule: CheckIn, at: Temporal.Instant): string | null {
  return endsAt.getTime() <= at.epochMilliseconds ? 'past' : null;
}

function mayEnter(booking: Dated, rule: CheckIn, at: Temporal.Instant): string | null {
  const opens = booking.startsAt.getTime() - rule.checkInBefore * 60_000;
  if (at.epochMilliseconds < opens) return 'tooEarlyToEnter';
  return booking.endsAt.getTime() <= at.epochMilliseconds ? 'past' : null;
}

function missed(booking: Dated, rule: CheckIn, at: Temporal.Instant): string | null {
  const closes = booking.startsAt.getTime() + rule.checkInGrace * 60_000;
  return rule.checkIn && closes <= at.epochMilliseconds ? null : 'mayStillCome';
}
