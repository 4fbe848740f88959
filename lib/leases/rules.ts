import { Temporal } from 'temporal-polyfill';

/** What is kept of how far a lease has come. */
export const leaseStatuses = [
  'DRAFT',
  'OFFERED',
  'SIGNED',
  'NOTICE',
  'DECLINED',
  'WITHDRAWN',
] as const;
export type LeaseStatus = (typeof leaseStatuses)[number];
/** How it stands on a day: what is signed becomes active on its first day, and ends after its last. */
export type LeaseStanding = LeaseStatus | 'ACTIVE' | 'ENDED';
/** Those that take their places: from the offer on, so that what was offered can be kept. */
export const taking: readonly LeaseStatus[] = ['OFFERED', 'SIGNED', 'NOTICE'];

/**
 * What is never let: a hot desk, alone or in a pool, is for whoever comes; of a pool nobody could say which
 * unit is whose, either.
 */
export function isDropIn({ claim, kind }: { claim: string; kind: string }): boolean {
  return claim === 'ANY' || kind === 'HOT_DESK';
}

/** The days of a lease, local to its site, both ends included. */
export type Term = {
  validFrom: Temporal.PlainDate;
  /** Null runs until notice. */
  validTo: Temporal.PlainDate | null;
  /** By how many months it goes on each time its term is over; 0 ends with the term. */
  renewalMonths: number;
  /** The last day once notice is given. */
  endsOn: Temporal.PlainDate | null;
};
type Day = Temporal.PlainDate;
const { compare } = Temporal.PlainDate;

/** The last day as it stands; null while nobody has given notice of what goes on. */
export function lastDayOf({ validTo, renewalMonths, endsOn }: Term): Day | null {
  return endsOn ?? (renewalMonths === 0 ? validTo : null);
}

/** The last day as the log keeps it; empty where there is none. */
export function said(term: Term): string {
  return lastDayOf(term)?.toString() ?? '';
}

/** How a lease stands on a day. */
export function standingOn(status: LeaseStatus, term: Term, day: Day): LeaseStanding {
  if (status !== 'SIGNED' && status !== 'NOTICE') return status;
  const last = lastDayOf(term);
  if (last && compare(last, day) < 0) return 'ENDED';
  if (status === 'NOTICE') return 'NOTICE';
  return compare(term.validFrom, day) <= 0 ? 'ACTIVE' : 'SIGNED';
}

/**
 * The last day when notice is given on a day: without a term the turn of the month after the notice period,
 * in calendar months; with a term that goes on, the first end of a term that far ahead. Null where a term
 * simply ends and cannot be cut short by notice.
 */
export function lastDayByNotice(term: Term, noticeMonths: number, given: Day): Day | null {
  const from = compare(given, term.validFrom) < 0 ? term.validFrom : given;
  const earliest = from.add({ months: noticeMonths });
  if (term.validTo === null) return earliest.with({ day: earliest.daysInMonth });
  if (term.renewalMonths === 0) return null;
  // Each end is reckoned from the first one: month by month, 31 January would drift to the 28th for good.
  const { validTo, renewalMonths } = term;
  for (let terms = 0; ; terms += 1) {
    const end = validTo.add({ months: terms * renewalMonths });
    if (compare(end, earliest) >= 0) return end;
  }
}

/** Whole days in a row, the second not included; without it there is no end. */
export type Days = { from: Day; until: Day | null };

/** The days a lease takes: all of its own but those given back. */
export function daysTaken(first: Day, last: Day | null, givenBack: readonly Day[]): Days[] {
  const until = last?.add({ days: 1 }) ?? null;
  const pieces: Days[] = [];
  let from = first;
  for (const day of givenBack.toSorted(compare)) {
    if (compare(day, from) < 0 || (until && compare(day, until) >= 0)) continue;
    if (compare(from, day) < 0) pieces.push({ from, until: day });
    from = day.add({ days: 1 });
  }
  if (until === null || compare(from, until) < 0) pieces.push({ from, until });
  return pieces;
}

/** Days in words: neighbours become one range. */
export function ranges(days: readonly Day[]): { from: Day; to: Day }[] {
  const found: { from: Day; to: Day }[] = [];
  for (const day of days.toSorted(compare)) {
    const last = found.at(-1);
    if (last?.to.add({ days: 1 }).equals(day)) last.to = day;
    else found.push({ from: day, to: day });
  }
  return found;
}

/** Between a day and how the database keeps it. */
export function dayOf(kept: Date): Day {
  return Temporal.PlainDate.from(kept.toISOString().slice(0, 10));
}
export function keptDay(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}
