import { Temporal } from 'temporal-polyfill';
import type { NoticeKind } from '#lib/notices/rules.ts';
import type { NewsKind } from '#lib/showroom/news.ts';

/** How often somebody gets mail of what they follow. */
export const paces = ['AT_ONCE', 'DAILY', 'WEEKLY', 'NEVER'] as const;
export type Pace = (typeof paces)[number];
export const usualPace: Pace = 'DAILY';

export const followKinds = ['demo', 'theme', 'owner'] as const;
export type FollowKind = (typeof followKinds)[number];
/** What may be followed: a demo by its id, an area of care by its code, an owner by its address. */
export type Thing = { kind: FollowKind; key: string };

/** What a follower is told in the portal. */
export const noticeOf: Record<NewsKind, NoticeKind> = {
  NEW: 'followedNew',
  VERSION: 'followedChanged',
  CHECKS: 'followedChecks',
  ARCHIVED: 'followedArchived',
  ADOPTED: 'followedAdopted',
  STOPPED: 'followedStopped',
};

/**
 * What has happened before this moment goes out now: the last seven o'clock in the hub's zone, of Monday
 * where one reads weekly. Told by clock and calendar alone, so that a machine that was away catches up.
 */
export function dueBefore(pace: Pace, zone: string, at: Temporal.Instant): Temporal.Instant | null {
  if (pace === 'NEVER') return null;
  if (pace === 'AT_ONCE') return at;
  const here = at.toZonedDateTimeISO(zone);
  const today = here.toPlainDate().toZonedDateTime({ timeZone: zone, plainTime: '07:00' });
  const isAhead = Temporal.ZonedDateTime.compare(today, here) > 0;
  const morning = isAhead ? today.subtract({ days: 1 }) : today;
  const days = pace === 'WEEKLY' ? morning.dayOfWeek - 1 : 0;
  return morning.subtract({ days }).toInstant();
}
