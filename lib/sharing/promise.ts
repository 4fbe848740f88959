import type { Ore } from './split.ts';

/**
 * Somebody pays `ore` if so many bodies, or so much money, are confirmed by a day. Days are YYYY-MM-DD in the hub's
 * zone; the last day counts.
 */
export type MatchingPromise = {
  ore: Ore;
  by: string;
  needs: { bodies: number } | { ore: Ore };
};
export type Confirmed = { organisationId: string; ore: Ore; confirmedOn: string };
export type PromiseState = 'WAITING' | 'MET' | 'LAPSED';

/**
 * How a promise stands on a day: never typed, only counted, of what was confirmed in time and stands. A body counts
 * once, however many pledges it has confirmed.
 */
export function promiseOf(
  promise: MatchingPromise,
  confirmed: readonly Confirmed[],
  today: string,
): { state: PromiseState; bodies: number; ore: Ore } {
  const inTime = confirmed.filter(({ confirmedOn }) => confirmedOn <= promise.by);
  const bodies = new Set(inTime.map(({ organisationId }) => organisationId)).size;
  const ore = inTime.reduce((sum, one) => sum + one.ore, 0n);
  const { needs } = promise;
  const met = 'bodies' in needs ? bodies >= needs.bodies : ore >= needs.ore;
  const state = met ? 'MET' : today > promise.by ? 'LAPSED' : 'WAITING';
  return { state, bodies, ore };
}
