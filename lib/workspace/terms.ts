import type { Handle } from '#lib/platform/db.ts';
import type { PlaceKind } from './schema.ts';

/** Who books, as prices, hours and rules tell people apart; EXTERNAL is not of the house. */
export const actorClasses = ['OWNER', 'PUBLIC', 'CIVIC', 'COMPANY', 'EXTERNAL'] as const;
export type ActorClass = (typeof actorClasses)[number];
/** The grid a kind of place is booked on. */
export const steps = ['QUARTER', 'HALF_DAY', 'DAY'] as const;
export type Step = (typeof steps)[number];

/** What a kind of place asks of a booking. Lengths are minutes of the clock on the wall. */
export type Rule = {
  step: Step;
  minMinutes: number;
  maxMinutes: number;
  /** How far ahead one may book. */
  daysAhead: number;
  /** How long before the start it must be booked, changed, or let go without a fee. */
  noticeMinutes: number;
  changeNoticeMinutes: number;
  cancelNoticeMinutes: number;
  /** Claimed before and after the time that is shown, to make ready and to clear up. */
  bufferBefore: number;
  bufferAfter: number;
  /** Whose bookings the house answers before they hold. */
  approvalFor: readonly ActorClass[];
  bookableBy: readonly ActorClass[];
  /** Whether one says that one is here; who has not `checkInGrace` minutes after the start loses the place. */
  checkIn: boolean;
  checkInBefore: number;
  checkInGrace: number;
  /** What part of its price a booking costs that is cancelled later than `cancelNoticeMinutes` before. */
  lateFeePercent: number;
  /** How long a free time is held for whoever waited for it. */
  offerMinutes: number;
};
export type Rules = Record<PlaceKind, Rule>;

const usual: Rule = {
  step: 'QUARTER',
  minMinutes: 15,
  maxMinutes: 24 * 60,
  daysAhead: 90,
  noticeMinutes: 0,
  changeNoticeMinutes: 0,
  cancelNoticeMinutes: 0,
  bufferBefore: 0,
  bufferAfter: 0,
  approvalFor: [],
  bookableBy: actorClasses,
  checkIn: false,
  checkInBefore: 15,
  checkInGrace: 30,
  lateFeePercent: 0,
  offerMinutes: 60,
};

/** What holds where a hub has not said otherwise. */
export const usualRules: Rules = {
  HOT_DESK: { ...usual, step: 'HALF_DAY' },
  FIXED_DESK: { ...usual, step: 'DAY' },
  OFFICE: { ...usual, step: 'DAY' },
  MEETING_ROOM: { ...usual, maxMinutes: 12 * 60 },
  LAB: { ...usual, bufferBefore: 15, bufferAfter: 15 },
  SHOWROOM: { ...usual, bufferBefore: 15, bufferAfter: 15 },
};

/** The hub's rules for every kind of place. */
export async function readRules(db: Handle, hubId: string): Promise<Rules> {
  const rows = await db.bookingRule.findMany({ where: { hubId } });
  const own = rows.map(({ hubId: _hub, kind, ...rule }) => [kind, rule] as const);
  return { ...usualRules, ...Object.fromEntries(own) };
}

/** What the organisation is to the hub when it books. */
export async function actorClassOf(
  db: Handle,
  hubId: string,
  organisationId: string,
): Promise<ActorClass> {
  const [row] = await db.$queryRaw<{ is: ActorClass }[]>`
    select actor_class(${hubId}::uuid, ${organisationId}::uuid)::text as is`;
  return row?.is ?? 'EXTERNAL';
}
