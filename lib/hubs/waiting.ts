import { dateOf, now } from '#lib/platform/clock.ts';
import type { Scope } from '#lib/platform/scope.ts';

export type HouseWaits = {
  organisations: number;
  barriers: number;
  proposals: number;
  bookings: number;
};

/**
 * How much waits for an answer in the house, of what the reader's role can answer: organisations,
 * reported barriers, proposals, bookings. Hosts and hub administrators may.
 */
export async function findHouseWaits(scope: Scope): Promise<HouseWaits> {
  const hubId = scope.hub.id;
  const states = ['SUBMITTED', 'IN_REVIEW'] as const;
  return scope.read('house:today', async (db) => ({
    organisations: scope.may('organisation:judge')
      ? await db.participation.count({ where: { hubId, state: 'PENDING' } })
      : 0,
    barriers: scope.may('hub:edit')
      ? await db.barrierReport.count({ where: { hubId, handledAt: null } })
      : 0,
    proposals: scope.may('proposal:assess')
      ? await db.proposal.count({ where: { hubId, state: { in: [...states] } } })
      : 0,
    bookings: scope.may('booking:decide')
      ? await db.booking.count({
          where: { hubId, status: 'PENDING', endsAt: { gt: dateOf(now()) } },
        })
      : 0,
  }));
}
